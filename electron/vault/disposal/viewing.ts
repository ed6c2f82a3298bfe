import type { DestructionView, ReturnView } from '../../../contract/disposal-views.ts'
import type { Output, Parsed, ProcedureName } from '../../../contract/index.ts'
import type { DestructionMethod, DestructionSite } from '../../../contract/terms.ts'
import { historyOf } from '../documents/history.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query, Read } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { whyNoEntry } from '../people/paper-signing.ts'
import { signatureMark } from '../people/marks.ts'
import { handed, unexplained } from './deciding.ts'
import { destructionLifecycle, returnLifecycle } from './lifecycle.ts'
import { COPY_COLUMNS, COPY_FROM, type CopyLine, copyOf, destructionRowOf, returnRowOf } from './reading.ts'
import {
  type DestructionRecord,
  destructionById,
  destructionItems,
  going,
  type ReturnItem,
  type ReturnRecord,
  returnById,
  returnItems,
} from './records.ts'

const isMe = ({ read, asking }: Query, other: number | null) => other !== null && isSamePerson(read, other, asking.person.id)

/** Nobody approves what they made; a leader's signature in place stays open to an officer who did (the approver is somebody else then). */
const whyNotDecided = (query: Query, makers: readonly (number | null)[]): string | null =>
  query.asking.role === 'deputyLeader' && makers.some((one) => isMe(query, one)) ? '不得审批本人拟制、复核的清单。' : null

const actsOnReturn = (query: Query, list: ReturnRecord, items: readonly ReturnItem[]) => {
  const left = unexplained(items).length
  const go = handed(items)
  const why = (call: ProcedureName): string | null => {
    if ((call === 'disposal.approve' || call === 'entry.fromPaper') && left > 0) return `还有${left}份没有核对，差额未说明（实施条例27）。`
    if (call === 'entry.fromPaper') return go.length === 0 ? '没有可以清退的份，请作废。' : whyNoEntry(query, [list.begun_by])
    if (call === 'disposal.approve') return go.length === 0 ? '没有可以清退的份，请作废。' : whyNotDecided(query, [list.begun_by])
    if (call === 'disposal.handBack' && isMe(query, list.decided_by)) return '批准人不得兼作清退人。'
    if (call === 'disposal.handBack' && go.some(({ state }) => state !== 'inBox')) return '有的份不在箱，请收回或取出（实施条例27）。'
    return null
  }
  const open = list.state === 'listed' || list.state === 'approved'
  const ways = waysFrom(returnLifecycle, list.state).flatMap(({ by }) => by)
  return offered(query, [...(open ? (['disposal.check'] as const) : []), ...ways], why)
}

const actsOnDestruction = (query: Query, batch: DestructionRecord, items: number) => {
  const why = (call: ProcedureName): string | null => {
    if (call === 'disposal.cancel') return null
    if (items === 0) return '各份都已留用，请作废（实施条例28）。'
    if (call === 'disposal.count' && batch.state === 'draft' && !isMe(query, batch.begun_by)) return '清点由经办人办理。'
    if (call === 'entry.fromPaper') return whyNoEntry(query, [batch.begun_by, batch.recount_by])
    if (call === 'disposal.approve') return whyNotDecided(query, [batch.begun_by, batch.recount_by])
    if (call === 'disposal.complete' && isMe(query, batch.decided_by)) return '批准人不得兼作经办人。'
    return null
  }
  const ways = waysFrom(destructionLifecycle, batch.state).flatMap(({ by }) => by)
  return offered(query, ways, why)
}

type Rest = { opinion: string | null; signature: number | null; closed_at: string | null; void_reason: string | null }
const restOf = (read: Read, { opinion, signature, closed_at, void_reason }: Rest) => ({
  approval: signatureMark(read, signature),
  opinion,
  closedAt: closed_at,
  voidReason: void_reason,
})

type ReturnRest = Rest & {
  receiver: string | null
  receiver_unit: string | null
  receipt: string | null
  handed_on: string | null
  hand_signature: number | null
}

