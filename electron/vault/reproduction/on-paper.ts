import type { Output, Parsed } from '../../../contract/index.ts'
import type { PaperStep } from '../../../contract/terms.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { listEntry, refuseBadMinute, refuseNoPaper, signedWhen, signEntry, signerOf } from '../people/paper-signing.ts'
import { carryDecision, carryOpinion, type Decider, isOwn, whyNoDecision, whyNoOpinion } from './approval.ts'
import { issueTo, takeBackBy } from './issuing.ts'
import { reproductionById, type ReproductionRecord, type Source, sourcesOf } from './records.ts'

const CLAUSES = { future: 'F1(5)a', early: 'F1(5)a' } as const

const signer = (read: Read, person: number, field: string): Decider => signerOf(read, person, { clause: 'F1(5)a', field })

/** Refuses an entry by whose own matter it is: the applicant, whoever keyed it in, or whose signature it would be (domain 4). */
const refuseOwnEntry = (work: Work, asked: ReproductionRecord, signing: number, field: string) => {
  const me = work.asking.person.id
  if (isOwn(work.read, asked, me))
    refuse('rule.forbids', '不得补录本人申请或代录的审批，请由另一名保密员补录。', { clause: 'F1(5)a', field: 'reproduction' })
  if (isSamePerson(work.read, me, signing)) refuse('rule.forbids', '本人的签字请登录后在机上签，不作补录。', { clause: 'F1(5)a', field })
}

type Step = { asked: ReproductionRecord; sources: readonly Source[]; by: number; signedAt: string; step: PaperStep }

/** The officer's signature for the entry; it is listed once the record has taken the step. */
const entering = (work: Work, { asked, by, signedAt, step }: Step) => {
  let entry = 0
  return {
    sign: (facts: Record<string, unknown>) => {
      entry = signEntry(work, step, signedAt, { ...facts, signer: by })
      return entry
    },
    list: () => listEntry(work, { of: { reproduction: asked.id }, step, person: by, signedAt, entry }),
  }
}

const opened = (work: Work, id: number) => {
  refuseNoPaper(work)
  const asked = reproductionById(work.read, id)
  const sources = sourcesOf(work.read, asked.id)
  work.about(asked.number, ...sources.map(({ documentNumber }) => documentNumber))
  return { asked, sources }
}

/** Enters the 部门意见 that stands on the printed 复制审批单. */
export const opineOnPaper = (work: Work, input: Parsed<'reproduction.opineOnPaper'>): Output<'reproduction.opineOnPaper'> => {
  const { asked, sources } = opened(work, input.reproduction)
  refuseOwnEntry(work, asked, input.person, 'person')
  const why = whyNoOpinion(work.read, asked, signer(work.read, input.person, 'person'))
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'person' })
  refuseBadMinute(work, input.signedAt, asked.entered_at, '申请的时间', CLAUSES)
  const entry = entering(work, { asked, sources, by: input.person, signedAt: input.signedAt, step: 'opinion' })
  const done = carryOpinion(work, asked, sources, input, { by: input.person, sign: entry.sign })
  entry.list()
  return done
}

/** Enters what the 分管领导 decided on the printed 复制审批单. */
export const decideOnPaper = (work: Work, input: Parsed<'reproduction.decideOnPaper'>): Output<'reproduction.decideOnPaper'> => {
  const { asked, sources } = opened(work, input.reproduction)
  refuseOwnEntry(work, asked, input.approver, 'approver')
  const why = whyNoDecision(work.read, asked, signer(work.read, input.approver, 'approver'))
  if (why) refuse('rule.forbids', why, { clause: 'F1(5)a', field: 'approver' })
  refuseBadMinute(work, input.signedAt, signedWhen(work.read, asked.section_signature), '部门意见的时间', CLAUSES)
  const entry = entering(work, { asked, sources, by: input.approver, signedAt: input.signedAt, step: 'approval' })
  const done = carryDecision(work, asked, sources, input, { by: input.approver, sign: entry.sign })
  entry.list()
  return done
}

/** Issues items to somebody who signed for them on paper. */
export const issueOnPaper = (work: Work, input: Parsed<'reproduction.issueOnPaper'>): Output<'reproduction.issueOnPaper'> => {
  const { asked, sources } = opened(work, input.reproduction)
  signer(work.read, input.person, 'person')
  refuseBadMinute(work, input.signedAt, asked.made_at, '复制登记的时间', CLAUSES)
  const entry = entering(work, { asked, sources, by: input.person, signedAt: input.signedAt, step: 'issue' })
  issueTo(work, asked, input, { at: instantOf(input.signedAt), sign: entry.sign })
  entry.list()
  return { id: asked.id }
}

/** Takes items back from somebody who signed on paper that they gave them back. */
export const takeBackOnPaper = (work: Work, input: Parsed<'reproduction.takeBackOnPaper'>): Output<'reproduction.takeBackOnPaper'> => {
  const { asked, sources } = opened(work, input.reproduction)
  signer(work.read, input.person, 'person')
  const entry = entering(work, { asked, sources, by: input.person, signedAt: input.signedAt, step: 'giveBack' })
  const { out, since } = takeBackBy(work, asked, input, { at: instantOf(input.signedAt), sign: entry.sign })
  refuseBadMinute(work, input.signedAt, since, '领取的时间', CLAUSES)
  entry.list()
  return { id: asked.id, out }
}
