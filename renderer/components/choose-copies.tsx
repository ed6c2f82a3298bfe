import { useRef, useState } from 'react'
import { Button, Input, type InputRef } from 'antd'
import type { Input as InputOf, Output } from '../../contract/index.ts'
import { limits } from '../../contract/limits.ts'
import type { Level } from '../../contract/terms.ts'
import { call, refusalOf, useQueryOf } from '../app/client.ts'
import { numberMeant } from './checklist.tsx'
import { LevelMark } from './level-mark.tsx'
import { useScanned } from './scanning.ts'

/** The lists that copies are chosen from. */
type From = 'circulation.inBox' | 'lending.sources' | 'disposal.offer'
export type ChosenOf<N extends From> = Output<N>['rows'][number]

type Copy = { id: number; number: string; copyNo: string | null; document: { level: Level; mark: string; title: string | null } }

const CopyLine = ({ copy: { number, copyNo, document } }: { copy: Copy }) => (
  <>
    <span className="figures copy-number">{number}</span>
    <span className="quiet copy-no">{copyNo}</span>
    <LevelMark level={document.level} mark={document.mark} />
    <span className="copy-title" title={document.title ?? undefined}>
      {document.title}
    </span>
  </>
)

type Props<N extends From> = {
  from: N
  /** What narrows the list beside what is sought. */
  within?: Omit<InputOf<N>, 'text' | 'limit'>
  /** What the chosen copies are. */
  title: string
  /** Where the chosen copies are, in a word. */
  place: string
  /** What stands against a copy that is not found, beside that it is not in the box. */
  none: string
  /** The cursor waits here when the form opens. */
  first?: boolean
  chosen: readonly ChosenOf<N>[]
  onChange: (chosen: ChosenOf<N>[]) => void
}

const asks = <N extends From>({ from, within }: Props<N>, text: string) => [from, { ...within, text, limit: 50 } as InputOf<N>] as const

const notChosen = <N extends From>({ chosen }: Props<N>, rows: Output<N>['rows']) =>
  (rows as ChosenOf<N>[]).filter((row) => !chosen.some((one) => one.id === row.id))

/** What is found, or why a scanned label is none that can be gone on with. */
const foundFor = async <N extends From>(props: Props<N>, text: string) => {
  try {
    return { rows: (await call(...asks(props, text))).rows as Output<N>['rows'], no: null }
  } catch (caught) {
    const { message, clause } = refusalOf(caught)
    return { rows: [] as unknown as Output<N>['rows'], no: clause ? `${message}（${clause}）` : message }
  }
}

/** What the search box does with Enter: one meaning is added, several are told. */
const meaningOf = async <N extends From>(props: Props<N>, text: string, at: number) => {
  const { rows, no } = await foundFor(props, text)
  if (no !== null) return { one: null, says: no, wrong: true }
  const free = notChosen(props, rows)
  const one = free[at] ?? numberMeant(free, text) ?? (free.length === 1 ? free[0] : null)
  if (one) return { one, says: null, wrong: false }
  if (free.length) return { one: null, says: `有 ${free.length} 份相符，请再输几个字，或用 ↓ 选定后按 Enter`, wrong: false }
  if (rows.length) return { one: null, says: `已在${props.place}`, wrong: false }
  return { one: null, says: `箱内没有与“${text}”相符的份；${props.none}`, wrong: true }
}

/** 夹内各份、查阅各份: copies from the box, by scanning or typing a number or a word and Enter (F1(2)b). */
export const ChooseCopies = <N extends From>(props: Props<N>) => {
  const { title, chosen, onChange } = props
  const [text, setText] = useState('')
  const [at, setAt] = useState(-1)
  const [said, setSaid] = useState<{ says: string | null; wrong: boolean } | null>(null)
  const input = useRef<InputRef>(null)
  const box = useQueryOf(...asks(props, text.trim()))
  const offered = notChosen(props, box.data?.rows ?? [])
  const add = (copy: ChosenOf<N>) => {
    onChange([...chosen, copy])
    setText('')
    setAt(-1)
    setSaid(null)
  }
  const enter = async (typed = text, place = at) => {
    const meant = await meaningOf(props, typed.trim(), place)
    if (meant.one) return add(meant.one)
    setSaid(meant)
    // What missed gives way to the next scan.
    input.current?.select()
  }
  useScanned(
    (code) => void enter(code, -1),
    () => input.current?.input,
  )
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(-1, Math.min(offered.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
    }
    if (event.key === 'Enter' && (text.trim() || at >= 0)) {
      event.preventDefault()
      void enter()
    }
  }
  return (
    <fieldset className="choose">
      <legend>
        {title}　共 {chosen.length} 份
      </legend>
      <ol className="chosen">
        {chosen.map((copy) => (
          <li key={copy.id}>
            <CopyLine copy={copy} />
            <Button size="small" type="text" aria-label={`取出 ${copy.number}`} onClick={() => onChange(chosen.filter((one) => one.id !== copy.id))}>
              取出
            </Button>
          </li>
        ))}
      </ol>
      <Input
        ref={input}
        autoFocus={props.first ?? false}
        data-own-enter={text.trim() !== '' || at >= 0 || undefined}
        aria-label="加入份"
        placeholder="扫描编号，或输入编号、份号、标题、文号的一部分，按 Enter 加入"
        value={text}
        maxLength={limits.search}
        onChange={(event) => {
          setText(event.target.value)
          setAt(-1)
          setSaid(null)
        }}
        onKeyDown={keys}
      />
      {said && <div className={said.wrong ? 'says-no' : 'quiet'}>{said.says}</div>}
      <ul className="offered" aria-label="在箱可选">
        {offered.map((copy, index) => (
          <li key={copy.id} className={index === at ? 'offered-at' : undefined}>
            <button type="button" tabIndex={-1} onClick={() => add(copy)}>
              <CopyLine copy={copy} />
            </button>
          </li>
        ))}
        {box.data && offered.length === 0 && <li className="quiet">箱内没有其他可选的份</li>}
      </ul>
    </fieldset>
  )
}
