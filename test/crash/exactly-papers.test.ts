import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../contract/index.ts'
import { copyOf, removeCopies } from '../support/attack.ts'
import { expectWholeOrNot, type KilledAct } from '../support/exactly-killed.ts'
import { type Office, openOffice, passwordOf } from '../support/office.ts'
import { chosenLedger, ledgerCells } from '../support/records.ts'
import { type Restarted, signIn } from '../support/restarted.ts'
import { THE_LEAVE } from '../support/the-leave.ts'

let office: Office
/** The office with one paper in its register. */
let withPaper: string
/** An old ledger of three papers, and what its dry run is asked. */
let ledger: { path: string; asked: Input<'importing.try'> }

beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
  ledger = await oldLedger()
  withPaper = copyOf(office.dir)
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const oldLedger = async () => {
  const path = join(office.dir, '..', '旧台账.xlsx')
  const file = await chosenLedger(office, [ledgerCells(), ledgerCells(), ledgerCells()])
  const sheet = (await office.ok('importing.file', {})).ledger?.sheets[0]
  if (!sheet) throw new Error('no sheet')
  await office.station.lock('locked')
  return { path, asked: { file, sheet: 0, kind: sheet.kind, columns: sheet.columns } }
}

/** Enters that ledger as whoever is signed in, once its dry run has ended. */
const entered = async (vault: Restarted) => {
  await vault.station.ledger(ledger.path)
  await vault.ok('importing.try', ledger.asked)
  const { file } = ledger.asked
  while (!(await vault.ok('importing.rows', { file, limit: 1 })).done) await setImmediate()
  return vault.ok('importing.commit', { file })
}

/** The acts of a kind that were done, as the record has them. */
const done = async (vault: Restarted, call: string): Promise<number> => {
  await vault.as('冯审')
  return (await vault.ok('audit.list', { call, outcome: 'done' })).rows.length
}

const closeYear = { call: 'documents.closeYear' as const, input: { year: 2000 } }

const acts: readonly KilledAct[] = [
  {
    what: 'F1(1)b a registration',
    from: () => withPaper,
    script: () => [signIn('李保'), { call: 'documents.register', input: office.incoming() }],
    after: async (vault, answered) => {
      await vault.as('李保')
      const { total } = await vault.ok('documents.list', {})
      if (answered?.ok) expect(total).toBe(2)
      const next = await vault.ok('documents.register', office.incoming())
      expect(next.number).toBe(`密收〔2026〕000${total + 1}`)
    },
  },
  {
    what: 'F1(1)b an old ledger entered: all of it or none, and what was not is entered again',
    from: () => withPaper,
    script: () => [
      signIn('李保'),
      { call: 'importing.try', ledger: ledger.path, input: ledger.asked },
      { call: 'importing.commit', input: { file: ledger.asked.file } },
    ],
    after: async (vault, answered) => {
      await vault.as('李保')
      const total = (await vault.ok('documents.list', {})).total - 1
      expect(answered?.ok ? [3] : [0, 3]).toContain(total)
      expect((await vault.ok('importing.list', {})).rows.map(({ documents }) => documents)).toEqual(total === 3 ? [3] : [])
      if (total === 0) expect(await entered(vault)).toMatchObject({ documents: 3, first: '密补〔2026〕0001' })
      const next = await vault.ok('documents.register', office.incoming())
      expect(next.number).toBe('密收〔2026〕0002')
    },
  },
  {
    what: '审计 the day closed: the act, its signature and its checkpoint stand together or not at all',
    from: () => withPaper,
    script: () => [signIn('李保'), { call: 'today.closeDay', input: {} }],
    after: async (vault, answered) => {
      await vault.as('冯审')
      const closings = (await vault.ok('audit.list', { call: 'today.closeDay' })).rows.length
      const { rows } = await vault.ok('audit.checkpoints', { limit: 1 })
      expect(rows.filter(({ occasion }) => occasion === 'day')).toHaveLength(closings)
      if (answered?.ok) expect(closings).toBe(1)
      await vault.as('李保')
      await vault.ok('today.closeDay', {})
    },
  },
  {
    what: '导出 a list that leaves as a file: numbered and recorded, or not asked for',
    from: () => withPaper,
    script: () => [signIn('李保'), { call: 'export.list', input: { list: 'register' } }],
    after: async (vault, answered) => {
      const exported = await done(vault, 'export.list')
      if (answered?.ok) expect(exported).toBe(1)
      await vault.as('李保')
      const { number, ticket } = await vault.ok('export.list', { list: 'register' })
      expect(number).toBe(`导出〔2026〕000${exported + 1}`)
      expect(await vault.station.redeem(ticket)).toMatchObject({ kind: 'file' })
    },
  },
  {
    what: 'F1(1)b a year closed: with both signatures over its counts and the head of the record, or open',
    from: () => withPaper,
    script: () => [
      signIn('李保'),
      { call: 'session.countersign', input: { name: '王管', password: passwordOf('王管'), step: closeYear } },
      { call: 'documents.closeYear', input: { ...closeYear.input, ticket: THE_LEAVE } },
    ],
    after: async (vault, answered) => {
      const closed = await done(vault, 'documents.closeYear')
      if (answered?.ok) expect(closed).toBe(1)
      await vault.as('李保')
      expect((await vault.ok('documents.closedYears', {})).rows.map(({ year }) => year)).toEqual(closed === 1 ? [2000] : [])
      if (closed === 1) return
      const { ticket } = await vault.ok('session.countersign', { name: '王管', password: passwordOf('王管'), step: closeYear })
      await vault.ok('documents.closeYear', { ...closeYear.input, ticket })
    },
  },
]

describe('审计 killed at one exact step of what is done with papers: it is whole or it is not, and everybody can go on', () => {
  it.each(acts)('$what', expectWholeOrNot, 600_000)
})
