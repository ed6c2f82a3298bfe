/**
 * A record opened beside its list. Put the list and the pane in one `<div className="desk-split">`, the list in a `<div className="desk-fill">`.
 * `full`: it takes the whole desk. `title` number and name, `mark` its 密级, `state` in words, `acts` the buttons, `onClose` (Esc).
 */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { Scroll } from './scroll.tsx'

type Props = { title: ReactNode; mark?: ReactNode; state?: ReactNode; acts?: ReactNode; onClose?: () => void; children: ReactNode; full?: boolean }

export const RecordPane = ({ title, mark, state, acts, onClose, children, full = false }: Props) => {
  useKeys(onClose ? [['Escape', onClose]] : [], onClose !== undefined)
  return (
    <section className={full ? 'record record-full' : 'record'}>
      <header className="record-head">
        <h2 className="figures">{title}</h2>
        {mark}
        {state && <span className="record-state">{state}</span>}
        {onClose && (
          <Button type="text" size="small" className="record-close" onClick={onClose}>
            返回 Esc
          </Button>
        )}
      </header>
      {acts && <div className="record-acts">{acts}</div>}
      <Scroll className="record-body">{children}</Scroll>
    </section>
  )
}
