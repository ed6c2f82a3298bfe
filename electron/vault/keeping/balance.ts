import type { Output, Parsed } from '../../../contract/index.ts'
import { COPY_STATES, type CopyState } from '../../../contract/terms.ts'
import type { Query, Read } from '../door/unit.ts'

type Line = { state: CopyState; copies: number; made: number }

/** Everything, out of the index of places; what was made, out of that of requests: no row is read. */
const whole = (read: Read): { lines: Omit<Line, 'made'>[]; made: number } => ({
  lines: read.all<Omit<Line, 'made'>>('SELECT state, count(*) AS copies FROM copy GROUP BY state'),
  made: read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE reproduction IS NOT NULL')?.n ?? 0,
})

const ofYear = (read: Read, year: number): { lines: Omit<Line, 'made'>[]; made: number } => {
  const lines = read.all<Line>(
    `SELECT copy.state, count(*) AS copies, sum(copy.kind <> 'original') AS made FROM document JOIN copy ON copy.document = document.id
     WHERE document.register IN ('classified','internal','compiled') AND document.year = ? GROUP BY copy.state`,
    year,
  )
  return { lines, made: lines.reduce((sum, { made }) => sum + made, 0) }
}

/** 总账: 收 + 复制 = the sum of the places, over all documents or those registered in a year. */
export const balance = ({ read }: Query, { year }: Parsed<'keeping.balance'>): Output<'keeping.balance'> => {
  const { lines, made } = year === undefined ? whole(read) : ofYear(read, year)
  const of = (state: CopyState) => lines.find((line) => line.state === state)?.copies ?? 0
  const places = COPY_STATES.map((state) => ({ state, copies: of(state) }))
  return { received: places.reduce((sum, { copies }) => sum + copies, 0) - made, made, places }
}
