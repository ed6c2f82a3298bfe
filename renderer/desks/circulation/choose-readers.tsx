import { useRef, useState } from 'react'
import { Button, Input, type InputRef } from 'antd'
import type { PersonRef } from '../../../contract/fields.ts'
import { limits } from '../../../contract/limits.ts'

type Props = {
  chosen: readonly PersonRef[]
  /** People in the scope of every chosen copy. */
  within: readonly PersonRef[]
  /** No copy is chosen yet. */
  empty: boolean
  /** Numbers of documents in the folder whose 知悉范围 nobody has fixed yet. */
  unscoped: readonly string[]
  onChange: (chosen: PersonRef[]) => void
}

const moved = (list: readonly PersonRef[], from: number, to: number) => {
  const after = [...list]
  const [one] = after.splice(from, 1)
  if (one) after.splice(to, 0, one)
  return after
}

const ReaderLine = ({ chosen, within, index, onChange }: Pick<Props, 'chosen' | 'within' | 'onChange'> & { index: number }) => {
  const person = chosen[index] as PersonRef
  const outside = !within.some((one) => one.id === person.id)
  const line = useRef<HTMLLIElement>(null)
  const keys = (event: React.KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : null
    if (event.altKey && to !== null) {
      event.preventDefault()
      if (to >= 0 && to < chosen.length) onChange(moved(chosen, index, to))
    } else if (to !== null) {
      event.preventDefault()
      const beside = event.key === 'ArrowUp' ? line.current?.previousElementSibling : line.current?.nextElementSibling
      if (beside instanceof HTMLElement) beside.focus()
    }
    if (event.key === 'Delete') onChange(chosen.filter((one) => one.id !== person.id))
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the order of readers is set on these lines with Alt+↑ and Alt+↓
    <li ref={line} tabIndex={0} onKeyDown={keys} title="Alt+↑ Alt+↓ 调整次序，Delete 去掉">
      <span className="leg-order">{index + 1}</span>
      <strong>{person.name}</strong>
      <span className="quiet">{person.department}</span>
      {outside && <span className="says-no">不在夹内某份的知悉范围内，须先申请扩大知悉范围（F1(4)a）</span>}
      <Button size="small" type="text" tabIndex={-1} onClick={() => onChange(chosen.filter((one) => one.id !== person.id))}>
        去掉
      </Button>
    </li>
  )
}

/** Why nobody is offered, and what to do about it. */
const whyNobody = ({ chosen, within, empty, unscoped }: Props, sought: string): { says: string; wrong?: boolean } => {
  if (empty) return { says: '先选夹内的份；这里只列出在各份知悉范围内的人（F1(4)a）' }
  if (unscoped.length > 0) return { says: `${unscoped.join('、')} 尚未核定知悉范围，请先到收文登记核定（F7）`, wrong: true }
  if (within.length === 0) return { says: '夹内各份没有共同的知悉范围，请分夹传阅，或先申请扩大知悉范围（F1(4)c）', wrong: true }
  if (sought && chosen.some(({ name }) => name.includes(sought))) return { says: `“${sought}”已列为阅文人` }
  if (sought) return { says: `“${sought}”不在夹内各份的知悉范围内，须先申请扩大知悉范围（F1(4)c）`, wrong: true }
  return { says: '知悉范围内没有其他人可选；要送其他人阅的，须先申请扩大知悉范围（F1(4)c）' }
}

/** 阅文人 in their order; only people in the 知悉范围 of every copy in the folder are offered (F1(4)a). */
export const ChooseReaders = (props: Props) => {
  const { chosen, within, onChange } = props
  const [text, setText] = useState('')
  const box = useRef<InputRef>(null)
  const free = within.filter((person) => !chosen.some((one) => one.id === person.id))
  const matching = free.filter((person) => `${person.name}${person.department}`.includes(text.trim()))
  const nobody = whyNobody(props, text.trim())
  const add = (person: PersonRef) => {
    onChange([...chosen, person])
    setText('')
    box.current?.focus()
  }
  const keys = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const first = matching[0]
    if (first) add(first)
    else box.current?.select()
  }
  return (
    <fieldset className="choose">
      <legend>阅文人（按次序）　共 {chosen.length} 人</legend>
      <ol className="chosen">
        {chosen.map((person, index) => (
          <ReaderLine key={person.id} chosen={chosen} within={within} index={index} onChange={onChange} />
        ))}
      </ol>
      <Input
        ref={box}
        data-own-enter={text.trim() !== '' || undefined}
        aria-label="加入阅文人"
        placeholder="姓名的一部分，按 Enter 加入"
        value={text}
        maxLength={limits.name}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keys}
      />
      <div className="reader-offers">
        {matching.map((person) => (
          <Button key={person.id} size="small" tabIndex={-1} onClick={() => add(person)}>
            {person.name}
            <span className="quiet">　{person.department}</span>
          </Button>
        ))}
        {matching.length === 0 && <span className={nobody.wrong ? 'says-no' : 'quiet'}>{nobody.says}</span>}
      </div>
    </fieldset>
  )
}
