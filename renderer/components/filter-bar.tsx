/**
 * The bar above a list: what of it is shown, what is sought in it, and the acts of the list at its end.
 *
 * - `const filter = useFilter<Shown>('all')`, then `usePagesOf('breaches.list', asked(filter, 'open'))`.
 * - `<FilterBar of={filter} choices={choices} label="查违规事件" placeholder="编号、经过的一部分">…acts</FilterBar>`. Without `label` nothing is sought.
 */
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { limits } from '../../contract/limits.ts'
import { ChooseBox } from './choose-box.tsx'

/** `all` and flags of the query (`open`, `waiting`) beside the states. */
export type Filter<S extends string> = { shown: S; setShown: (shown: S) => void; text: string; setText: (text: string) => void }

export const useFilter = <S extends string>(first: S): Filter<S> => {
  const [shown, setShown] = useState<S>(first)
  const [text, setText] = useState('')
  return { shown, setShown, text, setText }
}

type Asked<S extends string, F extends string> = { [flag in F]?: true } & { state?: Exclude<S, F | 'all'>; text?: string }

/** The filter as the queries take it: `all` asks for everything, a flag for itself, anything else is a state. */
export const asked = <S extends string, F extends S = never>({ shown, text }: Pick<Filter<S>, 'shown' | 'text'>, ...flags: F[]) =>
  ({
    ...(shown === 'all' ? {} : flags.some((flag) => flag === shown) ? { [shown]: true } : { state: shown }),
    ...(text.trim() ? { text: text.trim() } : {}),
  }) as Asked<S, F>

type Props<S extends string> = {
  of: Filter<S>
  choices: readonly { value: S; label: string }[]
  /** What the choices are of. */
  what?: string
  label?: string
  placeholder?: string
  /** A record is open beside the list. */
  narrow?: boolean
  /** A further choice, between the two. */
  further?: ReactNode
  /** The acts of the list. */
  children?: ReactNode
}

export const FilterBar = <S extends string>({
  of: { shown, setShown, text, setText },
  choices,
  what = '状态',
  label,
  placeholder,
  narrow = false,
  further,
  children,
}: Props<S>) => (
  <div className="desk-filters">
    <ChooseBox className="filter" prefix={what} aria-label={what} value={shown} onChange={setShown} options={choices} />
    {further}
    {label && (
      <Input
        allowClear
        className={narrow ? 'filter' : 'filter-text'}
        aria-label={label}
        placeholder={placeholder}
        maxLength={limits.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    )}
    {children && <span className="desk-acts">{children}</span>}
  </div>
)
