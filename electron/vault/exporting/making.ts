import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Redeemed } from '../../../contract/bridge.ts'
import type { ExportFilter } from '../../../contract/exporting.ts'
import { type ExportList, exportLabel, type Level, levelLabel } from '../../../contract/terms.ts'
import { highestMark, type Marked } from '../documents/marking.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork } from '../door/opened.ts'
import type { Query } from '../door/unit.ts'
import { threadFile } from '../storage/thread-file.ts'
import type { Exported } from './listing.ts'
import { filterInWords } from './filter-words.ts'
import type { ToMaker } from './worker.ts'

/** What a ticket of `export.list` was given for. */
export type Order = { id: number; number: string; list: ExportList; filter: ExportFilter; at: string; by: string }

/** The lists that leave as a file. */
export type Lists = Record<ExportList, Exported>

/** The files that are made, outside the order of the calls: acts go on while one is. */
export type Exports = {
  lists: Lists
  /** Keeps what a ticket is for. */
  order(ticket: string, order: Order): void
  /** Has the file made, and records what is in it: rows, highest mark and digest. Null when it came to nothing. Asked twice, it is made once. */
  make(opened: Opened, ticket: string, grant: Redeemed): Promise<Redeemed | null>
  /** Whether one is being made now. */
  running(): boolean
  /** The session ends: what is being made is dropped, and every ticket with it. */
  abandon(): void
}

const entry = threadFile(import.meta.dirname, 'export-worker.mjs')

/** Rows are read, and told to the thread, so many in one turn: no act waits longer for it. */
const ROWS_A_TURN = 40

type Made = { bytes: Uint8Array; rows: number; level: Level }

const startMaker = () => {
  const worker = new Worker(entry, { env: {}, execArgv: [] })
  const bytes = new Promise<Uint8Array>((made, failed) => {
    worker.once('message', made)
    worker.once('error', failed)
    worker.once('exit', () => failed(new Error('the maker ended')))
  })
  bytes.catch(() => undefined)
  return { bytes, tell: (message: ToMaker) => worker.postMessage(message), end: () => void worker.terminate() }
}
type Maker = ReturnType<typeof startMaker>

/** Reads a list turn by turn and has the thread make a file of it. */
const makeFile = async (exported: Exported, query: Query, { list, filter, ...order }: Order, maker: Maker, isOver: () => boolean): Promise<Made> => {
  const marked: Marked[] = []
  let count = 0
  for (const page of exported.pages(query, filter)) {
    const mark = (rows: readonly unknown[]) => marked.push(...exported.marks(query.read, rows as never[]))
    mark(page)
    for (let from = 0; from < page.length; from += ROWS_A_TURN) {
      const turn = page.slice(from, from + ROWS_A_TURN)
      // Acts went on since the page was read: what they raised is in the boxes that are read now
      mark(turn)
      const rows = turn.map((row) => exported.cells(query, row as never))
      count += rows.length
      maker.tell({ rows })
      await nextTurn()
      if (isOver()) throw new Error('the session is over')
    }
  }
  const { level, mark } = highestMark(marked)
  const { unit } = query.settings
  const words = filterInWords(query.read, list, filter)
  const head = { title: exportLabel[list], unit, number: order.number, by: order.by, at: order.at.replace('T', ' '), filter: words }
  maker.tell({ end: { head, mark, columns: exported.columns }, newestFirst: exported.newestFirst })
  return { bytes: await maker.bytes, rows: count, level }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type Means = { clock: Clock; inOrder<T>(step: () => Promise<T>): Promise<T>; lists: Lists }

export const openExports = ({ clock, inOrder, lists }: Means): Exports => {
  const orders = new Map<string, Order>()
  const under = new Map<string, { made: Promise<Redeemed | null>; maker: Maker }>()
  let sessions = 0

  /** What is in the file stands in the record before anybody has it. */
  const record = (opened: Opened, { id, number }: Order, { bytes, rows, level }: Made) =>
    runWork(opened, queryOf(opened, clock, opened.roles[0] ?? null), 'shell.exported', (work) => {
      work.about(number)
      work.note({ rows, level: levelLabel[level] })
      work.change('export', id, { made_at: work.now.toISOString(), rows, level, digest: digestOf(bytes) })
    })

  const run = async (opened: Opened, grant: Redeemed, order: Order, maker: Maker): Promise<Redeemed | null> => {
    const mine = sessions
    const isOver = () => sessions !== mine
    try {
      const made = await makeFile(lists[order.list], queryOf(opened, clock, opened.roles[0] ?? null), order, maker, isOver)
      return await inOrder(async () => {
        if (isOver()) return null
        record(opened, order, made)
        return { ...grant, bytes: Buffer.from(made.bytes).toString('base64') }
      })
    } catch {
      return null
    } finally {
      maker.end()
    }
  }

  return {
    lists,
    order: (ticket, order) => void orders.set(ticket, order),
    make: (opened, ticket, grant) => {
      const going = under.get(ticket)
      if (going) return going.made
      const order = orders.get(ticket)
      if (!order) return Promise.resolve(null)
      const maker = startMaker()
      const made = run(opened, grant, order, maker)
      under.set(ticket, { made, maker })
      orders.delete(ticket)
      void made.then(() => under.delete(ticket))
      return made
    },
    running: () => under.size > 0,
    abandon: () => {
      sessions += 1
      orders.clear()
      for (const { maker } of under.values()) maker.end()
      under.clear()
    },
  }
}
