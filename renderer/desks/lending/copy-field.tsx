import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Lendable } from '../../../contract/lending-views.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { SelectField } from '../../components/select-field.tsx'
import type { Wish } from './loan-form.tsx'
import { nameOf } from './paper-lines.tsx'

/** A scanned number is the whole label: it is taken as it stands. */
const choiceOf = (copy: Lendable) => ({
  value: copy.id,
  label: copy.number,
  beside: [copy.copyNo && `份号 ${copy.copyNo}`, copy.document.mark, nameOf(copy), copy.state !== 'inBox' && copyStateLabel[copy.state]]
    .filter(Boolean)
    .join('　'),
})

const says = ({ number, copyNo, document: { title, symbol, sender } }: Lendable, text: string) =>
  [number, copyNo, title, symbol, sender].some((part) => part?.includes(text))

/** The copies that fit what is sought, of those that `person` may know of, and the one that is chosen, whatever is sought next. */
export const useSources = (start: Lendable | null, chosen: number | undefined, person: number | undefined) => {
  const [text, seek] = useState('')
  const found = useQueryOf('lending.sources', { text, limit: 20, ...(person === undefined ? {} : { person }) }, { keep: true })
  const seen = useRef(new Map<number, Lendable>())
  // Until the answer to what is typed is there, Enter chooses nothing that does not say it.
  const rows = (found.data?.rows ?? []).filter((row) => !found.isPlaceholderData || says(row, text))
  for (const row of start ? [start, ...rows] : rows) seen.current.set(row.id, row)
  const one = chosen === undefined ? null : (seen.current.get(chosen) ?? null)
  return { seek, one, offered: one && !rows.some(({ id }) => id === one.id) ? [one, ...rows] : rows }
}

/** What the chosen copy says of itself; one that is out now can be asked for, and says where it is. */
const Chosen = ({ copy }: { copy: Lendable }) => (
  <>
    <LevelMark level={copy.document.level} mark={copy.document.mark} />　{nameOf(copy)}
    {copy.document.title && copy.document.symbol && <span className="unbroken">　{copy.document.symbol}</span>}
    {copy.state !== 'inBox' && <span className="waits">　现为“{copyStateLabel[copy.state]}”，收回后才能借出</span>}
  </>
)

type Props = { form: UseFormReturn<Wish>; sources: ReturnType<typeof useSources>; first: boolean }

/** 文件（份）, by part of number or 文号, for an officer also of the title: those within the 知悉范围 of whoever borrows (保密法21). */
export const CopyField = ({ form, sources: { seek, one, offered }, first }: Props) => {
  const titled = useMay()('lending.lend')
  return (
    <SelectField
      form={form}
      name="copy"
      label="文件（份）"
      choices={offered.map(choiceOf)}
      onSought={seek}
      placeholder={titled ? '编号、标题、文号的一部分' : '编号、文号的一部分'}
      unknown={(typed) => `借用人的知悉范围内没有与“${typed}”相符的份，请核对编号或文号（F1(4)a）`}
      hint={one && <Chosen copy={one} />}
      first={first}
      required
    />
  )
}
