import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { clauses } from '../../contract/clauses.ts'
import { limits } from '../../contract/fields.ts'
import { contract, type ProcedureName } from '../../contract/index.ts'
import { REFUSAL_CODES, type Refusal } from '../../contract/refusal.ts'
import { openStation, type Station } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'
import { badValues, PLANTED } from '../support/bad-values.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { allFields, type Field, filledFields, valueAt, withField } from '../support/input-fields.ts'
import { type Office, openOffice } from '../support/office.ts'
import { scratch } from '../support/scratch.ts'
import { openStore, type Store } from '../support/store.ts'

const names = Object.keys(contract) as ProcedureName[]
const schemaOf = (name: ProcedureName): z.ZodType => contract[name].input

let office: Office
let store: Store
/** A folder without a vault, for what is called before there is one. */
let empty: { dir: string; station: Station }
let tried = 0

beforeAll(async () => {
  // 绝密, so that what only such papers need is asked for too
  office = await openOffice({ level: 'topSecret' })
  store = await openStore(office.dir)
  const dir = join(mkdtempSync(join(scratch, 'mijuan-empty-')), 'vault')
  empty = { dir, station: openStation({ dir, clock: office.clock, argon: argonFloor }) }
})
afterAll(async () => {
  store.close()
  await office.close()
  await empty.station.close()
  rmSync(join(empty.dir, '..'), { recursive: true, force: true })
  expect(tried).toBeGreaterThan(5000)
})

const stationOf = (name: ProcedureName) => (name === 'setup.create' ? empty.station : office.station)

/** What is wrong with a refusal: every one has a code of the contract, Chinese words for a person, a clause of the rules, and nothing that was typed. */
const wrongWith = (refused: Refusal): string[] => [
  ...(REFUSAL_CODES.includes(refused.code) ? [] : ['no code of the contract']),
  ...(/\p{Script=Han}/u.test(refused.message) ? [] : ['no Chinese message']),
  ...(/undefined|null|NaN|\[object|Error|\d{10}/.test(refused.message) ? ['a machine’s words'] : []),
  ...(refused.clause === undefined || Object.hasOwn(clauses, refused.clause) ? [] : ['no clause of the rules']),
  ...(JSON.stringify(refused).includes(PLANTED) ? ['holds what was typed'] : []),
]

const fieldsOf = (name: ProcedureName, inputs: readonly unknown[]) => {
  const seen = new Map<string, { field: Field; input: unknown }>()
  for (const input of inputs)
    for (const field of filledFields(schemaOf(name), input)) if (!seen.has(field.place)) seen.set(field.place, { field, input })
  return seen
}

/** Tries every bad value of one field and gives those that were not refused by their code, at their field, in their words. */
const tryField = async (name: ProcedureName, field: Field, input: unknown): Promise<string[]> => {
  const wrong: string[] = []
  for (const { what, value, code } of badValues(field, valueAt(input, field.path))) {
    tried += 1
    const reply = await stationOf(name).call(name, withField(input, field.path, value))
    const expected = field.name === '' ? code : `${code} ${field.name}`
    const got = reply.ok ? 'accepted' : [reply.refused.code, reply.refused.field].filter((each) => each !== undefined).join(' ')
    const faults = [...(got === expected ? [] : [`${got} instead of ${expected}`]), ...(reply.ok ? [] : wrongWith(reply.refused))]
    wrong.push(...faults.map((fault) => `${field.place || '(input)'}, ${what}: ${fault}`))
  }
  return wrong
}

/** What the bad calls left: their own entries, as many as there were calls, and nothing in any of them that was typed. */
const expectOnlyEntries = (before: { business: string; size: number; tried: number }, signedIn: boolean) => {
  expect(store.business()).toBe(before.business)
  const entries = store.entriesFrom(before.size)
  expect(entries).toHaveLength(signedIn ? tried - before.tried : 0)
  for (const { outcome, changes } of entries) expect({ outcome, changes }).toEqual({ outcome: 'refused', changes: '[]' })
  expect(JSON.stringify(entries)).not.toContain(PLANTED)
  const gate = join(office.dir, 'gate.json')
  if (existsSync(gate)) expect(readFileSync(gate, 'utf8')).not.toContain(PLANTED)
}

describe('审计 the table of valid inputs', () => {
  it('names every procedure of the contract, and none besides', () => {
    expect(Object.keys(baseInputs).sort()).toEqual([...names].sort())
  })

  it.each(names)('%s: every text and list has a limit', (name) => {
    for (const field of allFields(schemaOf(name)))
      if (['line', 'secret', 'list', 'text'].includes(field.kind))
        expect(field.most, field.place).toBeLessThanOrEqual(field.kind === 'text' ? limits.reviewText : 1000)
  })
})

/** After an act on the keys, or a restore, the database is another file. */
const followKeys = async (name: ProcedureName) => {
  if (!name.startsWith('keys.') && name !== 'setup.restore') return
  store.close()
  store = await openStore(office.dir)
}

/** After a restore the 安全审计员 comes in first, and says why work may go on. */
const acknowledged = async () => {
  await office.as('冯审')
  await office.ok('audit.acknowledge', { reason: '恢复备份' })
}

describe('审计 a bad field is refused at the door, by its name, and leaves its own entry alone', () => {
  it.each(names)('%s', async (name) => {
    const inputs = await baseInputs[name].inputs(office)
    await followKeys(name)
    const fields = fieldsOf(name, inputs)
    expect([...fields.keys()].sort()).toEqual([...new Set(allFields(schemaOf(name)).map(({ place }) => place))].sort())
    const { by } = baseInputs[name]
    const before = { business: store.business(), size: store.size(), tried }
    const wrong: string[] = []
    for (const { field, input } of fields.values()) wrong.push(...(await tryField(name, field, input)))
    expect(wrong).toEqual([])
    expectOnlyEntries(before, by !== null)
    if (name === 'setup.create') expect(existsSync(empty.dir) ? readdirSync(empty.dir) : []).toEqual([])
    // The inputs were good all along: each is accepted now
    for (const input of inputs) expect(await stationOf(name).call(name, input)).toMatchObject({ ok: true })
    await followKeys(name)
    if (name === 'setup.restore') await acknowledged()
  })
})
