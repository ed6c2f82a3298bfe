import type { AppealFigures, EvaluationView, ProactiveFigures } from '../../../contract/evaluation-views.ts'
import { limits } from '../../../contract/limits.ts'
import type { Input } from '../../../contract/index.ts'
import {
  APPEAL_RESULTS,
  APPEAL_STAGES,
  appealResultLabel,
  appealStageLabel,
  DECISION_KINDS,
  decisionKindLabel,
  NORM_FIGURES,
  NORM_KINDS,
  normFigureLabel,
  normKindLabel,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, type ActFormOf, useActForm } from '../../components/form.tsx'
import { ParagraphsField } from '../../components/paragraphs-field.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { type Period, periodIn, periodName } from './report-period.ts'
import './report.css'

/** What is not typed yet is nothing, not 0. */
type Open<T> = { [K in keyof T]: T[K] extends number ? number | undefined : Open<T[K]> }
type Typed = {
  of: { proactive: Open<ProactiveFigures>; appeals: Open<AppealFigures>; explanation: string; other: string }
  effect: string
  problems: string
  improvements: string
}

const norms = { made: 0, abolished: 0, inForce: undefined }
const appeals = { upheld: 0, corrected: 0, other: 0, pending: 0, total: undefined }
/** Most of the figures are 0 in most years; what a check hangs on is typed. */
const nothing: Typed = {
  of: {
    proactive: { rules: norms, normative: norms, licences: 0, penalties: 0, coercion: 0, fees: 0 },
    appeals: { reconsideration: appeals, suit: appeals, suitAfter: appeals },
    explanation: '',
    other: '',
  },
  effect: '',
  problems: '',
  improvements: '',
}

/** What stands in the form of one that is recorded again. */
const again = ({ typed, words }: EvaluationView): Typed => ({
  of: {
    proactive: typed?.proactive ?? nothing.of.proactive,
    appeals: typed?.appeals ?? nothing.of.appeals,
    explanation: typed?.explanation ?? '',
    other: words.other ?? '',
  },
  effect: words.effect,
  problems: words.problems,
  improvements: words.improvements,
})

const MOST = 1_000_000
type Form = ActFormOf<Typed>

/** 二、主动公开政府信息情况. */
const Proactive = ({ of: { fields } }: { of: Form }) => (
  <>
    {NORM_KINDS.map((kind) => (
      <fieldset key={kind} className="report-boxes">
        <legend>{normKindLabel[kind]}</legend>
        {NORM_FIGURES.map((figure) => (
          <NumberField key={figure} form={fields} name={`of.proactive.${kind}.${figure}`} label={normFigureLabel[figure]} min={0} max={MOST} />
        ))}
      </fieldset>
    ))}
    <fieldset className="report-boxes">
      <legend>处理决定和收费</legend>
      {DECISION_KINDS.map((kind) => (
        <NumberField key={kind} form={fields} name={`of.proactive.${kind}`} label={decisionKindLabel[kind]} min={0} max={MOST} unit="件" />
      ))}
      <NumberField form={fields} name="of.proactive.fees" label="行政事业性收费" min={0} max={999_999_999} unit="元" />
    </fieldset>
  </>
)

/** 四、复议、诉讼. The totals are typed as they were counted, and must be the sums. */
const Appeals = ({ of: { fields } }: { of: Form }) => (
  <>
    {APPEAL_STAGES.map((stage) => (
      <fieldset key={stage} className="report-boxes">
        <legend>{appealStageLabel[stage]}</legend>
        {APPEAL_RESULTS.map((result) => (
          <NumberField key={result} form={fields} name={`of.appeals.${stage}.${result}`} label={appealResultLabel[result]} min={0} max={MOST} />
        ))}
        <NumberField form={fields} name={`of.appeals.${stage}.total`} label="总计" min={0} max={MOST} />
      </fieldset>
    ))}
  </>
)

/** What the contract takes of it; what is empty is refused there. */
const inputOf = ({ year, half }: Period, { of, effect, problems, improvements }: Typed): Input<'disclosure.evaluate'> => {
  const words = { effect, problems, improvements }
  if (half !== null) return { year, of: { kind: 'half', half }, ...words }
  const { other, explanation, ...figures } = of
  const more = { explanation, ...(other.trim() ? { other } : {}) }
  return { year, of: { kind: 'annual', ...figures, ...more }, ...words } as Input<'disclosure.evaluate'>
}

type Props = { period: Period; record: EvaluationView | null; onClose: () => void }

const EvaluateForm = ({ period, record, onClose }: Props) => {
  const annual = period.half === null
  const form = useActForm<'disclosure.evaluate', Typed>('disclosure.evaluate', {
    start: record ? again(record) : nothing,
    input: (typed) => inputOf(period, typed),
    done: onClose,
  })
  const { fields } = form
  const words = (name: 'effect' | 'problems' | 'improvements', label: string, hint: string) => (
    <ParagraphsField form={fields} name={name} label={label} hint={hint} max={limits.evaluation} first={name === 'effect'} required />
  )
  return (
    <RecordPane title={`${annual ? '编报年报' : '登记评估'}　${periodName(period)}`} full>
      <ActForm
        of={form}
        ok={annual ? '签名编报' : '签名登记'}
        says={annual ? '表三由登记簿统计，随编报时的数固定下来（条例49、50）' : '统计的数随登记时固定下来（G三.4）'}
        onClose={onClose}
      >
        {words('effect', annual ? '总体情况' : '公开效果', annual ? '一、总体情况' : '公开工作的做法和效果')}
        {annual && <Proactive of={form} />}
        {annual && <Appeals of={form} />}
        {words('problems', '存在问题', annual ? '五、存在的主要问题' : '从数和反馈里看出的问题')}
        {words('improvements', '改进措施', annual ? '五、改进情况' : '下一步怎样改进（G六）')}
        {annual && (
          <TextField form={fields} name="of.explanation" label="说明" max={limits.opinion} rows={2} hint="与上年年报不一致的，写明原因；一致的不填" />
        )}
        {annual && (
          <ParagraphsField form={fields} name="of.other" label="其他事项" max={limits.evaluation} hint="六、其他需要报告的事项；没有的不填" />
        )}
      </ActForm>
    </RecordPane>
  )
}

/** F7 编报年报, 登记评估 of a time that is over; one that was recorded before opens with what it said. */
export const Evaluate = ({ period }: { period: Period }) => {
  const { year, half } = period
  const report = useQueryOf('disclosure.annualReport', half === null ? { year } : { year, half })
  const onClose = () => go('disclosure', null, periodIn(period))
  if (!report.data) return <OpeningPane title="年报评估" refusal={report.error} onClose={onClose} />
  return <EvaluateForm period={period} record={report.data.record} onClose={onClose} />
}
