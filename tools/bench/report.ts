/** 年报 over ten years of an office that is asked a lot: seven hundred applications a year beside the archive (domain 5, ten times a busy office). */
import type Database from 'better-sqlite3'
import { APPLICANT_KINDS, REPLY_KINDS } from '../../contract/terms.ts'
import { copyOf } from './archive.ts'
import { type Figure, median, timed, under } from './figure.ts'
import { openBenchOffice } from './office.ts'
import { type Random, randomFrom } from './papers.ts'
import { openRaw } from './raw.ts'

const FIRST_YEAR = 2016
const YEARS = 10
const EACH = 700

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
const noon = (day: string) => `${day}T04:00:00.000Z`

/** Writes applications as the desk leaves them: received, registered, each item answered within ninety days and given out. */
const writer = (database: Database.Database) => {
  const insert = (table: string, columns: string) => {
    const names = columns.split(' ')
    const statement = database.prepare(`INSERT INTO ${table}(${names}) VALUES (${names.map(() => '?')})`)
    return (...values: (string | number | null)[]) => Number(statement.run(...values).lastInsertRowid)
  }
  const head = insert('disclosure', 'number channel arrived_on received_on entered_by entered_at state version since')
  const words = insert('application', 'disclosure version by_person at received_on kind name content')
  const item = insert('disclosure_item', 'disclosure ordinal content handler department state since')
  const step = insert('disclosure_step', 'disclosure item act outcome facts by_person at signature')
  const letter = insert('disclosure_letter', 'number disclosure item step kind addressee written_on wording text at signature')
  const [signature, person] = [1, 1]

  const answer = (random: Random, number: string, disclosure: number, ordinal: number, from: string) => {
    const kind = REPLY_KINDS[Math.floor(random() * REPLY_KINDS.length)] as string
    const on = dayAfter(from, 1 + random() * 89)
    const id = item(disclosure, ordinal, '示范事项', person, '业务一科', 'delivered', noon(on))
    const said = (act: string, outcome: string | null, facts: object) =>
      step(disclosure, id, act, outcome, JSON.stringify(facts), person, noon(on), signature)
    const reply = said('reply', kind, { given: null, organ: null, review: null })
    const approved = said('approve', kind, { reply, repliedOn: on, due: null, late: random() < 0.1 })
    const sent = letter(`${number}函${ordinal}`, disclosure, id, approved, 'reply', '示范申请人', on, on, '{}', noon(on), signature)
    said('deliver', 'mailed', { letter: sent, deliveredOn: on })
  }

  return (random: Random, number: string, year: number) => {
    const on = dayAfter(`${year}-01-01`, random() * 365)
    const kind = APPLICANT_KINDS[Math.floor(random() * APPLICANT_KINDS.length)] as string
    const id = head(number, 'signedMail', on, on, person, noon(on), 'filed', 1, noon(on))
    words(id, 1, person, noon(on), on, kind, '示范申请人', '申请公开示范工作安排的有关信息'.repeat(10))
    for (const act of ['receive', 'register']) step(id, null, act, null, '{}', person, noon(on), signature)
    const items = 1 + Math.floor(random() * 3)
    for (let ordinal = 1; ordinal <= items; ordinal += 1) answer(random, number, id, ordinal, on)
  }
}

const fill = async (dir: string): Promise<void> => {
  const database = await openRaw(dir)
  const random = randomFrom(49)
  const write = writer(database)
  database.transaction(() => {
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1)
      for (let n = 1; n <= EACH; n += 1) write(random, `申请〔${year}〕${90_000 + n}`, year)
  })()
  database.close()
}

/** The report of every year, through the door. */
export const reporting = async (archive: string, runs: number): Promise<Figure[]> => {
  const dir = copyOf(archive)
  await fill(dir)
  const office = openBenchOffice(dir)
  await office.as('王管')
  const times: number[] = []
  for (let run = 0; run < runs; run += 1)
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
      await office.station.call('no.such.call', {})
      times.push(
        await timed(async () => {
          const { figures } = await office.ok('disclosure.annualReport', { year })
          if (figures.checks.some(({ holds }) => !holds)) throw new Error('a check of the report does not hold')
        }),
      )
    }
  await office.close()
  return [
    under('the annual report, ten years of 700 applications, worst year', Math.max(...times), 'ms', 500),
    under('the annual report, ten years of 700 applications, median', median(times), 'ms', 500),
  ]
}
