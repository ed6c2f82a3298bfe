/**
 * The archive of thirty years at ten times an office's volume (domain 5): 180,000 documents, 270,000 custody items, 1.1 million legs, 2.5 million
 * entries. Its people and first day are set up through the door; then the desks' own acts follow at pace (paced-office.ts).
 */
import { receiveEnvelopes, renewPassword, setUp } from './archive.ts'
import { idOf, officers, openBenchOffice, passwordOf, TODAY } from './office.ts'
import { applications, askForReview, catalogue } from './openness.ts'
import { openPacedOffice, type PacedOffice } from './paced-office.ts'
import { paper, type Random, randomFrom } from './papers.ts'

const FIRST_MORNING = '1996-03-04T08:30:00+08:00'
/** Readers with keys of their own. */
const READERS = 12
/** Of the readers of a sheet this part reads and signs; the others are away, and the sheet says so. */
const READ = 0.31
/** Documents that still stand open at the end. */
const OPEN = 400

const YEARS_MS = new Date(TODAY).getTime() - new Date(FIRST_MORNING).getTime()

/** When the n-th paper comes: in the mornings of every day of the years. */
const momentOf = (n: number, of: number) => new Date(new Date(FIRST_MORNING).getTime() + ((n - 1) * YEARS_MS) / of)

const REASONS = ['本人出差', '参加会议', '在外学习'] as const

/** A folder goes round: a third of its readers sign for it, read it and give it back. */
const goRound = (office: PacedOffice, random: Random, n: number, copies: readonly { id: number; number: string }[], names: readonly string[]) => {
  const readers = names.map((name) => readerId(name))
  const sheet = office.act('circulation.draft', { folder: `夹${n % 90}`, copies: copies.map(({ id }) => id), readers })
  for (const [index, { id: leg }] of sheet.legs.entries()) {
    if (random() >= READ) {
      office.act('circulation.returnUnread', { leg, reason: REASONS[index % REASONS.length] as string })
      continue
    }
    const name = names[index] as string
    office.signed(name, 'circulation.handOut', { leg, place: '保密室' })
    office.signed(name, 'circulation.sign', { leg, opinion: '已阅' })
    office.act('circulation.receiveBack', { leg, numbers: copies.map(({ number }) => number) })
  }
  office.act('circulation.close', { sheet: sheet.id, result: '阅毕' })
}

const nameOf = (n: number) => `同事${n}`
const FIRST_COLLEAGUE = 9
const readerId = (name: string) => FIRST_COLLEAGUE - 1 + Number(name.slice(2))

/** One paper and what becomes of it. */
const onePaper = (office: PacedOffice, random: Random, n: number, of: number) => {
  office.clock.set(momentOf(n, of).toISOString())
  const count = n % 2 === 0 ? 2 : 1
  const from = 1 + Math.floor(random() * (READERS - 7))
  const names = Array.from({ length: random() < 0.11 ? 7 : 6 }, (_, index) => nameOf(from + index))
  const incoming = paper(random, n, office.clock.now(), names.map(readerId))
  const copyNos = Array.from({ length: count }, (_, index) => String(n * 10 + index).padStart(7, '0'))
  const { id, copies } = office.act('documents.register', { ...incoming, listed: count, counted: count, copyNos, scope: names.map(readerId) })
  if (n > of - OPEN) return
  goRound(office, random, n, copies, names)
  if (n % 60 === 0) office.act('documents.correct', { document: id, reason: '录入笔误', changes: { remarks: `第${n}件，备注更正` } })
  office.act('documents.finish', { document: id, result: '已办结' })
}

const passwords = (first: readonly string[]) => new Map(first.map((name) => [name, passwordOf(name, '0')]))

/** Lives through thirty years: so many documents, about fourteen audited acts each. */
export const liveLong = async (dir: string, documents: number, say: (line: string) => void): Promise<void> => {
  const office = openBenchOffice(dir, { at: FIRST_MORNING })
  await setUp(office)
  const readers = Array.from({ length: READERS }, (_, index) => nameOf(index + 1))
  const acting = ['李保', '王管', '周阅', '陈科', '韩综', ...readers]
  await office.as(officers.systemAdmin, passwordOf(officers.systemAdmin, 'first'))
  for (const name of acting) {
    const person = name.startsWith('同事') ? readerId(name) : idOf(name)
    await office.ok('people.openAccount', { person, initialPassword: passwordOf(name, 'first') })
  }
  for (const name of acting) await renewPassword(office, name, 'first', '0')
  await office.close()

  const paced = await openPacedOffice(dir, FIRST_MORNING, passwords(acting), '李保')
  const random = randomFrom(documents)
  const start = performance.now()
  for (let n = 1; n <= documents; n += 1) {
    onePaper(paced, random, n, documents)
    if (n % Math.ceil(documents / 20) === 0) say(`${n} documents, ${paced.entries()} entries, ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  paced.clock.set(TODAY)
  paced.as('陈科')
  await askForReview(paced, Math.ceil(documents / 9))
  await catalogue(paced, Math.ceil(documents / 18))
  paced.as('韩综')
  await applications(paced, Math.ceil(documents / 36))
  paced.close()
  await comeBack(dir)
}

/** This morning everybody takes a new password, as each must after so long; the last folders and envelopes wait. */
const comeBack = async (dir: string) => {
  const office = openBenchOffice(dir)
  for (const name of ['李保', '王管', '周阅', '陈科', '韩综']) await renewPassword(office, name, '0', 'now')
  for (const name of Object.values(officers)) await renewPassword(office, name, 'first', 'now')
  await office.as('李保')
  await receiveEnvelopes(office)
  await office.close()
}
