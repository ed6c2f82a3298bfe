/** What `npm run bench` says of one thing it measured: a figure beside its peer or its limit, taken in the same run. */
export type Figure = {
  name: string
  value: number
  unit: string
  /** What it stands beside: another program's figure, or `limit`; null when it is only reported. */
  peer: string | null
  peerValue: number | null
  ratio: number | null
  /** What the ratio or the value must be, in words: `≥ 0.5 × peer`, `≤ 8 ms`. */
  goal: string | null
  holds: boolean | null
}

/** Three significant figures are more than a shared machine gives. */
const rounded = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(3)))

/** A figure that must stay under a limit of its own unit. */
export const under = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value: rounded(value),
  unit,
  peer: 'limit',
  peerValue: limit,
  ratio: rounded(value / limit),
  goal: `≤ ${limit} ${unit}`,
  holds: value <= limit,
})

type Beside = { name: string; value: number; unit: string; peer: string; peerValue: number }

const beside = ({ name, value, unit, peer, peerValue }: Beside, goal: string, holds: (ratio: number) => boolean): Figure => ({
  name,
  value: rounded(value),
  unit,
  peer,
  peerValue: rounded(peerValue),
  ratio: rounded(value / peerValue),
  goal,
  holds: holds(value / peerValue),
})

/** A figure that must be at least so many times its peer. */
export const atLeast = (times: number, figure: Beside): Figure => beside(figure, `≥ ${times} × peer`, (ratio) => ratio >= times)

/** A figure that must be at most so many times its peer. */
export const atMost = (times: number, figure: Beside): Figure => beside(figure, `≤ ${times} × peer`, (ratio) => ratio <= times)

/** A figure beside its peer, of which nothing is demanded. */
export const compared = ({ name, value, unit, peer, peerValue }: Beside): Figure => ({
  name,
  value: rounded(value),
  unit,
  peer,
  peerValue: rounded(peerValue),
  ratio: rounded(value / peerValue),
  goal: null,
  holds: null,
})

/** A figure without a limit. */
export const reported = (name: string, value: number, unit: string): Figure => ({
  name,
  value: rounded(value),
  unit,
  peer: null,
  peerValue: null,
  ratio: null,
  goal: null,
  holds: null,
})

/** The value that a part `at` (0…1) of the samples does not exceed. */
export const quantile = (samples: readonly number[], at: number): number => {
  if (samples.length === 0) throw new RangeError('nothing was measured')
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] as number
}
export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95)

/** Milliseconds that something took. */
export const timed = async (act: () => unknown): Promise<number> => {
  const start = performance.now()
  await act()
  return performance.now() - start
}
