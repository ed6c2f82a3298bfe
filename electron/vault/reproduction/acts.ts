import type { ProcedureName } from '../../../contract/index.ts'
import type { ReproductionView } from '../../../contract/reproduction-views.ts'
import { waysFrom } from '../door/lifecycle.ts'
import { offered } from '../door/offered.ts'
import type { Query } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { asking, whyNoDecision, whyNoOpinion } from './approval.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { isExpired } from './making.ts'
import { isStillOut, type Made, type ReproductionRecord } from './records.ts'

const NO_PAPER = '本单位不用纸质签补录，请本人在机上签字（F1(2)c）。'

/** What stands against an act that the table offers from this state, for the person who looks; null when nothing does. */
const why = (query: Query, asked: ReproductionRecord, made: readonly Made[], call: ProcedureName): string | null => {
  const me = query.asking.person.id
  const mine = [asked.applicant, asked.entered_by].some((one) => isSamePerson(query.read, one, me))
  const out = made.filter(({ state }) => state !== 'inBox').length
  switch (call) {
    case 'reproduction.submit':
    case 'reproduction.cancel':
      return mine ? null : '由申请人和代录的保密员办理。'
    case 'reproduction.opineOnPaper':
    case 'reproduction.decideOnPaper':
      if (!query.settings.paperSignatures) return NO_PAPER
      return mine ? '不得补录本人申请或代录的审批，请由另一名保密员补录（F1(5)a）。' : null
    case 'reproduction.issueOnPaper':
      if (!query.settings.paperSignatures) return NO_PAPER
      return out < made.length ? null : '各份都已发放。'
    case 'reproduction.opine':
      return whyNoOpinion(query.read, asked, asking(query))
    case 'reproduction.decide':
      return whyNoDecision(query.read, asked, asking(query))
    case 'reproduction.make':
      return isExpired(asked, query.wall) ? `批准的有效期到${asked.valid_until}为止，已经过期，仍需复制的请重新申请（F1(5)a）。` : null
    case 'reproduction.issue':
      return out < made.length ? null : '各份都已发放。'
    case 'reproduction.takeBack':
      return made.some(({ state }) => state === 'lent') ? null : '没有发放在外的份。'
    case 'reproduction.close': {
      const left = made.filter(isStillOut).length
      return left > 0 ? `尚有${left}份未收回（F1(5)d）。` : null
    }
    default:
      return null
  }
}

/** What the person who looks may do next with a request: the ways of the table and, once issued, further issues and returns. */
export const actsOn = (query: Query, asked: ReproductionRecord, made: readonly Made[]): ReproductionView['acts'] => {
  const ways = waysFrom(reproductionLifecycle, asked.state).flatMap(({ by }) => by)
  const hands: ProcedureName[] = asked.state === 'made' || asked.state === 'issued' ? ['reproduction.issue', 'reproduction.takeBack'] : []
  const acts = [...hands, ...ways].filter((call) => call !== 'reproduction.request')
  return offered(query, acts, (call) => why(query, asked, made, call))
}