const returnView = (query: Query, id: number): ReturnView => {
  const { read } = query
  const list = returnById(read, id, 'id')
  const rest = read.get<ReturnRest>('SELECT * FROM return_list WHERE id = ?', id) as ReturnRest
  const lines = read.all<CopyLine & { found_at: string | null; withheld: string | null; withdrawn: string | null }>(
    `SELECT ${COPY_COLUMNS}, i.found_at, i.withheld, i.withdrawn FROM return_item AS i JOIN copy ON copy.id = i.copy ${COPY_FROM}
     WHERE i.return_list = ? ORDER BY copy.id`,
    id,
  )
  const { receiver, receiver_unit: unit, receipt, handed_on: on } = rest
  return {
    ...returnRowOf(read, id),
    ...restOf(read, rest),
    list: lines.map((line) => ({ ...copyOf(line), foundAt: line.found_at, withheld: line.withheld, withdrawn: line.withdrawn })),
    receiver: receiver === null || unit === null || receipt === null || on === null ? null : { name: receiver, unit, receipt, on },
    handed: signatureMark(read, rest.hand_signature),
    history: historyOf(read, list.number),
    acts: actsOnReturn(query, list, returnItems(read, id)),
  }
}

type DestructionRest = Rest & {
  department: string
  count_signature: number | null
  recount_signature: number | null
  method: DestructionMethod | null
  site_kind: DestructionSite | null
  site: string | null
  escorts: string | null
  sent_at: string | null
  destroyer: string | null
  destroyed_at: string | null
  place: string | null
  receipt: string | null
  complete_signature: number | null
}

const destructionView = (query: Query, id: number): DestructionView => {
  const { read } = query
  const batch = destructionById(read, id, 'id')
  const rest = read.get<DestructionRest>('SELECT * FROM destruction WHERE id = ?', id) as DestructionRest
  const lines = read.all<CopyLine & { pages: number | null; withheld: string | null; kept: string | null }>(
    `SELECT ${COPY_COLUMNS}, i.pages, i.withheld, i.kept FROM destruction_item AS i JOIN copy ON copy.id = i.copy ${COPY_FROM}
     WHERE i.destruction = ? ORDER BY i.id`,
    id,
  )
  const media = read.all<DestructionView['media'][number]>(
    `SELECT medium.id AS medium, medium.number, medium.own_number AS ownNumber, medium.kind, medium.level, medium.state, i.kept
     FROM destruction_item AS i JOIN medium ON medium.id = i.medium WHERE i.destruction = ? ORDER BY i.id`,
    id,
  )
  const witnesses = read.all<{ signature: number }>('SELECT signature FROM destruction_witness WHERE destruction = ? ORDER BY id', id)
  return {
    ...destructionRowOf(read, id),
    ...restOf(read, rest),
    department: rest.department,
    media,
    list: lines.map((line) => ({ ...copyOf(line), pages: line.pages, withheld: line.withheld, kept: line.kept })),
    count: signatureMark(read, rest.count_signature),
    recount: signatureMark(read, rest.recount_signature),
    method: rest.method,
    site: rest.site_kind === null || rest.site === null ? null : { kind: rest.site_kind, name: rest.site },
    escorts: rest.escorts === null ? [] : (JSON.parse(rest.escorts) as string[]),
    sentAt: rest.sent_at,
    witnesses: witnesses.flatMap(({ signature }) => signatureMark(read, signature) ?? []),
    destroyedBy: rest.destroyer,
    destroyedAt: rest.destroyed_at,
    place: rest.place,
    receipt: rest.receipt,
    completed: signatureMark(read, rest.complete_signature),
    history: historyOf(read, batch.number),
    acts: actsOnDestruction(query, batch, going(destructionItems(read, id)).length),
  }
}

/** One list of either kind, whole. */
export const get = (query: Query, { kind, id }: Parsed<'disposal.get'>): Output<'disposal.get'> =>
  kind === 'return' ? returnView(query, id) : destructionView(query, id)
