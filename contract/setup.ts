import { z } from 'zod'
import { identity, instant, level, limits, line, password, personName, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { BACKUP_STAGES, FOUND_HERE, LEVELS } from './terms.ts'

const officer = z.strictObject({ name: personName, identity, password })

const signer = z.strictObject({ name: line(limits.name), password })
/** A backup that the shell had the person choose, and two officers as they are in it. */
const restoring = { backup: ticket, systemAdmin: signer, auditor: signer }

/**
 * What a damaged database still holds, in numbers and never titles. `expected`: what the readable record says there is. `whole`: so many entries from the
 * first on stand in one unbroken chain.
 */
export const survey = z.strictObject({
  /** Whether the catalogue of tables can be read; if not, nothing can. */
  opens: z.boolean(),
  bytes: z.int(),
  entries: z.strictObject({ expected: z.int().nullable(), read: z.int(), whole: z.int() }),
  /** Each kind of record: rows read of those expected; `intact`: its pages and indexes hold together. */
  kinds: z.array(z.strictObject({ label: z.string(), expected: z.int(), read: z.int(), intact: z.boolean() })),
  /** 收文 whose rows cannot be read: how many, and the first of their numbers. */
  documents: z.strictObject({ lost: z.int(), numbers: z.array(z.string()) }),
  /** When the data were last known whole, as far as the rows that say so can be read. */
  checkedAt: instant.nullable(),
  /**
   * The last good backup, and what has been done since: what is to be entered again from paper after it is restored. `about`: so many numbers, of which the
   * first are listed.
   */
  backup: z
    .strictObject({ at: instant, name: z.string(), entries: z.int(), after: z.int(), acts: z.int(), about: z.int(), numbers: z.array(z.string()) })
    .nullable(),
})
export type Survey = z.infer<typeof survey>

export const setup = {
  'setup.status': procedure({
    kind: 'query',
    by: 'nobody',
    clauses: [],
    says: 'Whether a vault exists here, and what the sign-in page may know of it',
    act: '查看状态',
    input: z.strictObject({}),
    output: z.strictObject({
      /** absent: run the set-up assistant. locked: nobody is signed in. open: somebody is. damaged: see `problem`. */
      vault: z.enum(['absent', 'locked', 'open', 'damaged']),
      problem: z.string().nullable(),
      unit: z.string().nullable(),
      level: z.enum(LEVELS).nullable(),
      /** Calendar years that ship with the program and can be loaded at set-up. */
      calendarYears: z.array(z.int()),
      /** The office's wall clock now, `2026-03-10T09:05`. */
      now: z.string(),
      /** Self-test of the cryptography this run stands on; empty when all is well. */
      missing: z.array(z.string()),
    }),
  }),
  'setup.progress': procedure({
    kind: 'query',
    by: 'nobody',
    clauses: ['实施条例34'],
    says: 'How far the call before a sign-in is that goes on: a backup looked through, what is left of a damaged vault, the copy before an upgrade; null when none is. Answered meanwhile',
    act: '查看进度',
    input: z.strictObject({}),
    output: z.strictObject({ running: z.strictObject({ stage: z.enum(BACKUP_STAGES), done: z.int(), total: z.int() }).nullable() }),
  }),
  'setup.create': procedure({
    kind: 'mutation',
    by: 'nobody',
    clauses: ['三员', '保密法31', '口令', '日历', '实施条例34'],
    says: 'Makes the vault: unit, workstation level, working-day calendars, and the three officers with their passwords; gives what is printed on the three sealed recovery sheets, once. Refused if a vault exists',
    act: '建库',
    input: z.strictObject({
      unit: line(limits.unit),
      /** 本机密级: nothing above it can be registered here (保密法 31). */
      level,
      calendarYears: z.array(z.int().min(2000).max(2100)).min(1).max(20),
      officers: z.strictObject({
        systemAdmin: officer,
        securityAdmin: officer,
        auditor: officer,
      }),
    }),
    output: z.strictObject({
      vault: z.string(),
      officers: z.array(z.strictObject({ id: z.int(), name: z.string() })),
      /** 密钥恢复单: told this once and kept nowhere. `ticket` lets the shell print the sheet, until somebody signs in. */
      sheets: z.array(z.strictObject({ number: z.int(), words: z.string(), ticket })),
    }),
  }),
  'setup.recover': procedure({
    kind: 'mutation',
    by: 'nobody',
    clauses: ['口令', '三员', '锁定'],
    says: 'Two of the three sealed recovery sheets give a 系统管理员 or 安全保密管理员 a new password, which the next sign-in must replace, and lift their lock. Refused for a sheet that is mistyped, of another set or twice the same',
    act: '恢复密钥',
    input: z.strictObject({ name: line(limits.name), first: line(limits.recoverySheet), second: line(limits.recoverySheet), password }),
    output: z.strictObject({ name: z.string(), sheets: z.array(z.int()) }),
  }),
  'setup.survey': procedure({
    kind: 'query',
    by: 'nobody',
    clauses: ['实施条例34', '口令', '锁定'],
    says: 'Looks through a copy of the data here with a person’s password, damaged as they may be, and tells in numbers what can still be read, which documents cannot, and what the last backup has not. Changes nothing',
    act: '查看损坏情况',
    input: z.strictObject({ name: line(limits.name), password }),
    output: survey,
  }),
  'setup.compareBackup': procedure({
    kind: 'query',
    by: 'nobody',
    clauses: ['实施条例34', '口令', '锁定'],
    says: 'Copies a chosen backup to a side place, opens it by the passwords of a 系统管理员 and a 安全审计员 of it, verifies it from end to end and tells what is here and would be lost, by numbers. Changes nothing',
    act: '核对备份',
    input: z.strictObject(restoring),
    output: z.strictObject({
      unit: z.string(),
      at: instant,
      entries: z.int(),
      here: z.strictObject({
        found: z.enum(FOUND_HERE),
        /** Entries here, and those of them that the backup has not; null where that is not known. */
        entries: z.int().nullable(),
        lost: z.int().nullable(),
        /** Numbers of documents that are here and not in the backup: how many, and the first of them. */
        documents: z.int().nullable(),
        numbers: z.array(z.string()),
        /** All else with a number that the lost entries are about, by the word of its number: `gone`, not in the backup at all; `behind`, there as it stood then. `more` are not listed. */
        records: z.array(
          z.strictObject({ word: z.string(), gone: z.array(z.string()).max(50), behind: z.array(z.string()).max(50), more: z.int().nonnegative() }),
        ),
        /** What 末条登记 says of the backup; the 安全审计员 acknowledges it at the next sign-in. */
        witness: z.string().nullable(),
      }),
    }),
  }),
  'setup.restore': procedure({
    kind: 'mutation',
    by: 'nobody',
    clauses: ['实施条例34', '审计', '口令', '锁定'],
    says: 'A backup that was compared takes the place of what is here, at once or not at all, signed by both officers; what was here is set aside. Refused before it was compared',
    act: '恢复备份',
    input: z.strictObject(restoring),
    output: z.strictObject({ unit: z.string(), entries: z.int(), lost: z.int().nullable() }),
  }),
}
