import type { Output, Parsed } from '../../../contract/index.ts'
import { type Lack, lackLabel, PERSON_EVIDENCES, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { endOwn, ownClock, runItem } from './clocks.ts'
import { disclosureLifecycle, OPEN_ITEM } from './lifecycle.ts'
import {
  type ApplicationRecord,
  applicationOf,
  begun,
  begunItem,
  type DisclosureRecord,
  lastOf,
  nameOfItem,
  signStep,
  since,
  type StepRecord,
  today,
} from './records.ts'

const lacksEvidence = ({ kind, evidence }: ApplicationRecord): boolean =>
  evidence === null || (kind === 'person') !== PERSON_EVIDENCES.some((one) => one === evidence)

/** By whatever way the answer is to be sent, it must be known where to. */
const lacksContact = ({ telephone, address, email, obtained_by: way }: ApplicationRecord): boolean =>
  (telephone === null && address === null && email === null) ||
  (way === 'mail' && address === null) ||
  (way === 'electronic' && email === null) ||
  (way === 'fax' && telephone === null)

/** 形式审查 (条例29, A四(一)1, 2): what an application still lacks. Whether its content is clear is for whoever reads it. */
export const lacking = ({ labelled }: Pick<DisclosureRecord, 'labelled'>, application: ApplicationRecord): Lack[] => [
  ...(lacksEvidence(application) ? (['identity'] as const) : []),
  ...(lacksContact(application) ? (['contact'] as const) : []),
  ...(application.provided_as === null || application.obtained_by === null ? (['form'] as const) : []),
  ...(labelled === 0 ? (['label'] as const) : []),
]

/** Whether 补正 may still be asked for: once, within its time (条例30). */
export const mayStillAsk = (read: Read, disclosure: DisclosureRecord, steps: readonly StepRecord[], day: string): boolean => {
  if (lastOf(steps, 'askSupplement')) return false
  const due = ownClock(read, disclosure, 'supplementNotice')?.due ?? null
  return due === null || day <= due
}

/** What lacks is asked for while it can be; afterwards the application is registered and answered as it is (条例30). */
const refuseIncomplete = (work: Work, disclosure: DisclosureRecord, steps: readonly StepRecord[], lacks: readonly Lack[]) => {
  if (lacks.length > 0 && mayStillAsk(work.read, disclosure, steps, today(work)))
    refuse('rule.forbids', `${disclosure.number}形式审查未通过，缺${lacks.map((lack) => lackLabel[lack]).join('；')}。请办理补正告知。`, {
      clause: 'A4(1)2',
      field: 'disclosure',
    })
}

/** 承办人: somebody of a 科室, who is there. */
const handlerOf = (read: Read, id: number, field: string): { id: number; department: string } => {
  const row = read.get<{ department: string; roles: string; account: string }>('SELECT department, roles, account FROM person WHERE id = ?', id)
  if (!row) return refuse('input.unknownRecord', '没有这个人，请从列表中选择承办人。', { clause: 'G3.2', field })
  if (row.account === 'disabled' || !(JSON.parse(row.roles) as Role[]).includes('section'))
    return refuse('rule.forbids', '承办人应是在岗的经办科室人员，请从列表中选择。', { clause: 'G3.2', field })
  return { id, department: row.department }
}

/** 登记, with who handles each of the things asked for. From here on each has a clock of its own, from the same day of receipt (A四(一)4). */
export const register = (work: Work, input: Parsed<'disclosure.register'>): Output<'disclosure.register'> => {
  const { disclosure, steps } = begun(work, input.disclosure)
  const handlers = input.items.map(({ handler }, at) => handlerOf(work.read, handler, `items.${at}.handler`))
  const { id, number, state } = disclosure
  if (state !== 'received')
    refuse('state.forbids', state === 'supplementing' ? `${number}在等申请人补正，收到补正后再登记。` : `${number}已经登记或者办结。`, {
      clause: 'A4(1)3',
      field: 'disclosure',
    })
  const application = applicationOf(work.read, disclosure)
  const lacks = lacking(disclosure, application)
  refuseIncomplete(work, disclosure, steps, lacks)
  endOwn(work, disclosure, 'reply', 'supplementNotice')
  const run = { from: application.received_on, days: ownClock(work.read, disclosure, 'reply')?.days ?? work.settings.disclosureDays.reply }
  const items = input.items.map(({ content }, at) => {
    const { id: handler, department } = handlers[at] as { id: number; department: string }
    const row = { disclosure: id, ordinal: at + 1, content, handler, department, state: 'inHand', ...since(work) }
    const item = work.insert('disclosure_item', row)
    return { item, ordinal: at + 1, replyDue: runItem(work, disclosure, { id: item }, run).due }
  })
  signStep(work, disclosure, work.me(), 'register', {
    facts: { lacks, items: items.map(({ ordinal }, at) => ({ ordinal, handler: handlers[at]?.id as number })) },
  })
  work.move(disclosureLifecycle, id, 'registered', since(work))
  return { id, state: 'registered', items }
}

/** 转承办, while it is not answered. */
export const assign = (work: Work, { item: id, handler, reason }: Parsed<'disclosure.assign'>): Output<'disclosure.assign'> => {
  const { disclosure, item } = begunItem(work, id)
  if (!OPEN_ITEM.some((state) => state === item.state))
    refuse('state.forbids', `${nameOfItem(disclosure, item)}已经答复或者不再办理，不能转承办。`, { clause: 'G3.2', field: 'item' })
  if (handler === item.handler) refuse('rule.forbids', '已由此人承办，请选择其他人员。', { clause: 'G3.2', field: 'handler' })
  const to = handlerOf(work.read, handler, 'handler')
  work.change('disclosure_item', id, { handler, department: to.department })
  signStep(work, disclosure, work.me(), 'assign', { item, words: reason, facts: { from: item.handler, to: handler } })
  return { item: id, state: item.state }
}
