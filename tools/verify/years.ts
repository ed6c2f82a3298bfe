import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import type { Past } from './chain.ts'
import { series } from './rules.ts'
import { checkStep, type Signed } from './said-by.ts'

type Closing = {
  id: number
  year: number
  counts: string
  size: number
  root: string
  by_person: number
  signature: number
  approved_by: number
  approve_signature: number
}
type Book = {
  register: string
  first: string | null
  last: string | null
  documents: number
  backfilled: number
  levels: { level: string; documents: number; copies: number }[]
  states: { state: string; documents: number }[]
  received: number
  made: number
  copies: { state: string; copies: number }[]
}
type Counts = { books: Book[]; series: { series: string; last: string; count: number }[]; carried: { what: string; numbers: string[] }[] }
type Entered = {
  id: number
  year: number
  register: string
  number: string
  counted: number
  backfilled: boolean
  seq: number
  finished: number | null
}
type Counted = Entered & { level: string }

const REGISTERS = ['classified', 'internal', 'compiled']
const LEVELS: Record<string, string> = { internal: '内部', secret: '秘密', confidential: '机密', topSecret: '绝密' }
const wordOf = (name: string) => series[name]?.word ?? name
const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((total, one) => total + of(one), 0)

/** Up to which entries years were closed: the root of the record there is held against what the row says. */
export const sizesOfYears = (database: Database.Database): number[] => database.prepare('SELECT size FROM year_close').pluck().all() as number[]

type Row = { id: number; year: number; register: string; number: string; counted: number; register_signature: number; backfilled: 0 | 1 }

/** Every document, read once: in which entry it was registered, and in which it was 办结. */
const everyDocument = (database: Database.Database, { orders }: Signed): Entered[] => {
  const finished = database
    .prepare(
      "SELECT min(seq) FROM audit_object JOIN audit_entry ON seq = entry WHERE audit_object.object = ? AND call = 'documents.finish' AND outcome = 'done'",
    )
    .pluck()
  const read = `SELECT id, year, register, number, counted, register_signature,
    EXISTS (SELECT 1 FROM import_document WHERE document = document.id) AS backfilled FROM document ORDER BY id`
  return (database.prepare(read).all() as Row[]).map(({ register_signature: signature, backfilled, ...row }) => ({
    ...row,
    backfilled: backfilled === 1,
    seq: orders.signature.get(signature)?.made ?? Number.MAX_SAFE_INTEGER,
    finished: finished.get(row.number) as number | null,
  }))
}

/** Documents as the record had them before an entry: level by the last version until then. */
const asBefore = (database: Database.Database, { orders }: Signed, documents: readonly Entered[], entry: number): Counted[] => {
  const versions = database.prepare('SELECT id, level FROM particulars WHERE document = ? ORDER BY version')
  const isMade = (version: number) => (orders.particulars.get(version)?.made ?? 0) < entry
  return documents.map((document) => ({
    ...document,
    level: (versions.all(document.id) as { id: number; level: string }[]).findLast(({ id }) => isMade(id))?.level ?? '',
  }))
}

/** What of one register is not as the rows and the record have it. */
const faultsOf = (book: Book, all: readonly Counted[], entry: number): string[] => {
  const documents = all.filter(({ register }) => register === book.register)
  const own = documents.filter(({ backfilled }) => !backfilled)
  const open = sum(
    book.states.filter(({ state }) => state === 'registered' || state === 'inProgress'),
    ({ documents: of }) => of,
  )
  const held: [string, unknown, unknown][] = [
    ['件数', book.documents, documents.length],
    ['补录件数', book.backfilled, documents.length - own.length],
    ['首号', book.first, own[0]?.number ?? null],
    ['末号', book.last, own.at(-1)?.number ?? null],
    ['收文份数', book.received, sum(documents, ({ counted }) => counted)],
    ['未办结件数', open, documents.filter(({ finished }) => finished === null || finished > entry).length],
    ['各状态件数之和', sum(book.states, (one) => one.documents), book.documents],
    ['各去向份数之和', sum(book.copies, (one) => one.copies), book.received + book.made],
    ['各密级份数之和', sum(book.levels, (one) => one.copies), book.received + book.made],
    ...[...new Set([...book.levels, ...documents].map(({ level }) => level))].map((level): [string, unknown, unknown] => [
      `${LEVELS[level] ?? level}件数`,
      book.levels.find((one) => one.level === level)?.documents ?? 0,
      documents.filter((one) => one.level === level).length,
    ]),
  ]
  return held.flatMap(([what, said, found]) => (said === found ? [] : [`${wordOf(book.register)}${what}记${said ?? '无'}，实为${found ?? '无'}`]))
}

