import { type Path, type UseFormReturn, useWatch } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import type { ReviewText, ReviewVersion } from '../../../contract/review-views.ts'
import { ATTRIBUTES, type Attribute, attributeLabel, type Carrier, CHANNELS, type Channel, channelLabel } from '../../../contract/terms.ts'
import { CheckField, DayField, NumberField, TextField } from '../../components/fields.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { symbolIsWhole, symbolWritten } from '../documents/written.ts'
import { ContentBox, useTextsAllowed } from './content-box.tsx'
import type { Mark } from './marks.ts'

/** What a version of the text says of itself, as it is typed. */
export type TextTyped = {
  title: string
  symbol: string
  summary: string
  attribute: Attribute | undefined
  madeOn: string
  pages: number | undefined
  digest: string
  /** The text itself, where the unit lets it in, and what of it is not given out. */
  content: string
  redactions: Mark[]
  channels: Channel[]
  channelNote: string
  plannedOn: string
  audience: string
  transferred: boolean
}

export const emptyText: TextTyped = {
  ...{ title: '', symbol: '', summary: '', attribute: undefined, madeOn: '', pages: undefined, digest: '', content: '', redactions: [] },
  ...{ channels: [], channelNote: '', plannedOn: '', audience: '', transferred: false },
}

/** A version as the form of the next one begins: its day, pages and digest are those of another text. One that is in the vault is gone on with. */
export const textAfter = (
  { title, symbol, summary, attribute, channels, channelNote, plannedOn, audience, transferred }: ReviewVersion,
  kept: ReviewText | null,
): TextTyped => ({
  ...emptyText,
  content: kept?.content ?? '',
  redactions: (kept?.deletions ?? []).map(({ left: _left, ...mark }) => mark),
  title,
  symbol: symbol ?? '',
  summary: summary ?? '',
  attribute: attribute ?? undefined,
  channels,
  channelNote: channelNote ?? '',
  plannedOn: plannedOn ?? '',
  audience: audience ?? '',
  transferred,
})

/** Whether it is to be made public of one's own accord: how, when and to whom is asked for then. */
const isForPublic = (attribute: Attribute | undefined) => attribute === undefined || attribute === 'proactive'

const given = <K extends string, V>(name: K, value: V) =>
  value === '' || value === undefined ? {} : ({ [name]: value } as Record<K, NonNullable<V>>)

/** What is typed, as the vault takes it; a box that this text has not is left out. */
export const textWritten = (carrier: Carrier | undefined, typed: TextTyped, toAnswer = false) => {
  const { title, symbol, summary, madeOn, pages, digest, content, redactions, channels, channelNote, plannedOn, audience, transferred } = typed
  const attribute = carrier === 'official' ? typed.attribute : undefined
  const elsewhere = channels.includes('elsewhere')
  return {
    title,
    symbol: symbolWritten(symbol),
    summary,
    madeOn,
    pages: pages as number,
    transferred,
    ...given('attribute', attribute),
    ...(content === '' ? given('digest', digest.trim().toLowerCase()) : { content, redactions }),
    ...(isForPublic(attribute) && !toAnswer ? { channels, audience, ...given('plannedOn', plannedOn), ...(elsewhere ? { channelNote } : {}) } : {}),
  }
}

/** 文件校验码, of a text that stays on paper: of one that is typed in the vault takes it itself. */
const Digest = <F extends TextTyped>({ form }: { form: UseFormReturn<F> }) => {
  const inVault = (useWatch({ control: form.control, name: 'content' as Path<F> }) as string) !== ''
  if (inVault) return null
  return <TextField form={form} name={'digest' as Path<F>} label="文件校验码" max={64} hint="印制文本的原文件的 SHA-256；可不填，文本留在纸上" />
}

type Props<F extends TextTyped> = {
  form: UseFormReturn<F>
  carrier: Carrier | undefined
  first?: boolean
  /** It is to answer an application: how it would be made public is not asked. */
  toAnswer?: boolean
}

/** The boxes of a text, in the order of the 保密审查表. */
export const TextBoxes = <F extends TextTyped>({ form, carrier, first = false, toAnswer = false }: Props<F>) => {
  const at = (name: keyof TextTyped) => name as unknown as Path<F>
  const attribute = form.watch(at('attribute')) as Attribute | undefined
  const channels = form.watch(at('channels')) as Channel[]
  const official = carrier === 'official'
  const allowed = useTextsAllowed()
  return (
    <>
      <TextField form={form} name={at('title')} label="信息名称" max={limits.title} rows={2} first={first} required />
      <TextField form={form} name={at('symbol')} label="文号" max={limits.symbol} whole={symbolIsWhole} hint="没有文号的填内容摘要（B9）" />
      <TextField form={form} name={at('summary')} label="内容摘要" max={limits.opinion} />
      {official && (
        <PickField
          form={form}
          name={at('attribute')}
          label="公开属性"
          choices={ATTRIBUTES.map((value) => ({ value, label: attributeLabel[value] }))}
          required
        />
      )}
      <DayField form={form} name={at('madeOn')} label="文本日期" hint="这一版文本的日期" required />
      <NumberField form={form} name={at('pages')} label="页数" min={1} max={1000} unit="页" required />
      {isForPublic(official ? attribute : undefined) && !toAnswer && (
        <>
          <SelectField
            form={form}
            name={at('channels')}
            label="拟公开方式"
            choices={CHANNELS.map((value) => ({ value, label: channelLabel[value] }))}
            many
            hint="网站、报刊、广播、电视、公开栏、电话、发放材料、其他；几种的用“、”隔开"
            required
          />
          {channels.includes('elsewhere') && (
            <TextField form={form} name={at('channelNote')} label="其他方式" max={limits.place} hint="写明是什么方式" required />
          )}
          <DayField form={form} name={at('plannedOn')} label="拟公开时间" required />
          <TextField form={form} name={at('audience')} label="公开范围" max={limits.unit} required />
        </>
      )}
      <Digest form={form} />
      {allowed && <ContentBox form={form} />}
      <CheckField form={form} name={at('transferred')} label="档案" says="已移交档案馆：不作公开审查，依档案规定办结（B15）" />
    </>
  )
}
