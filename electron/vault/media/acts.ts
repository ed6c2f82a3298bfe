import type { ProcedureName } from '../../../contract/index.ts'
import type { MediumView } from '../../../contract/media-views.ts'
import { MOVABLE_KINDS, type MediumKind, type MediumUseState, mediumKindLabel } from '../../../contract/terms.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { whyNoEntry } from '../people/paper-signing.ts'
import { mediumLifecycle, mediumUseLifecycle } from './lifecycle.ts'
import type { MediumRecord } from './records.ts'

const isMovable = (kind: MediumKind) => (MOVABLE_KINDS as readonly MediumKind[]).includes(kind)

/** What stands against an act that the table offers; null when nothing does. */
const why = ({ read, asking }: Query, { kind, holder }: MediumRecord, call: ProcedureName): string | null => {
  if ((call === 'media.give' || call === 'media.requestOutside') && !isMovable(kind)) return `${mediumKindLabel[kind]}固定使用，不办领用（F2(2)）。`
  if (call === 'media.takeBack' && holder !== null && isSamePerson(read, holder, asking.person.id))
    return '本人归还的，由另一名保密员办理（F1(4)a）。'
  return null
}

/** What changes no state: by what states it is offered. */
const beside = (state: MediumRecord['state']): ProcedureName[] => [
  ...(state === 'inStore' || state === 'out' ? (['media.requestOutside'] as const) : []),
  ...(state === 'destroyed' ? [] : (['media.change'] as const)),
  ...(state === 'destroyed' || state === 'lost' ? [] : (['media.maintain'] as const)),
]

/** What the person who looks may do next with a carrier at this desk; its destruction is the desk 销毁's matter. */
export const actsOn = (query: Query, medium: MediumRecord): MediumView['acts'] => {
  const ways = waysFrom(mediumLifecycle, medium.state).flatMap(({ by }) => by)
  const own = [...ways, ...beside(medium.state)].filter((call) => call.startsWith('media.'))
  return offered(query, own, (call) => why(query, medium, call))
}

type Use = { state: MediumUseState; person: number; entered_by: number; until: string }

/** What the person who looks may do next with a 领用 that was asked for. */
export const actsOnUse = (query: Query, { state, person, entered_by, until }: Use): MediumView['acts'] => {
  if (state !== 'requested' && state !== 'approved') return []
  const own = [person, entered_by].some((one) => isSamePerson(query.read, one, query.asking.person.id))
  const calls = waysFrom(mediumUseLifecycle, state).flatMap(({ by }) => by)
  return offered(query, calls, (call) => {
    if (call === 'media.decideOutside' && own) return '不得审批本人携带或代录的申请（F1(4)d）。'
    if (call === 'entry.fromPaper') return whyNoEntry(query, [person, entered_by])
    return call === 'media.give' && until < query.wall.slice(0, 10) ? `批准携带到${until}为止，已经过期（F1(4)d）。` : null
  })
}