/** The series of a closed year end where they ended then: no number was given in it since. */
const seriesFaults = (database: Database.Database, year: number, { books, series: numbered }: Counts): string[] => {
  const said = new Map([
    ...numbered.map(({ series: name, count }) => [name, count] as const),
    ...books.flatMap(({ register, documents, backfilled }) => (documents > backfilled ? [[register, documents - backfilled] as const] : [])),
  ])
  const counters = database.prepare('SELECT series, last FROM counter WHERE year = ?').all(year) as { series: string; last: number }[]
  return [
    ...counters.filter(({ series: name, last }) => said.get(name) !== last).map(({ series: name }) => `${wordOf(name)}的编号与关账时不同`),
    ...[...said.keys()].filter((name) => !counters.some((counter) => counter.series === name)).map((name) => `${wordOf(name)}没有这一年的编号`),
  ]
}

/** What is carried over as 未办结 are the documents of the year, and of those before it, that were not finished then. */
const carriedFaults = (all: readonly Entered[], { year, counts }: { year: number; counts: Counts }, entry: number): string[] => {
  const open = all.filter((one) => one.year <= year && one.seq < entry && (one.finished === null || one.finished > entry)).map(({ number }) => number)
  const said = counts.carried.find(({ what }) => what === 'documents')?.numbers ?? []
  return JSON.stringify([...said].sort()) === JSON.stringify(open.sort()) ? [] : ['结转的未办结文件与记录不符']
}

/**
 * Closed years: signed by a 保密员 and a 分管领导 who is another person, in the order of the years, after their end, on the record as it was;
 * the counts are what the rows and the record up to that entry give, and nothing was registered or numbered into the year since (F1(1)b).
 */
export const checkYears = (database: Database.Database, means: Signed, pasts: ReadonlyMap<number, Past> | undefined): void => {
  const { findings, orders, held } = means
  const stoodOn = new Set<number>()
  let before: number | null = null
  const closings = database.prepare('SELECT * FROM year_close ORDER BY id').all() as Closing[]
  const all = closings.length > 0 ? everyDocument(database, means) : []
  for (const row of closings) {
    const { year, size, root } = row
    const where = `year_close ${row.id}（${year}年度）`
    const breaks = (why: string) => findings.breaks('年度关账', where, why)
    const counts = JSON.parse(row.counts) as Counts
    const entry = orders.year_close.get(row.id)?.made ?? Number.MAX_SAFE_INTEGER
    const said = {
      year,
      documents: sum(counts.books, ({ documents }) => documents),
      copies: sum(counts.books, ({ received, made }) => received + made),
      carried: sum(counts.carried, ({ numbers }) => numbers.length),
      counts: sha256(Buffer.from(row.counts)).toString('base64'),
      size,
      root,
    }
    const neither = { said, neverSaid: '就是另一签名人' }
    const closing = { signature: row.signature, by: row.by_person, duty: ['officer'], never: [row.approved_by] }
    const countersigning = { signature: row.approve_signature, by: row.approved_by, duty: ['deputyLeader'], never: [row.by_person] }
    checkStep(means, where, { step: '关账', ...closing, ...neither })
    checkStep(means, where, { step: '会签', ...countersigning, ...neither })
    stoodOn.add(row.signature).add(row.approve_signature)
    if (size !== entry) breaks('关账时的记录条数不是这一条之前的条数')
    if (pasts?.get(size) && pasts.get(size)?.root !== root) breaks(`前 ${size} 条记录的根不同：记录被重写过`)
    if (before !== null && year <= before) breaks('没有按年度先后关账')
    before = year
    const closedAt = String(held.get(row.signature)?.at ?? '')
    if (closedAt < new Date(Date.UTC(year, 11, 31, 16)).toISOString()) breaks('年度还没有结束就关账')
    const ofYear = all.filter((one) => one.year === year)
    for (const { number } of ofYear.filter(({ seq }) => seq > entry)) breaks(`关账以后又登记了${number}`)
    const then = asBefore(
      database,
      means,
      ofYear.filter(({ seq }) => seq < entry),
      entry,
    )
    const registers = counts.books.map(({ register }) => register)
    if (JSON.stringify(registers) !== JSON.stringify(REGISTERS)) breaks('登记簿不齐')
    for (const why of [
      ...counts.books.flatMap((book) => faultsOf(book, then, entry)),
      ...seriesFaults(database, year, counts),
      ...carriedFaults(all, { year, counts }, entry),
    ])
      breaks(why)
  }
  for (const [id, { purpose }] of held)
    if (purpose.startsWith('yearEnd.') && !stoodOn.has(id)) findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
