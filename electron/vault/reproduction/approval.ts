import type { Output, Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { refuseOutside } from './asking.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { askedFacts, recipientsOf, reproductionById, type ReproductionRecord, sourceById } from './records.ts'

/** Whether a request is this person's own: asked or keyed in by them, on whichever account (domain 4). */
const isOwn = (read: Read, { applicant, entered_by }: ReproductionRecord, person: number): boolean =>
  [applicant, entered_by].some((one) => isSamePerson(read, one, person))

/** Why this person does not give the 部门意见, or null when they may. */
export const whyNoOpinion = ({ read, asking }: Query, asked: ReproductionRecord): string | null => {
  if (isOwn(read, asked, asking.person.id)) return '不得对本人申请或代录的复制签署部门意见。'
  if (asking.roles.includes('officeHead') || asking.person.department === asked.department) return null
  return `应由${asked.department}或综办负责人签署部门意见。`
}

/** Why this person does not decide, or null when they may. */
export const whyNoDecision = ({ read, asking }: Query, asked: ReproductionRecord): string | null => {
  if (isOwn(read, asked, asking.person.id)) return '不得审批本人申请或代录的复制。'
  if (asked.section_by !== null && isSamePerson(read, asked.section_by, asking.person.id)) return '部门意见由本人签署的，应由另一位分管领导审批。'
  return null
}

const refuseSilentNo = (approves: boolean, opinion: string | undefined) => {
  if (!approves && !opinion) refuse('input.missing', '不同意的，请在“意见”中写明理由。', { clause: 'F1(5)a', field: 'opinion' })
}

/** 部门意见, signed. */
export const opine = (work: Work, input: Parsed<'reproduction.opine'>): Output<'reproduction.opine'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const source = sourceById(work.read, asked.source)
  work.about(asked.number, source.documentNumber)
  const why = whyNoOpinion(work, asked)
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'reproduction' })
  refuseSilentNo(input.agree, input.opinion)
  const state = input.agree ? 'toLeader' : 'rejected'
  const opinion = input.opinion ?? null
  work.move(reproductionLifecycle, asked.id, state, {
    section_by: work.asking.person.id,
    section_opinion: opinion,
    section_signature: work.sign(work.me(), 'section.opinion', { ...askedFacts(asked, source), agree: input.agree, opinion }),
  })
  return { id: asked.id, state }
}

const DAY_MS = 86_400_000

/** 有效期: the day named, or as many days from now as the settings say; never a day that is past. */
const validity = (work: Work, named: string | undefined): string => {
  const today = work.wall.slice(0, 10)
  if (named !== undefined && named < today) refuse('input.range', '有效期不得早于今天。', { clause: 'F1(5)a', field: 'validUntil' })
  return named ?? new Date(Date.parse(`${today}T00:00:00Z`) + work.settings.copyDays * DAY_MS).toISOString().slice(0, 10)
}

/** 分管领导审批: how many, until when; or not, and why (F1(5)a, b). */
export const decide = (work: Work, input: Parsed<'reproduction.decide'>): Output<'reproduction.decide'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const source = sourceById(work.read, asked.source)
  work.about(asked.number, source.documentNumber)
  const why = whyNoDecision(work, asked)
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'reproduction' })
  refuseSilentNo(input.approve, input.opinion)
  const approved = input.approve ? (input.approved ?? asked.asked) : null
  if (approved !== null && approved > asked.asked)
    refuse('rule.forbids', `批准份数不得多于申请的${asked.asked}份。`, { clause: 'F1(5)b', field: 'approved' })
  const validUntil = input.approve ? validity(work, input.validUntil) : null
  if (input.approve) refuseOutside(work.read, source, recipientsOf(asked))
  const state = input.approve ? 'approved' : 'rejected'
  const opinion = input.opinion ?? null
  const facts = { ...askedFacts(asked, source), decision: state, approved, validUntil, opinion }
  work.move(reproductionLifecycle, asked.id, state, {
    decided_by: work.asking.person.id,
    opinion,
    approved,
    valid_until: validUntil,
    signature: work.sign(work.me(), 'approval', facts),
  })
  return { id: asked.id, state }
}
