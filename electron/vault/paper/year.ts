import { instantOf } from '../door/clock.ts'

/** Two instants: from the first, before the second. */
export type Span = readonly [from: string, before: string]

/** A year of the office's wall clock. */
export const yearSpan = (year: number): Span => [year, year + 1].map((each) => instantOf(`${each}-01-01T00:00`).toISOString()) as [string, string]
