import type { Output, Parsed } from '../../../contract/index.ts'
import { COPY_APPROVING_ROLES, type Role, SECTION_OPINION_ROLES } from '../../../contract/terms.ts'
import { daysAfter } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { refuseOutside } from './asking.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { askedFacts, recipientsOf, reproductionById, type ReproductionRecord, type Source, sourcesOf } from './records.ts'

/** Who opines or decides: the signed-in person, or one whose signature stands on the paper. */
export type Decider = { id: number; name: string; department: string; roles: readonly Role[] }

export const asking = ({ asking: { person, roles } }: Query): Decider => ({ ...person, roles })

/** Whether a request is this person's own: asked or keyed in by them, on whichever account (domain 4). */
export const isOwn = (read: Read, { applicant, entered_by }: ReproductionRecord, person: number): boolean =>
  [applicant, entered_by].some((one) => isSamePerson(read, one, person))

const holds = ({ roles }: Decider, any: readonly Role[]) => any.some((role) => roles.includes(role))

/** Why this person does not give the 部门意见, or null when they may. */
export const whyNoOpinion = (read: Read, asked: ReproductionRecord, by: Decider): string | null => {
  if (!holds(by, SECTION_OPINION_ROLES)) return `${by.name}不是经办科室或综办负责人，不能签署部门意见。`
  if (isOwn(read, asked, by.id)) return '不得对本人申请或代录的复制签署部门意见。'
  if (by.roles.includes('officeHead') || by.department === asked.department) return null
  return `应由${asked.department}或综办负责人签署部门意见。`
}

/** Why this person does not decide, or null when they may. */
export const whyNoDecision = (read: Read, asked: ReproductionRecord, by: Decider): string | null => {
  if (!holds(by, COPY_APPROVING_ROLES)) return `${by.name}不是分管领导，不能审批复制。`
  if (isOwn(read, asked, by.id)) return '不得审批本人申请或代录的复制。'
  if (asked.section_by !== null && isSamePerson(read, asked.section_by, by.id)) return '部门意见由本人签署的，应由另一位分管领导审批。'
  return null
}

const refuseSilentNo = (approves: boolean, opinion: string | undefined) => {
  if (!approves && !opinion) refuse('input.missing', '不同意的，请在“意见”中写明理由。', { clause: 'F1(5)a', field: 'opinion' })
}

type Signing = { by: number; sign: (facts: Record<string, unknown>) => number }
type Opinion = Pick<Parsed<'reproduction.opine'>, 'agree' | 'opinion'>

/** The request goes on to the leader, or ends, under this signature. */
export const carryOpinion = (
  work: Work,
  asked: ReproductionRecord,
  sources: readonly Source[],
  { agree, opinion: said }: Opinion,
  { by, sign }: Signing,
) => {
  refuseSilentNo(agree, said)
  const state = agree ? ('toLeader' as const) : ('rejected' as const)
  const opinion = said ?? null
  const section_signature = sign({ ...askedFacts(asked, sources), agree, opinion })
  work.move(reproductionLifecycle, asked.id, state, { section_by: by, section_opinion: opinion, section_signature })
  return { id: asked.id, state }
}

/** 部门意见, signed. */
export const opine = (work: Work, input: Parsed<'reproduction.opine'>): Output<'reproduction.opine'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const sources = sourcesOf(work.read, asked.id)
  work.about(asked.number, ...sources.map(({ documentNumber }) => documentNumber))
  const me = asking(work)
  const why = whyNoOpinion(work.read, asked, me)
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'reproduction' })
  return carryOpinion(work, asked, sources, input, { by: me.id, sign: (facts) => work.sign(work.me(), 'section.opinion', facts) })
}

/** 有效期: the day named, or as many days from now as the settings say; never a day that is past. */
const validity = (work: Work, named: string | undefined): string => {
  const today = work.wall.slice(0, 10)
  if (named !== undefined && named < today) refuse('input.range', '有效期不得早于今天。', { clause: 'F1(5)a', field: 'validUntil' })
  return named ?? daysAfter(today, work.settings.copyDays)
}

type Decision = Pick<Parsed<'reproduction.decide'>, 'approve' | 'approved' | 'validUntil' | 'opinion'>

/** How many, until when; or not, and why: as it will stand under this signature (F1(5)a, b). */
export const carryDecision = (work: Work, asked: ReproductionRecord, sources: readonly Source[], input: Decision, { by, sign }: Signing) => {
  refuseSilentNo(input.approve, input.opinion)
  const approved = input.approve ? (input.approved ?? asked.asked) : null
  if (approved !== null && approved > asked.asked)
    refuse('rule.forbids', `批准份数不得多于申请的${asked.asked}份。`, { clause: 'F1(5)b', field: 'approved' })
  const validUntil = input.approve ? validity(work, input.validUntil) : null
  if (input.approve) refuseOutside(work.read, sources, recipientsOf(asked))
  const state = input.approve ? ('approved' as const) : ('rejected' as const)
  const opinion = input.opinion ?? null
  const signature = sign({ ...askedFacts(asked, sources), decision: state, approved, validUntil, opinion })
  work.move(reproductionLifecycle, asked.id, state, { decided_by: by, opinion, approved, valid_until: validUntil, signature })
  return { id: asked.id, state }
}

/** 分管领导审批, signed. */
export const decide = (work: Work, input: Parsed<'reproduction.decide'>): Output<'reproduction.decide'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const sources = sourcesOf(work.read, asked.id)
  work.about(asked.number, ...sources.map(({ documentNumber }) => documentNumber))
  const me = asking(work)
  const why = whyNoDecision(work.read, asked, me)
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'reproduction' })
  return carryDecision(work, asked, sources, input, { by: me.id, sign: (facts) => work.sign(work.me(), 'approval', facts) })
}
