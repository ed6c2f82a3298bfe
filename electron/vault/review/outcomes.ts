import type { Clause } from '../../../contract/clauses.ts'
import type { RefusalCode } from '../../../contract/refusal.ts'
import {
  CHECK_ITEMS,
  type CheckAnswer,
  type CheckItem,
  checkItemLabel,
  HOLDER_ITEMS,
  type Level,
  levelLabel,
  type ReviewBasis,
  reviewBasisFits,
  reviewBasisLabel,
  type ReviewOutcome,
  reviewOutcomeLabel,
  SAFETY_ITEMS,
  type SecretLevel,
} from '../../../contract/terms.ts'
import { rankOf } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { type Answers, currentOf, lastOf, type ReviewRecord, standing, type StepRecord, stepsOf } from './records.ts'

/** What stands against an outcome, as a refusal says it; null when nothing does. */
export type Against = { code: RefusalCode; message: string; clause: Clause; field: string } | null

/** What an outcome is given on. */
export type Grounds = { reason: string | undefined; basis: readonly ReviewBasis[]; interest: string | undefined }

/** A case as its outcome is weighed: what was answered item by item, what was asked, whether somebody above has answered. */
export type Weighed = { review: ReviewRecord; answers: Answers; steps: readonly StepRecord[]; answered: boolean }

const anyOf = (answers: Answers, items: readonly CheckItem[], ...answer: CheckAnswer[]) => items.some((item) => answer.includes(answers[item].answer))
const namesOf = (answers: Answers, items: readonly CheckItem[], answer: CheckAnswer) =>
  items
    .filter((item) => answers[item].answer === answer)
    .map((item) => checkItemLabel[item])
    .join('、')

const no = (message: string, clause: Clause, field: string): Against => ({ code: 'rule.forbids', message, clause, field })

type Given = { answer: CheckAnswer; note?: string | undefined; level?: SecretLevel | undefined }

/** 拟定密级 of what is a state secret or may be one: it goes about under that mark from then on (实施条例25), and nothing above 本机密级 is dealt with here (保密法31). */
const levelGiven = ({ answer, level }: Given, station: Level): { level?: SecretLevel } => {
  const field = 'checklist.stateSecret.level'
  if (answer === 'no' && level !== undefined) refuse('input.unknownField', '国家秘密为“否”的，不拟定密级。', { clause: '保密法22', field })
  if (answer === 'no') return {}
  if (level === undefined)
    return refuse('input.missing', '国家秘密为“是”或“不确定”的，请先行拟定密级：绝密、机密或者秘密。', { clause: '实施条例25', field })
  if (rankOf(level) > rankOf(station))
    refuse(
      'rule.forbids',
      `拟定密级超过本机密级：本机为${levelLabel[station]}级，不得处理${levelLabel[level]}级信息。请将本件作废，在相应密级的设备上审查。`,
      { clause: '保密法31', field },
    )
  return { level }
}

/** 逐项审查: no item left empty; 是 and 不确定 say why (B2); 国家秘密 that is not 否 says at which level. `station`: 本机密级. */
export const refuseEmptyItem = (checklist: Partial<Record<CheckItem, Given | undefined>>, station: Level): Answers => {
  const answers = {} as Answers
  for (const item of CHECK_ITEMS) {
    const field = `checklist.${item}`
    const given = checklist[item]
    if (given === undefined) return refuse('input.missing', `审查清单应当逐项填写：“${checkItemLabel[item]}”尚未填写。`, { clause: 'B2', field })
    if (given.answer !== 'no' && given.note === undefined)
      refuse('input.missing', `“${checkItemLabel[item]}”填“是”或“不确定”的，请写明情况。`, { clause: 'B2', field: `${field}.note` })
    answers[item] = { answer: given.answer, note: given.note ?? null, ...(item === 'stateSecret' && levelGiven(given, station)) }
  }
  return answers
}

