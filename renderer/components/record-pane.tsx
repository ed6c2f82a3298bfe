/**
 * A record opened beside its list. Put the list and the pane in one `<div className="desk-split">`, the list in a `<div className="desk-fill">`.
 * `full`: it takes the whole desk. `title` number and name, `mark` its 密级, `state` in words, `acts` the buttons, `onClose` (Esc).
 */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { RefusalNote } from './refusal.tsx'
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

/** In the place of a record while it is read, and where it could not be: `title` says what it would be, `refusal` why it is not. */
export const OpeningPane = ({ title, refusal, onClose }: { title: string; refusal: unknown; onClose: () => void }) => (
  <RecordPane title={title} onClose={onClose}>
    {refusal ? <RefusalNote of={refusal} /> : `正在打开${title}…`}
  </RecordPane>
)
