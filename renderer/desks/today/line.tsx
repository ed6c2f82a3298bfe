import { Button } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'

/** One line of 今日: what it is about, who, the facts, and its one act. Grouped in a `Part`. */
type LineProps = { what: ReactNode; who?: ReactNode; facts?: ReactNode; late?: boolean; children?: ReactNode }

export const Line = ({ what, who, facts, late = false, children }: LineProps) => (
  <div className={late ? 'today-line today-late' : 'today-line'}>
    <div className="today-what">{what}</div>
    <div className="today-who">{who}</div>
    <div className="today-facts">{facts}</div>
    <div className="today-act">{children}</div>
  </div>
)

/** The act of a line. Arrow keys go from one to the next, Enter does it. */
export const LineAct = ({ run, main = false, children }: { run: () => void; main?: boolean; children: ReactNode }) => (
  <Button data-line type={main ? 'primary' : 'default'} onClick={run}>
    {children}
  </Button>
)

/** Said in the place of a line's acts while the vault works on one. */
export const LineBusy = ({ says }: { says: string }) => (
  <span className="quiet" role="status">
    {says}
  </span>
)

type PartProps<R> = { title: string; rows: readonly R[]; late?: boolean; children: (row: R) => ReactNode }

/** A list of 今日 with its count; nothing at all when it is empty. */
export const Part = <R,>({ title, rows, late = false, children }: PartProps<R>) =>
  rows.length > 0 && (
    <section className={late ? 'today-part today-part-late' : 'today-part'}>
      <h3>
        {title}（{rows.length}）
      </h3>
      {rows.map(children)}
    </section>
  )

/** Moves from act to act through all lists of the page. */
export const moveThroughLines = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const acts = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const at = acts.indexOf(document.activeElement as HTMLElement)
  const to = at < 0 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)
  acts[to]?.focus()
  event.preventDefault()
}
