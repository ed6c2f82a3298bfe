import type { Output, Parsed } from '../../../contract/index.ts'
import type { KeptCopy } from '../../../contract/keeping-views.ts'
import type { CopyState, Level } from '../../../contract/terms.ts'
import { copiesMatching, matching } from '../documents/matching.ts'
import { daysAfter, daysPast, instantOf, wallClock } from '../door/clock.ts'
import type { Query, Value } from '../door/unit.ts'
import { boxById } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  copyNo: string | null
  state: CopyState
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  level: Level
  mark: string
  box: number | null
  boxNumber: string | null
  archiving: number | null
  archivingNumber: string
  volume: string
  place: string
  day: string
  finishedAt: string | null
}

const COLUMNS = `copy.id, copy.number, copy.copy_no AS copyNo, copy.state, document.id AS document, document.number AS documentNumber, p.title, p.symbol,
  p.level, p.mark, copy.box, box.number AS boxNumber, copy.archiving, archiving.number AS archivingNumber, archiving.volume, archiving.place, archiving.day,
  document.finished_at AS finishedAt`
/** `copies` is the table with the index that it is to be read by, where SQLite would take a larger one. */
const from = (
  copies = 'copy',
) => `${copies} JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current LEFT JOIN box ON box.id = copy.box
  LEFT JOIN archiving ON archiving.id = copy.archiving`

const keptOf =
  ({ wall }: Query) =>
  (line: Line): KeptCopy => {
    const { id, number, copyNo, state, documentNumber, title, symbol, level, mark, box, boxNumber, finishedAt } = line
    const isLoose = state === 'inBox' && box === null && finishedAt !== null
    return {
      id,
      number,
      copyNo,
      state,
      document: { id: line.document, number: documentNumber, title, symbol, level, mark },
      box: box === null ? null : { id: box, number: boxNumber ?? '' },
      archiving:
        line.archiving === null ? null : { id: line.archiving, number: line.archivingNumber, volume: line.volume, place: line.place, day: line.day },
      finishedAt,
      looseDays: isLoose ? daysPast(wallClock(new Date(finishedAt)).slice(0, 10), wall.slice(0, 10)) : null,
    }
  }

const FROM_THE_TOP = Number.MAX_SAFE_INTEGER
/** What lies loose by its own index, not by that of all that is in the box. */
const BY_LOOSE = 'copy INDEXED BY copy_loose'
/** 办结 and in no box: what that index holds, less what is in progress. */
const LOOSE = "copy.state = 'inBox' AND copy.box IS NULL AND document.state NOT IN ('registered','inProgress')"

/** Copies in the office's keeping, newest first, a page at a time. */
export const copies = (query: Query, { box, loose, archived, text, after, limit }: Parsed<'keeping.copies'>): Output<'keeping.copies'> => {
  const parts = ['copy.id < ?']
  const params: Value[] = [after ?? FROM_THE_TOP]
  if (box !== undefined) {
    boxById(query.read, box, 'box')
    parts.push('copy.box = ?')
    params.push(box)
  }
  if (loose) parts.push(LOOSE)
  if (archived) parts.push("copy.state = 'archived'")
  if (box === undefined && !loose && !archived) parts.push("+copy.state IN ('inBox','archived')")
  if (text !== undefined) {
    const found = matching(query.read, text)
    if (found === null) return { rows: [], next: null }
    const meant = copiesMatching(query.read, found)
    parts.push(meant.sql)
    params.push(...meant.params)
  }
  const rows = query.read.all<Line>(
    `SELECT ${COLUMNS} FROM ${from(loose ? BY_LOOSE : undefined)} WHERE ${parts.join(' AND ')} ORDER BY copy.id DESC LIMIT ?`,
    ...params,
    limit,
  )
  return { rows: rows.map(keptOf(query)), next: nextOf(rows, limit) }
}

/** What was 办结 before this instant is so for as many days as the settings give. */
const looseUntil = ({ settings: { boxDays }, wall }: Query): string => instantOf(`${daysAfter(wall.slice(0, 10), 1 - boxDays)}T00:00`).toISOString()

/** How much is 办结未入箱, counted up to `most`. */
export const countLoose = (query: Query, most: number): number =>
  query.read.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${BY_LOOSE} JOIN document ON document.id = copy.document WHERE ${LOOSE} AND document.finished_at < ? LIMIT ?)`,
    looseUntil(query),
    most,
  )?.n ?? 0

/** 办结未入箱: what lies loose for as many days as the settings give, oldest first, at most `limit` (F1(6)). */
export const looseTooLong = (query: Query, limit: number): KeptCopy[] => {
  const until = looseUntil(query)
  return query.read
    .all<Line>(`SELECT ${COLUMNS} FROM ${from(BY_LOOSE)} WHERE ${LOOSE} AND document.finished_at < ? ORDER BY copy.id LIMIT ?`, until, limit)
    .map(keptOf(query))
}

/** All that is 办结未入箱, for however long, the oldest paper first. */
export const looseNow = (query: Query): KeptCopy[] =>
  query.read.all<Line>(`SELECT ${COLUMNS} FROM ${from(BY_LOOSE)} WHERE ${LOOSE} ORDER BY copy.id`).map(keptOf(query))

/** All that belongs in one box, also what is out of it, in the order of registration. */
export const contentOf = (query: Query, box: number): KeptCopy[] =>
  query.read.all<Line>(`SELECT ${COLUMNS} FROM ${from()} WHERE copy.box = ? ORDER BY copy.id`, box).map(keptOf(query))
