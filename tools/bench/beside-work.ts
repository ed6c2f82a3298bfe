/** What whoever sits at the screen waits for an act of their own while the vault is at long work: a verification, a check of the data, a backup, an export, an import, a report. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { copyOf, emptyFolder } from './archive.ts'
import { type Figure, p95, reported, under } from './figure.ts'
import { type BenchOffice, officers, openBenchOffice, TODAY } from './office.ts'
import { paper, randomFrom, READERS } from './papers.ts'

/** Some long work, whoever sits there meanwhile, and what they do. `begin` resolves when it has ended, or soon after `over` says that enough was seen. */
type LongWork = {
  what: string
  by: string
  begin: (office: BenchOffice, over: () => boolean) => Promise<unknown>
  act: (office: BenchOffice) => Promise<unknown>
}

/** Milliseconds for which long work is looked at. */
const LONGEST_MS = 60_000
const PAUSE_MS = 5

/**
 * Acts one after the other until the work has ended, or for long enough: each from the moment at which it was due, so that one which could not even be
 * begun while the vault was busy counts with all that it waited.
 */
const actsDuring = async (office: BenchOffice, { begin, act }: LongWork): Promise<number[]> => {
  const acts: number[] = []
  const until = performance.now() + LONGEST_MS
  let ended = false
  const work = begin(office, () => performance.now() > until).finally(() => {
    ended = true
  })
  // Whether it came to its end is asked below, once.
  work.catch(() => undefined)
  while (!ended && performance.now() < until) {
    const due = performance.now() + PAUSE_MS
    await setTimeout(PAUSE_MS)
    await act(office)
    acts.push(performance.now() - due)
  }
  await work
  return acts
}

const random = randomFrom(3)
let papers = 0
const register = (office: BenchOffice) => {
  papers += 1
  return office.ok('documents.register', paper(random, 950_000 + papers, office.clock.now(), READERS))
}
/** A registration whose count does not fit is refused, and the refusal recorded like any act: after a dry run the register must stay as it was. */
const misregister = (office: BenchOffice) =>
  office.station.call('documents.register', { ...paper(random, 990_000, office.clock.now(), READERS), listed: 2, counted: 1 })
const checkpoint = (office: BenchOffice) => office.ok('audit.checkpoint', {})

const verification: LongWork = {
  what: 'a verification',
  by: officers.auditor,
  begin: async (office, over) => {
    for (let from: number | null = 0; from !== null && !over(); ) {
      from = (await office.ok('audit.verify', { from })).next
      await setTimeout(0)
    }
  },
  act: checkpoint,
}

const check: LongWork = {
  what: 'a check of the data',
  by: officers.auditor,
  begin: async (office, over) => {
    await office.ok('backup.check', {})
    while ((await office.ok('backup.checks', {})).running) {
      if (over()) return office.ok('backup.stopCheck', {})
      await setTimeout(200)
    }
  },
  act: checkpoint,
}

const backup: LongWork = {
  what: 'a backup',
  by: officers.systemAdmin,
  begin: async (office, over) => {
    const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
    let ended = false
    const written = office.station.carryOut(ticket, emptyFolder()).finally(() => {
      ended = true
    })
    while (!ended && !over()) await setTimeout(200)
    if (!ended) return office.ok('backup.cancel', {})
    const delivered = await written
    if (!delivered.ok) throw new Error(`no backup came of it: ${delivered.message}`)
  },
  // A second backup is refused while one is under way, and the refusal recorded like any act
  act: (office) => office.station.call('backup.begin', { kind: 'backup' }),
}

const exporting: LongWork = {
  what: 'an export to Excel',
  by: '李保',
  begin: async (office) => {
    const step = { list: 'register', filter: { year: Number(TODAY.slice(0, 4)) } } as const
    const { ticket } = await office.ok('export.list', { ...step, ticket: await office.ticket('王管', 'export.list', step) })
    if (!(await office.station.redeem(ticket))) throw new Error('no file came of it')
  },
  act: register,
}

const HEADS = ['收文号', '收文日期', '来文单位', '文号', '文件标题', '份数', '密级', '成文日期']
const ROWS = 10_000

/** An old ledger as a text with commas. */
const oldLedger = (): string => {
  const path = join(emptyFolder(), '旧台账.csv')
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const n = index + 1
    return [`旧${n}`, '2019-05-08', '青禾市示范局', `青示发〔2019〕${n}号`, `关于往年示范工作的通知之${n}`, 1, '秘密★5年', '2019-05-06']
  })
  writeFileSync(path, [HEADS, ...rows].map((cells) => cells.join(',')).join('\r\n'))
  return path
}

const importing: LongWork = {
  what: `an import of ${ROWS.toLocaleString('en')} rows`,
  by: '李保',
  begin: async (office) => {
    const chosen = await office.station.ledger(oldLedger())
    const sheet = (await office.ok('importing.file', {})).ledger?.sheets[0]
    if (!chosen.ok || chosen.file === null || !sheet) throw new Error('the ledger was not read')
    const { file } = chosen
    await office.ok('importing.try', { file, sheet: 0, kind: sheet.kind, columns: sheet.columns })
    while (!(await office.ok('importing.rows', { file, limit: 1 })).done) await setTimeout(50)
    const { documents } = await office.ok('importing.commit', { file })
    if (documents !== ROWS) throw new Error(`${documents} of ${ROWS} rows were entered`)
  },
  act: misregister,
}

const REPORTS = 20

const reporting: LongWork = {
  what: 'the reports of a year’s quarters',
  by: officers.auditor,
  begin: async (office) => {
    const year = Number(TODAY.slice(0, 4)) - 1
    for (let n = 0; n < REPORTS; n += 1) {
      await office.ok('paper.auditReport', { year, quarter: 1 + (n % 4) })
      await setTimeout(PAUSE_MS)
    }
  },
  act: checkpoint,
}

/** For each kind of long work the acts beside it: their p95, and the longest that one of them waited. */
export const besideLongWork = async (archive: string): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  const figures: Figure[] = []
  for (const work of [verification, check, backup, exporting, importing, reporting]) {
    await office.as(work.by)
    const acts = await actsDuring(office, work)
    const name = `thirty years: an act during ${work.what}`
    figures.push(under(`${name}, p95`, p95(acts), 'ms', 50), reported(`${name}, the longest of ${acts.length}`, Math.max(...acts), 'ms'))
  }
  await office.close()
  return figures
}
