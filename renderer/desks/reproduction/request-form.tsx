import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { PersonRef } from '../../../contract/fields.ts'
import { limits } from '../../../contract/limits.ts'
import { REPRODUCTION_KINDS, reproductionKindLabel } from '../../../contract/terms.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { ChoiceField, DayField, NumberField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { OtherSources, type Source, SourceField, useSources, withinAll } from './source-field.tsx'
import { blankConsent, boxesOf, consentKey, inputOf, namedIn, type Wish } from './wish.ts'

type Fields = { form: UseFormReturn<Wish> }

const named = ({ id, name, department }: PersonRef) => ({ value: id, label: name, beside: department })

/** Only people in the 知悉范围 of the original may ask for copies of it or get one (F1(4)c, 保密法21). */
const outside = (typed: string) => `“${typed}”不在原件的知悉范围内，请先申请扩大知悉范围（F1(4)c）`

/** Other originals have another 知悉范围: who is not in it does not stay named. */
const useWithin = (form: UseFormReturn<Wish>, sources: readonly Source[], me: number) => {
  const { getValues, setValue } = form
  const people =
    sources.length === 0
      ? null
      : withinAll(sources)
          .map(({ id }) => id)
          .join()
  useEffect(() => {
    if (people === null) return
    const within = new Set(people.split(',').map(Number))
    const { recipients, applicant } = getValues()
    const kept = recipients.filter((person) => within.has(person))
    if (kept.length < recipients.length) setValue('recipients', kept)
    if (applicant !== undefined && applicant !== me && !within.has(applicant)) setValue('applicant', me)
  }, [people, me, getValues, setValue])
}

/** Each 绝密 original has boxes for the consent to it, empty when it is chosen. */
const useConsents = (form: UseFormReturn<Wish>, topSecret: readonly Source[]) => {
  const { getValues, setValue } = form
  const missing = topSecret.map(({ id }) => consentKey(id)).filter((key) => !(key in (getValues('consents') ?? {})))
  const keys = missing.join()
  useEffect(() => {
    for (const key of keys === '' ? [] : keys.split(',')) setValue(`consents.${key}`, blankConsent)
  }, [keys, setValue])
}

/** 申请人: an officer keys in for whoever may know of the paper, or asks for themselves. */
const Applicant = ({ form, sources }: Fields & { sources: readonly Source[] }) => {
  const { person } = useSession()
  const others = withinAll(sources).filter(({ id }) => id !== person.id)
  return <SelectField form={form} name="applicant" label="申请人" choices={[person, ...others].map(named)} unknown={outside} required />
}

/** 绝密: the 原定密机关, or the one above it, has agreed (domain 3.2). Of several originals each box says of which. */
const Consent = ({ form, of: { id, number }, several }: Fields & { of: Source; several: boolean }) => {
  const box = `consents.${consentKey(id)}` as const
  const which = several ? ` ${number.replace(/^.*〕0*/, '')}` : ''
  if (form.watch(box) === undefined) return null
  return (
    <>
      <TextField
        form={form}
        name={`${box}.issuer`}
        label={`同意机关${which}`}
        max={limits.unit}
        required
        hint={`${several ? `${number}：` : ''}绝密件的复制、摘抄、汇编，须经原定密机关或其上级机关同意（F1(5)a）`}
      />
      <TextField form={form} name={`${box}.symbol`} label={`同意文号${which}`} max={limits.symbol} required />
      <DayField form={form} name={`${box}.date`} label={`同意日期${which}`} required />
    </>
  )
}

const What = ({ form, sources }: Fields & { sources: ReturnType<typeof useSources> }) => (
  <>
    <ChoiceField form={form} name="kind" label="种类" choices={REPRODUCTION_KINDS.map((value) => ({ value, label: reproductionKindLabel[value] }))} />
    {form.watch('kind') === 'extract' && (
      <TextField form={form} name="extent" label="摘抄范围" max={limits.note} rows={2} required hint="如：第三页第二段、附件一" />
    )}
    {form.watch('kind') === 'compilation' && (
      <>
        <OtherSources form={form} sources={sources} />
        <TextField form={form} name="title" label="汇编标题" max={limits.title} rows={2} required />
      </>
    )}
  </>
)

const ForWhom = ({ form, sources, places }: Fields & { sources: readonly Source[]; places: readonly string[] }) => (
  <>
    <NumberField form={form} name="asked" label="申请份数" min={1} max={limits.copies} unit="份" required />
    <TextField form={form} name="purpose" label="用途" max={limits.note} rows={2} required />
    <SelectField
      form={form}
      name="recipients"
      label="分发对象"
      choices={withinAll(sources).map(named)}
      unknown={outside}
      hint={sources.length > 0 ? '只能发给原件知悉范围内的人，姓名之间用顿号' : '先选原件；只能发给原件知悉范围内的人（F1(4)c）'}
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

const isTopSecret = ({ document }: Source) => document.level === 'topSecret'

const blank = (preset: Source | null, places: readonly string[], me: number): Wish => ({
  source: preset?.id,
  kind: 'copy',
  others: [],
  title: '',
  extent: '',
  applicant: me,
  asked: undefined,
  purpose: '',
  recipients: [],
  place: places.length === 1 ? places[0] : undefined,
  consents: preset && isTopSecret(preset) ? { [consentKey(preset.id)]: blankConsent } : {},
})

/** 申请复制, in the order of the paper 复制审批单; sent to the department at once, or kept as a draft. */
export const RequestForm = ({ preset, places, onAsked, onClose }: Props) => {
  const may = useMay()
  const { person } = useSession()
  const drafting = useRef(false)
  const form = useActForm<'reproduction.request', Wish>('reproduction.request', {
    start: blank(preset, places, person.id),
    input: (typed) => inputOf(typed, { topSecret: topSecret.map(({ id }) => id), me: person.id, submit: !drafting.current }),
    boxes: boxesOf,
    done: ({ id }) => onAsked(id),
  })
  const { fields } = form
  const [source, others, kind] = fields.watch(['source', 'others', 'kind'])
  const sources = useSources(preset, namedIn({ source, others, kind }))
  const topSecret = sources.all.filter(isTopSecret)
  useWithin(fields, sources.all, person.id)
  useConsents(fields, topSecret)
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
        <What form={fields} sources={sources} />
        {may('reproduction.make') && <Applicant form={fields} sources={sources.all} />}
        <ForWhom form={fields} sources={sources.all} places={places} />
        {topSecret.map((one) => (
          <Consent key={one.id} form={fields} of={one} several={sources.all.length > 1} />
        ))}
      </ActForm>
    </RecordPane>
  )
}
