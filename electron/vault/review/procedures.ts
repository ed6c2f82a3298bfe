import type { review } from '../../../contract/review.ts'
import type { Desk } from '../door/unit.ts'
import { consult, refer } from './asking.ts'
import { draft, revise } from './drafting.ts'
import { handOn } from './handing-on.ts'
import { get, list, summary } from './reading.ts'
import { close, release } from './releasing.ts'
import { decide, examine, opine } from './steps.ts'
import { text } from './texts.ts'

/** The procedures of the 保密审查 desk. */
export const reviewDesk: Desk<typeof review> = {
  'review.draft': draft,
  'review.revise': revise,
  'review.opine': opine,
  'review.examine': examine,
  'review.decide': decide,
  'review.consult': consult,
  'review.refer': refer,
  'review.release': release,
  'review.handOn': handOn,
  'review.close': close,
  'review.list': list,
  'review.get': get,
  'review.text': text,
  'review.summary': summary,
}
