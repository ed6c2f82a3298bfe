import { instantOf } from '../door/clock.ts'
import type { Read } from '../door/unit.ts'

/** Instants of the record: from the first on, before the second; an end that is missing is open. */
export type Instants = { from?: string | undefined; to?: string | undefined }
/** Entries by their numbers: from `low` on, before `high`. */
export type Span = { low: number; high: number }

const DAY_MS = 86_400_000

/** The instants of the days of a filter, the last one with it. */
export const instantsOf = ({ from, to }: { from?: string | undefined; to?: string | undefined }): Instants => ({
  from: from && instantOf(`${from}T00:00`).toISOString(),
  to: to && new Date(instantOf(`${to}T00:00`).getTime() + DAY_MS).toISOString(),
})

/** How far a clock may have been set back without an entry that tells of it, many times over. */
const CLOCK_MARGIN_MS = 60_000
/** Beyond so many places where the clock ran back nobody looks for the days between them. */
const MOST_CLOCKS = 100

const head = (read: Read) =>
  read.get<{ size: number; head: Buffer }>('SELECT size, head FROM audit_head WHERE id = 1') ?? { size: 0, head: Buffer.alloc(32) }

/** How long the record is, and its head in hex. */
export const headOf = (read: Read): { size: number; head: string } => {
  const { size, head: last } = head(read)
  return { size, head: Buffer.from(last).toString('hex') }
}

/** The first entry of a span that is not before an instant; times rise within it. */
const firstSince = (read: Read, { low, high }: Span, instant: string): number => {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const { at } = read.get<{ at: string }>('SELECT at FROM audit_entry INDEXED BY audit_line WHERE seq = ?', middle) ?? { at: '' }
    if (at < instant) from = middle + 1
    else to = middle
  }
  return from
}

const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

/**
 * Where the entries between two instants lie in the record, and perhaps a little more: found from one entry that noticed the clock running back
 * to the next. Whoever asks compares the instants of what lies there.
 */
export const spanOf = (read: Read, { from, to }: Instants): Span => {
  const { size } = head(read)
  const clocks = read.all<{ seq: number }>(`SELECT seq FROM audit_entry WHERE instr(detail, '"clockBack"') > 0 ORDER BY seq LIMIT ?`, MOST_CLOCKS)
  if ((!from && !to) || clocks.length === MOST_CLOCKS) return { low: 0, high: size }
  const bounds = [0, ...clocks.map(({ seq }) => seq), size]
  const found = bounds.slice(1).flatMap((high, index) => {
    const run = { low: bounds[index] as number, high }
    const low = from ? firstSince(read, run, shifted(from, -CLOCK_MARGIN_MS)) : run.low
    const end = to ? firstSince(read, run, shifted(to, CLOCK_MARGIN_MS)) : run.high
    return low < end ? [{ low, high: end }] : []
  })
  return { low: Math.min(size, ...found.map(({ low }) => low)), high: Math.max(0, ...found.map(({ high }) => high)) }
}
