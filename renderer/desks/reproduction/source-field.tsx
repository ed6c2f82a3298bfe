import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Output } from '../../../contract/index.ts'
import { copyBanLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { SelectField } from '../../components/select-field.tsx'
import type { Wish } from './wish.ts'

export type Source = Output<'reproduction.sources'>['rows'][number]

const choiceOf = ({ id, number, copyNo, document }: Source) => ({
  value: id,
  label: `${number}${copyNo ? `（份号 ${copyNo}）` : ''}　${document.mark}${document.copyBan ? `（${copyBanLabel}）` : ''}　${document.title}`,
})

const says = ({ number, copyNo, document: { title, symbol } }: Source, text: string) =>
  [number, copyNo, title, symbol].some((part) => part?.includes(text))

/** The originals that fit what is sought, and those that are chosen, whatever is sought next. */
export const useSources = (start: Source | null, chosen: readonly number[]) => {
  const [text, seek] = useState('')
  const found = useQueryOf('reproduction.sources', { text, limit: 20 }, { keep: true })
  const seen = useRef(new Map<number, Source>())
  // Until the answer to what is typed is there, Enter chooses nothing that does not say it.
  const rows = (found.data?.rows ?? []).filter((row) => !found.isPlaceholderData || says(row, text))
  for (const row of start ? [start, ...rows] : rows) seen.current.set(row.id, row)
  const all = chosen.flatMap((id) => seen.current.get(id) ?? [])
  return { seek, all, offered: [...all.filter(({ id }) => !rows.some((row) => row.id === id)), ...rows] }
}

/** Who is in the 知悉范围 of all of them: for whom anything may be made of them (F1(4)c, 实施条例27). */
export const withinAll = ([first, ...rest]: readonly Source[]): Source['scope'] =>
  (first?.scope ?? []).filter(({ id }) => rest.every(({ scope }) => scope.some((person) => person.id === id)))

/** Why this original is not copied, or null. */
const whyNot = ({ document, scope }: Source): string | null => {
  if (document.copyBan) return `来文标有“${copyBanLabel}”，不得复制、摘抄；确有需要的，请商制发机关另行提供（F1(5)a）`
  return scope.length === 0 ? '尚未核定知悉范围，请先到收文登记核定（F1(4)a）' : null
}

/** What the chosen original says of itself; one that is not copied says why. */
const Chosen = ({ source }: { source: Source }) => {
  const { document } = source
  const why = whyNot(source)
  if (why) return <span className="field-error">{why}</span>
  return (
    <>
      {document.sender}
      {document.symbol && `　${document.symbol}`}　原件 {document.counted} 份
    </>
  )
}

const noSuchSource = (typed: string) => `没有与“${typed}”相符的原件，请核对编号、标题或文号；复制件不能再复制（F1(5)a）`

type Props = { form: UseFormReturn<Wish>; sources: ReturnType<typeof useSources> }

/** 原件, by part of number, title or 文号: any for an officer, what they hold themselves for anybody else (F1(5)a). */
export const SourceField = ({ form, sources: { seek, all, offered } }: Props) => {
  const any = useMay()('reproduction.make')
  const chosen = form.watch('source')
  const one = all.find(({ id }) => id === chosen)
  return (
    <SelectField
      form={form}
      name="source"
      label="原件"
      choices={offered.map(choiceOf)}
      onSought={seek}
      placeholder="编号、标题、文号的一部分"
      unknown={noSuchSource}
      hint={one ? <Chosen source={one} /> : any ? '复制件视同原件管理，不能再复制' : '本人手中的份；手中没有的，请保密员代为录入'}
      first
      required
    />
  )
}

/** 其他原件 of a 汇编: of other papers than the first (实施条例27). */
export const OtherSources = ({ form, sources: { seek, all, offered } }: Props) => {
  const [first, ...others] = all
  const bad = others.find((source) => whyNot(source) !== null)
  const papers = offered.filter(({ document }) => document.id !== first?.document.id)
  return (
    <SelectField
      form={form}
      name="others"
      label="其他原件"
      choices={papers.map(choiceOf)}
      onSought={seek}
      placeholder="编号、标题、文号的一部分，选中一份再选下一份"
      unknown={noSuchSource}
      hint={
        bad ? (
          <span className="field-error">
            {bad.number}：{whyNot(bad)}
          </span>
        ) : (
          '汇编的密级、期限、知悉范围随各原件：最高密级、最长期限、都在其中的人（实施条例27）'
        )
      }
      many
      required
    />
  )
}
