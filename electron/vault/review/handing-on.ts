import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { handlerOf } from './drafting.ts'
import { isEnded } from './lifecycle.ts'
import { ownReview, refuseReplaced, signStep, stepsOf } from './records.ts'

/** 更换承办人 of a case that is not ended, by its own 科室: to somebody of it who judged nothing of the case, for whoever handles it proposes it (B6, B7). */
export const handOn = (work: Work, { review: id, version, to, reason }: Parsed<'review.handOn'>): Output<'review.handOn'> => {
  const review = ownReview(work, id)
  refuseReplaced(review, version)
  const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: field === 'review' ? 'B6' : 'B7', field })
  if (isEnded(review.state)) no(`${review.number}已经办结，不再更换承办人。`, 'review')
  const handler = handlerOf(work, to, 'to')
  if (!hasDuty(work.read, handler, ['section'])) no('承办人应是经办科室的人员，请选择本科室有“经办科室”角色的人。', 'to')
  if (isSamePerson(work.read, handler, review.handling)) no('现在的承办人就是此人，没有更换。', 'to')
  if (stepsOf(work.read, id).some(({ act, by_person }) => (act === 'examine' || act === 'decide') && isSamePerson(work.read, by_person, handler)))
    no('此人已办过本件的小组审核或组长确定，不得再作承办人（三步须由三人分别办理）。请选择本科室其他人员。', 'to')
  signStep(work, review, work.me(), 'handedOn', { words: reason, facts: { to: handler } })
  work.change('review', id, { handling: handler })
  return { id, state: review.state }
}
