/**
 * antd's Select as a clerk's keyboard needs it: `<ChooseBox value={…} onChange={…} options={…} />`, with `text` and `onText` when it is typed in.
 *
 * - A choice closes the list. Tab only moves on: antd takes it for a choice.
 * - Enter chooses from a list that was asked for, by typing or by an arrow, while it offers something; otherwise it belongs to the form around.
 * - What was typed and not chosen stays in the box when it is left.
 */
import { type RefSelectProps, Select, type SelectProps } from 'antd'
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react'
import { isFilled } from './filled.ts'

export type Choice = { value: string | number; label: string /** Said beside the label in the list. */; beside?: string }

type Props<V> = Omit<SelectProps<V, Choice>, 'open' | 'onOpenChange' | 'showSearch' | 'options' | 'onSelect' | 'filterOption'> & {
  ref?: Ref<RefSelectProps>
  options: readonly Choice[]
  text?: string
  /** `composing`: a Chinese character is still being put together. */
  onText?: (text: string, composing: boolean) => void
  /** The part of the text that the list is sought by; the whole of it when left out. */
  sought?: string
  /** Whether a choice fits what is sought; left out, whoever gives the options has sought them. */
  fits?: (choice: Choice, sought: string) => boolean
  onChosen?: () => void
  /** Enter does not stop here: an empty box says something too. */
  optional?: boolean
}

const Offered = ({ label, beside }: Choice) => (
  <>
    {label}
    {beside && <span className="quiet">　{beside}</span>}
  </>
)

/** Whether the list stands open, and whether it was asked for by an arrow. */
const useList = () => {
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState(false)
  const show = (next: boolean) => {
    setOpen(next)
    if (!next) setAsked(false)
  }
  return { open, asked, show, ask: () => setAsked(true) }
}

export const ChooseBox = <V,>({ options, text = '', onText, sought = text, fits, onChosen, optional = false, ...select }: Props<V>) => {
  const list = useList()
  const place = useRef<HTMLDivElement>(null)
  const composing = useRef(false)
  const offers = sought !== '' && fits ? options.filter((option) => fits(option, sought)) : options
  const typed = () => place.current?.querySelector('input')?.value ?? ''
  // antd empties the text of a list that closes; only what the person took out of the box is taken for theirs.
  const take = (next: string) => {
    if (next !== '' || typed() === '') onText?.(next, composing.current)
  }
  const asked = list.asked || sought !== ''
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') list.ask()
    const single = select.mode === undefined && select.allowClear
    if (event.key === 'Backspace' && single && typed() === '' && isFilled(select.value)) select.onChange?.(undefined as V)
  }
  // The cross that empties the box is for the mouse: Tab passes it, as Backspace does the same.
  useEffect(() => place.current?.querySelector('.ant-select-clear')?.setAttribute('tabindex', '-1'))
  return (
    <div
      ref={place}
      className="choose-box"
      role="presentation"
      data-filled={optional || isFilled(select.value) || undefined}
      data-own-enter={(list.open && asked && (offers.length > 0 || select.mode === 'tags')) || undefined}
      onKeyDownCapture={keys}
      onCompositionStartCapture={() => {
        composing.current = true
      }}
      onCompositionEndCapture={() => {
        composing.current = false
      }}
      onCompositionEnd={() => onText?.(typed(), false)}
    >
      <Select<V, Choice>
        {...select}
        options={[...options]}
        open={list.open}
        onOpenChange={list.show}
        defaultActiveFirstOption={asked}
        showSearch={
          onText && {
            searchValue: text,
            onSearch: take,
            autoClearSearchValue: false,
            filterOption: fits ? (_, option) => option !== undefined && fits(option, sought) : false,
            filterSort: (one, other) => Number(other.label === sought) - Number(one.label === sought),
          }
        }
        onSelect={() => {
          list.show(false)
          onChosen?.()
        }}
        onDeselect={() => list.show(false)}
        onBlur={(event) => {
          list.show(false)
          select.onBlur?.(event)
        }}
        optionRender={({ data }) => <Offered {...data} />}
      />
    </div>
  )
}
