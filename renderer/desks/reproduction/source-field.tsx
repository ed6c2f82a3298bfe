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

/** The originals that fit what is sought, and the one that is chosen, whatever is sought next. */
export const useSources = (start: Source | null, chosen: number | undefined) => {
  const [text, seek] = useState('')
  const found = useQueryOf('reproduction.sources', { text, limit: 20 }, { keep: true })
  const seen = useRef(new Map<number, Source>())
  // Until the answer to what is typed is there, Enter chooses nothing that does not say it.
  const rows = (found.data?.rows ?? []).filter((row) => !found.isPlaceholderData || says(row, text))
  for (const row of start ? [start, ...rows] : rows) seen.current.set(row.id, row)
  const one = chosen === undefined ? null : (seen.current.get(chosen) ?? null)
  return { seek, one, offered: one && !rows.some(({ id }) => id === one.id) ? [one, ...rows] : rows }
}

/** What the chosen original says of itself; one that is not copied says why. */
const Chosen = ({ source: { document, scope } }: { source: Source }) => {
  if (document.copyBan)
    return <span className="field-error">来文标有“{copyBanLabel}”，不得复制、摘抄；确有需要的，请商制发机关另行提供（F1(5)a）</span>
  if (scope.length === 0) return <span className="field-error">尚未核定知悉范围，请先到收文登记核定（F1(4)a）</span>
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
export const SourceField = ({ form, sources: { seek, one, offered } }: Props) => {
  const any = useMay()('reproduction.make')
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