/** What is not certain is referred, what is certain is not (B12). After the 批复 its conclusion stands instead. */
const notCertain = (outcome: ReviewOutcome, { answers, answered }: Weighed, field: string): Against => {
  if (answered) return null
  const unsure = namesOf(answers, CHECK_ITEMS, 'unsure')
  if (unsure !== '' && outcome !== 'refer') return no(`${unsure}为“不确定”，只能报请确定；能够确定的，请退回科室重新逐项审查。`, 'B12', field)
  if (unsure === '' && outcome === 'refer') return no('审查清单没有“不确定”的事项，不需报请确定。', 'B12', field)
  return null
}

/** 国家秘密 is never made public as it is; what would endanger neither (B10, B11（一）, 条例14). */
const forbidden = (outcome: ReviewOutcome, { answers }: Weighed, field: string): Against => {
  const secret = answers.stateSecret.answer === 'yes'
  if (outcome === 'declassify' && answers.stateSecret.answer === 'no') return no('不属于国家秘密的，不作“解密、删除后公开”。', 'B10', field)
  if (secret && outcome !== 'withheld' && outcome !== 'declassify' && outcome !== 'refer')
    return no('国家秘密为“是”的不得公开：应经法定程序解密并删除涉密内容后公开，或者不予公开。', 'B10', field)
  if ((outcome === 'open' || outcome === 'onApplication') && anyOf(answers, SAFETY_ITEMS, 'yes'))
    return no(`${namesOf(answers, SAFETY_ITEMS, 'yes')}为“是”的免予公开，只能不予公开，或者修改后再审。`, 'B11', field)
  return null
}

/** Whatever is not simply 可公开 says why (B7, B9). */
const unreasoned = (outcome: ReviewOutcome, reason: string | undefined): Against =>
  outcome === 'open' || reason !== undefined
    ? null
    : { code: 'input.missing', message: `${reviewOutcomeLabel[outcome]}的，应当注明理由。`, clause: 'B7', field: 'reason' }

/** 不公开的依据 (B9), as the checklist bears it out (B11, 条例14, 条例15); 条例16 and 条例27 are no matter of it. A 批复 is a basis by itself. */
const unfounded = (outcome: ReviewOutcome, { answers, answered }: Weighed, basis: readonly ReviewBasis[]): Against => {
  const field = 'basis'
  if (new Set(basis).size < basis.length) return { code: 'input.duplicate', message: '依据有重复，请核对。', clause: 'B9', field }
  const asks = outcome === 'withheld' || outcome === 'onApplication'
  if (!asks && basis.length > 0) return { code: 'input.unknownField', message: '只有不予公开、依申请公开填写依据。', clause: 'B9', field }
  if (asks && !answered && basis.length === 0)
    return { code: 'input.missing', message: `${reviewOutcomeLabel[outcome]}的，应当载明依据。`, clause: 'B9', field }
  for (const [index, one] of basis.entries()) {
    const { outcomes, items } = reviewBasisFits[one]
    const at = `${field}.${index}`
    if (!outcomes.includes(outcome)) return no(`“${reviewBasisLabel[one]}”不是${reviewOutcomeLabel[outcome]}的依据。`, 'B11', at)
    if (items.length > 0 && !anyOf(answers, items, 'yes', 'unsure'))
      return no(`依据“${reviewBasisLabel[one]}”与审查清单不符：清单中没有相应的“是”。`, 'B11', at)
  }
  return null
}

/** 公共利益 is a reason only where somebody's right stands against publication (B4). */
const needless = (outcome: ReviewOutcome, { answers }: Weighed, interest: string | undefined): Against =>
  interest === undefined || (outcome === 'open' && anyOf(answers, HOLDER_ITEMS, 'yes', 'unsure'))
    ? null
    : {
        code: 'input.unknownField',
        message: '只有涉及商业秘密、个人隐私而拟公开的，填写公共利益理由。',
        clause: 'B4',
        field: 'interest',
      }

