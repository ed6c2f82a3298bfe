import { newSigningKey } from '../../../electron/vault/people/slots.ts'
import { signWith } from '../../../electron/vault/storage/key-wrap.ts'
import { canonicalJson } from '../../../tools/verify/canonical.ts'
import { behindTheDoor, copyOf, hideCheckpoints, keyOf, rebuildHeads, rebuildRecord, withoutTriggers } from '../attack.ts'
import { type Attack, inside, TITLE, type Scene } from './means.ts'

/** Two who work together: the 安全保密管理员 and somebody who is no 系统管理员 sign for a change of duties, and the record is made to fit. */
const agreeAmiss = async ({ dir }: Scene) => {
  const copy = copyOf(dir)
  const [reader, key] = await keyOf(copy, '吴阅')
  const keys = new Map([await keyOf(copy, '钱安')])
  await behindTheDoor(copy, (database) =>
    withoutTriggers(database, () => {
      const signed = database.prepare("SELECT id, record FROM signature WHERE purpose = 'roles.agree'").get() as { id: number; record: string }
      const record = canonicalJson({ ...JSON.parse(signed.record), person: reader })
      const own = database.prepare('SELECT id FROM person_key WHERE person = ?').pluck().get(reader) as number
      const bytes = Buffer.from(signWith(key.seed, Buffer.from(record))).toString('base64')
      database.prepare('UPDATE signature SET person_key = ?, record = ?, bytes = ? WHERE id = ?').run(own, record, bytes, signed.id)
      hideCheckpoints(database)
      rebuildRecord(database, keys)
      rebuildHeads(database, copy)
    }),
  )
  return copy
}

/** The record made to fit what was changed. */
export const byRebuilding: readonly Attack[] = [
  {
    name: 'rebuild the whole chain',
    does: 'another title, every entry, hash, subtree and witness made to fit, the auditor’s checkpoints taken out and their entries made into others',
    found: ['the head file'],
    atSignIn: true,
    act: inside((database) => {
      database.exec(TITLE)
      hideCheckpoints(database)
      rebuildRecord(database)
    }),
  },
  {
    name: 'rebuild the whole chain, a checkpoint left inside',
    does: 'the same, the head file made to fit, but not the checkpoint',
    found: ['a checkpoint inside'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'rebuild the whole chain, the checkpoint signed anew',
    does: 'the same, the auditor’s checkpoint signed with an invented key',
    found: ['a checkpoint inside'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      const auditor = database.prepare("SELECT by_person FROM checkpoint WHERE occasion = 'taken'").pluck().get() as number
      rebuildRecord(database, new Map([[auditor, newSigningKey()]]))
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'agree without the duty',
    does: 'a 安全保密管理员 and a reader sign for a change of duties with their own keys, and its checkpoint; the record and the head file made to fit',
    found: ['numbers and rules'],
    atSignIn: false,
    act: agreeAmiss,
  },
  {
    name: 'rebuild everything from the beginning',
    does: 'a person renamed at set-up, all checkpoints taken out, the chain and the head file made to fit',
    found: ['a checkpoint inside', 'the key file'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec("UPDATE person SET name = '王某' WHERE name = '王管'; DELETE FROM checkpoint")
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'rebuild everything',
    does: 'what was written since the last key or change of people, and the head file with the key that lies in the database; the auditor’s checkpoints taken out',
    found: [],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'replay an old checkpoint',
    does: 'what came after an old witness is rewritten, and the old witness is shown, which still fits',
    found: [],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec("UPDATE widening SET reason = '另一理由' WHERE id = 1")
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
]
