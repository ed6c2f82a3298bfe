import { type ApplicantKind, type DisclosureState, type ItemState, lineOfReply, type ReplyKind, type ResultLine } from '../../../contract/terms.ts'
import { instantOf, wallClock } from '../door/clock.ts'
import type { Read } from '../door/unit.ts'

/** From the first to the last day, both of them in it. */
export type Days = { from: string; to: string }

/** How one ended: on which day, in which sub-row, null where no reply says so; of a reply whether it was late, null where its last day was not known. */
export type Ended = { on: string; line: ResultLine | null; replied: { late: boolean | null } | null }

/**
 * What is counted as one (条例49): each of the things asked for in an application that was registered; an application that was not, or ended
 * before it was, as a whole. `startedOn`: when it, or the 补正, was received.
 */
export type Unit = { kind: ApplicantKind; receivedOn: string; startedOn: string; ended: Ended | null }

/** The steps that the index of counted steps holds; in its very words, so that it is read by it. */
export const COUNTED = "act IN ('approve','abandoned','withdrawn','extend','askSupplement')"
/** The first instant of a day on the office's wall clock. */
export const beginOf = (day: string): string => instantOf(`${day}T00:00`).toISOString()

/** Applications that were received in these days, or before them and not ended by then: others have no part in what happened in them. */
const concerned = (read: Read, { from, to }: Days): string => {
  const ids = read.all<{ id: number }>(
    `SELECT id FROM disclosure WHERE received_on BETWEEN ? AND ?
     UNION SELECT id FROM disclosure WHERE state IN ('received','supplementing','registered') AND received_on < ?
     UNION SELECT d.id FROM disclosure_step AS s JOIN disclosure AS d ON d.id = s.disclosure
       WHERE s.${COUNTED} AND s.act IN ('approve','abandoned','withdrawn') AND s.at >= ? AND d.received_on < ?`,
    from,
    to,
    from,
    beginOf(from),
    from,
  )
  return JSON.stringify(ids.map(({ id }) => id))
}

type Line = {
  disclosure: number
  state: DisclosureState
  kind: ApplicantKind
  receivedOn: string
  startedOn: string
  item: number | null
  itemState: ItemState | null
}
type Ending = {
  disclosure: number
  item: number | null
  act: 'approve' | 'abandoned' | 'withdrawn'
  at: string
  facts: string
  reply: ReplyKind | null
}

const endingsOf = (read: Read, ids: string): Map<number, Ending[]> =>
  Map.groupBy(
    read.all<Ending>(
      `SELECT s.disclosure, s.item, s.act, s.at, s.facts, reply.outcome AS reply FROM json_each(?) AS named
       JOIN disclosure_step AS s ON s.disclosure = named.value LEFT JOIN disclosure_step AS reply ON reply.id = json_extract(s.facts, '$.reply')
       WHERE s.act IN ('approve','abandoned','withdrawn') ORDER BY s.id`,
      ids,
    ),
    ({ disclosure }) => disclosure,
  )

const replied = ({ facts, at, reply }: Ending): Ended => {
  const { repliedOn, late } = JSON.parse(facts) as { repliedOn?: string; late?: boolean | null }
  return { on: repliedOn ?? wallClock(new Date(at)).slice(0, 10), line: reply && lineOfReply[reply], replied: { late: late ?? null } }
}
/** 视为放弃 has a sub-row of its own; what was withdrawn is 其他. */
const closed = ({ facts, at, act }: Ending): Ended => {
  const { on } = JSON.parse(facts) as { on?: string }
  return { on: on ?? wallClock(new Date(at)).slice(0, 10), line: act === 'abandoned' ? 'abandoned' : 'otherwise', replied: null }
}

/** How it stands: by the answer that stands now, so that one that was voided is open again (B1); or by how the application was closed. */
const endedOf = ({ item, itemState, state }: Line, endings: readonly Ending[]): Ended | null => {
  const answer = endings.findLast((ending) => ending.act === 'approve' && ending.item === item)
  if (itemState === 'answered' || itemState === 'delivered') return answer ? replied(answer) : null
  const over = item === null ? state === 'abandoned' || state === 'withdrawn' : itemState === 'ended'
  const closing = endings.findLast(({ act }) => act !== 'approve')
  return over && closing ? closed(closing) : null
}

/** Everything that was received, open or ended in these days. */
export const unitsIn = (read: Read, days: Days): Unit[] => {
  const ids = concerned(read, days)
  const endings = endingsOf(read, ids)
  const lines = read.all<Line>(
    `SELECT d.id AS disclosure, d.state, a.kind, d.received_on AS receivedOn, a.received_on AS startedOn, i.id AS item, i.state AS itemState
     FROM json_each(?) AS named JOIN disclosure AS d ON d.id = named.value JOIN application AS a ON a.disclosure = d.id AND a.version = d.version
     LEFT JOIN disclosure_item AS i ON i.disclosure = d.id`,
    ids,
  )
  return lines
    .map((line) => ({
      kind: line.kind,
      receivedOn: line.receivedOn,
      startedOn: line.startedOn,
      ended: endedOf(line, endings.get(line.disclosure) ?? []),
    }))
    .filter(({ receivedOn, ended }) => receivedOn <= days.to && (receivedOn >= days.from || ended === null || ended.on >= days.from))
}