/** Whether a document is still marked a state secret (B4 信息载体上的国家秘密标志). */
export const markedSecret = (read: Read, document: number): boolean =>
  read.get(
    "SELECT 1 FROM document JOIN particulars AS p ON p.id = document.current WHERE document.id = ? AND p.declassified = 0 AND p.level <> 'internal'",
    document,
  ) !== undefined

/** Made public though it is, or comes from, what is still marked a state secret; or what an earlier text of the case was found to be, without a 解密 (B4 信息载体上的国家秘密标志, B10). */
export const secretStill = (
  read: Read,
  review: Pick<ReviewRecord, 'id' | 'version' | 'document' | 'documentNumber'>,
  steps: readonly StepRecord[],
): string | null => {
  if (currentOf(read, review).declassification !== null) return null
  if (review.document !== null && markedSecret(read, review.document)) return `${review.documentNumber}标有国家秘密标志，尚未解密。`
  const opinions = new Map(steps.filter(({ act }) => act === 'opinion').map((step) => [step.version, step]))
  const earlier = [...opinions.values()].find(({ version, facts }) => version < review.version && facts.checklist?.stateSecret.answer === 'yes')
  return earlier ? `第${earlier.version}版经审查属于国家秘密，现行文本没有解密文件。` : null
}

/** The same of a case by its id, for whoever gives out what it decided on. */
export const secretInReview = (read: Read, id: number): string | null => {
  const review = read.get<Pick<ReviewRecord, 'id' | 'version' | 'document' | 'documentNumber'>>(
    'SELECT review.id, version, document, document.number AS documentNumber FROM review LEFT JOIN document ON document.id = document WHERE review.id = ?',
    id,
  )
  return review ? secretStill(read, review, stepsOf(read, id)) : null
}

/** What stands against an outcome by the text, its checklist and its grounds alone. */
export const against = (read: Read, outcome: ReviewOutcome, weighed: Weighed, { reason, basis, interest }: Grounds, field: string): Against => {
  const secret = outcome === 'open' || outcome === 'onApplication' ? secretStill(read, weighed.review, weighed.steps) : null
  return (
    notCertain(outcome, weighed, field) ??
    forbidden(outcome, weighed, field) ??
    (secret === null ? null : no(`${secret}应经法定程序解密并删除涉密内容，登记解密文件后再审。`, 'B10', field)) ??
    unreasoned(outcome, reason) ??
    unfounded(outcome, weighed, basis) ??
    needless(outcome, weighed, interest)
  )
}

/** Nobody's trade secret or privacy is made public before its holder was asked, unless the public interest outweighs it (B4, 条例15, 条例32). */
export const notAsked = ({ review, answers, steps }: Weighed, interest: string | undefined, field: string): Against => {
  const whose = HOLDER_ITEMS.filter((item) => answers[item].answer !== 'no').map((item) => checkItemLabel[item])
  if (whose.length === 0 || interest !== undefined) return null
  const own = standing(steps, review.version)
  const replies = own.filter(({ act }) => act === 'consulted')
  const asked = own.filter(({ act }) => act === 'consult')
  const about = `涉及${whose.join('、')}，拟公开的`
  if (asked.length === 0) return no(`${about}应征求权利人的意见，或者写明公共利益理由。`, 'B4', field)
  if (asked.some(({ id }) => !replies.some(({ facts }) => facts.consult === id)))
    return no(`${about}，权利人尚未答复。请登记答复，期满未答复的也请登记。`, 'B4', field)
  if (replies.some(({ outcome }) => outcome === 'refuses')) return no(`${about}，权利人不同意公开。仍要公开的，请写明公共利益理由。`, 'B4', field)
  return null
}

/** The checklist that stands: of the opinion that the case goes on with. */
export const answersOf = (steps: readonly StepRecord[], version: number): Answers =>
  lastOf(standing(steps, version), 'opinion')?.facts.checklist as Answers

export const refuseAgainst = (found: Against): void => {
  if (found) refuse(found.code, found.message, { clause: found.clause, field: found.field })
}
