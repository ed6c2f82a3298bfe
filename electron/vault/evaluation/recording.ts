import type { AppealFigures, ProactiveFigures, ReportFigures } from '../../../contract/evaluation-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import {
  APPEAL_RESULTS,
  APPEAL_STAGES,
  appealStageLabel,
  EXPLAINED_CHECKS,
  NORM_KINDS,
  normKindLabel,
  reportCheckLabel,
} from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { canonicalJson, digestOfWords } from '../storage/bytes.ts'
import { daysOf, figuresOf } from './figures.ts'
import { reportBefore, type Typed } from './records.ts'

type Annual = Extract<Parsed<'disclosure.evaluate'>['of'], { kind: 'annual' }>

const isExplained = (check: string) => EXPLAINED_CHECKS.some((one) => one === check)

/** A table that does not hold together is the record's fault, and is not signed for. */
const refuseBroken = ({ checks }: ReportFigures) => {
  const broken = checks.find(({ check, holds }) => !holds && !isExplained(check))
  if (broken)
    refuse('rule.forbids', `勾稽关系不成立：${reportCheckLabel[broken.check]}。${broken.says}。请先核对登记，并请安全审计员校验数据。`, {
      clause: '条例50',
      field: 'year',
    })
}

/** 总计 as it was typed is the sum of the four results. */
const refuseWrongTotal = (appeals: AppealFigures) => {
  for (const stage of APPEAL_STAGES) {
    const sum = APPEAL_RESULTS.reduce((total, result) => total + appeals[stage][result], 0)
    if (sum !== appeals[stage].total)
      refuse('rule.forbids', `${appealStageLabel[stage]}：各项结果之和是${sum}，总计填的是${appeals[stage].total}。请核对。`, {
        clause: '条例50',
        field: `of.appeals.${stage}.total`,
      })
  }
}

/** What is in force is what was, and what was made, less what was abolished. */
const normsAgainst = (now: ProactiveFigures, before: ProactiveFigures): string[] =>
  NORM_KINDS.flatMap((kind) => {
    const { made, abolished, inForce } = now[kind]
    const expected = before[kind].inForce + made - abolished
    return inForce === expected ? [] : [`${normKindLabel[kind]}现行有效${inForce}件，按上年年报应为${expected}件`]
  })

/** Where a report differs from that of the year before: it is put right, or explained. */
const refuseUnexplained = (work: Work, year: number, { checks }: ReportFigures, { proactive, explanation }: Annual) => {
  const before = reportBefore(work.read, year)
  const differs = [
    ...checks.filter(({ check, holds }) => !holds && isExplained(check)).map(({ check, says }) => `${reportCheckLabel[check]}：${says}`),
    ...(before ? normsAgainst(proactive, before.typed.proactive) : []),
  ]
  if (differs.length > 0 && explanation === undefined)
    refuse('input.missing', `与上年年报不一致：${differs.join('；')}。请核对；确实如此的，在“说明”中写明原因，或者重新编报上年年报。`, {
      clause: '条例50',
      field: 'of.explanation',
    })
}

const typedOf = (work: Work, year: number, figures: ReportFigures, annual: Annual): Typed => {
  refuseWrongTotal(annual.appeals)
  refuseUnexplained(work, year, figures, annual)
  const { proactive, appeals, explanation } = annual
  return { proactive, appeals, explanation: explanation ?? null }
}

/** 半年评估 or 年度报告, as it is counted at this moment, under the signature of whoever is responsible (G三.4, 条例49). */
export const evaluate = (work: Work, { year, of, ...said }: Parsed<'disclosure.evaluate'>): Output<'disclosure.evaluate'> => {
  const half = of.kind === 'half' ? of.half : null
  const days = daysOf(year, half)
  if (work.wall.slice(0, 10) <= days.to)
    refuse('input.future', `${half === null ? '这一年' : '这半年'}到${days.to}为止，还没有结束，不能登记。`, {
      clause: half === null ? '条例49' : 'G3.4',
      field: of.kind === 'half' && days.from <= work.wall.slice(0, 10) ? 'of.half' : 'year',
    })
  const figures = figuresOf(work.read, days, half === null ? (reportBefore(work.read, year)?.table ?? null) : null)
  refuseBroken(figures)
  const typed = of.kind === 'annual' ? canonicalJson(typedOf(work, year, figures, of)) : null
  const counted = canonicalJson(figures)
  const words = canonicalJson({ ...said, other: of.kind === 'annual' ? (of.other ?? null) : null })
  const number = work.number(half === null ? 'annualReport' : 'evaluation')
  work.about(number)
  const signature = work.sign(work.me(), 'evaluation.record', {
    evaluation: number,
    year,
    half,
    figures: digestOfWords(counted),
    typed: typed === null ? null : digestOfWords(typed),
    words: digestOfWords(words),
  })
  const by = { by_person: work.asking.person.id, at: work.now.toISOString(), signature }
  return { id: work.insert('evaluation', { number, year, half, figures: counted, typed, words, ...by }), number }
}
