import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { limits, type PersonRef } from '../../../contract/fields.ts'
import { REPRODUCTION_KINDS, reproductionKindLabel } from '../../../contract/terms.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { ChoiceField, DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { type Source, SourceField, useSources } from './source-field.tsx'
import { inputOf, type Wish } from './wish.ts'

type Fields = { form: UseFormReturn<Wish> }

const named = ({ id, name, department }: PersonRef) => ({ value: id, label: name, beside: department })

/** Only people in the 知悉范围 of the original may ask for copies of it or get one (F1(4)c, 保密法21). */
const outside = (typed: string) => `“${typed}”不在原件的知悉范围内，请先申请扩大知悉范围（F1(4)c）`

/** Another original has another 知悉范围: who is not in it does not stay named. */
const useWithin = (form: UseFormReturn<Wish>, source: Source | null, me: number) => {
  const { getValues, setValue } = form
  useEffect(() => {
    if (!source) return
    const within = new Set(source.scope.map(({ id }) => id))
    const { recipients, applicant } = getValues()
    const kept = recipients.filter((person) => within.has(person))
    if (kept.length < recipients.length) setValue('recipients', kept)
    if (applicant !== undefined && applicant !== me && !within.has(applicant)) setValue('applicant', me)
  }, [source, me, getValues, setValue])
}

/** 申请人: an officer keys in for whoever may know of the paper, or asks for themselves. */
const Applicant = ({ form, source }: Fields & { source: Source | null }) => {
  const { person } = useSession()
  const others = (source?.scope ?? []).filter(({ id }) => id !== person.id)
  return <SelectField form={form} name="applicant" label="申请人" choices={[person, ...others].map(named)} unknown={outside} required />
}

/** 绝密: the 原定密机关, or the one above it, has agreed (domain 3.2). */
const Consent = ({ form }: Fields) => (
  <>
    <TextField
      form={form}
      name="consent.issuer"
      label="同意机关"
      max={limits.unit}
      required
      hint="绝密件的复制、摘抄，须经原定密机关或其上级机关同意（F1(5)a）"
    />
    <TextField form={form} name="consent.symbol" label="同意文号" max={limits.symbol} required />
    <DayField form={form} name="consent.date" label="同意日期" required />
  </>
)

const What = ({ form }: Fields) => (
  <>
    <ChoiceField form={form} name="kind" label="种类" choices={REPRODUCTION_KINDS.map((value) => ({ value, label: reproductionKindLabel[value] }))} />
    {form.watch('kind') === 'extract' && (
      <TextField form={form} name="extent" label="摘抄范围" max={limits.note} rows={2} required hint="如：第三页第二段、附件一" />
    )}
  </>
)

const ForWhom = ({ form, source, places }: Fields & { source: Source | null; places: readonly string[] }) => (
  <>
    <NumberField form={form} name="asked" label="申请份数" min={1} max={limits.copies} unit="份" required />
    <TextField form={form} name="purpose" label="用途" max={limits.note} rows={2} required />
    <SelectField
      form={form}
      name="recipients"
      label="分发对象"
      choices={(source?.scope ?? []).map(named)}
      unknown={outside}
      hint={source ? '只能发给原件知悉范围内的人，姓名之间用顿号' : '先选原件；只能发给原件知悉范围内的人（F1(4)c）'}
      many
      required
    />
    <SelectField
      form={form}
      name="place"
      label="复制地点"
      choices={places.map((place) => ({ value: place, label: place }))}
      unknown={(typed) => `“${typed}”不是指定的复制地点；严禁到营业性场所复印（F1(5)c）`}
      required
    />
  </>
)

type Props = {
  /** The original that is chosen to begin with. */
  preset: Source | null
  places: readonly string[]
  onAsked: (reproduction: number) => void
  onClose: () => void
}

const blank = (preset: Source | null, places: readonly string[], me: number): Wish => ({
  source: preset?.id,
  kind: 'copy',
  extent: '',
  applicant: me,
  asked: undefined,
  purpose: '',
  recipients: [],
  place: places.length === 1 ? places[0] : undefined,
  consent: { issuer: '', symbol: '', date: '' },
})

const isTopSecret = (source: Source | null) => source?.document.level === 'topSecret'

/** What a refusal names and no box has by itself: the consent as a whole is told in its first box. */
const boxes = { 'consent.symbol': 'consent.symbol', 'consent.date': 'consent.date', consent: 'consent.issuer' } as const

/** 申请复制, in the order of the paper 复制审批单; sent to the department at once, or kept as a draft. */
export const RequestForm = ({ preset, places, onAsked, onClose }: Props) => {
  const may = useMay()
  const { person } = useSession()
  const drafting = useRef(false)
  const form = useActForm<'reproduction.request', Wish>('reproduction.request', {
    start: blank(preset, places, person.id),
    input: (typed) => inputOf(typed, { topSecret: isTopSecret(sources.one), me: person.id, submit: !drafting.current }),
    boxes,
    done: ({ id }) => onAsked(id),
  })
  const { fields } = form
  const sources = useSources(preset, fields.watch('source'))
  useWithin(fields, sources.one, person.id)
  const keep = async () => {
    drafting.current = true
    await form.submit()
    drafting.current = false
  }
  return (
    <RecordPane title="申请复制" full>
      <ActForm
        of={form}
        ok="提交"
        onClose={onClose}
        says="提交后由部门签署意见、分管领导审批，批准以后才能复制（F1(5)a）"
        other={
          <Button disabled={form.busy} onClick={keep}>
            存为草稿
          </Button>
        }
      >
        <SourceField form={fields} sources={sources} />
        <What form={fields} />
        {may('reproduction.make') && <Applicant form={fields} source={sources.one} />}
        <ForWhom form={fields} source={sources.one} places={places} />
        {isTopSecret(sources.one) && <Consent form={fields} />}
      </ActForm>
    </RecordPane>
  )
}
