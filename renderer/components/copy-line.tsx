/** One copy in the lines of a record (`<ol className="lines">`): its number, which opens the document where that may be opened, and below it the title. */
import type { ReactNode } from 'react'
import type { Level } from '../../contract/terms.ts'
import { To } from '../app/routes.tsx'
import { useMay } from '../app/session.tsx'
import { LevelMark } from './level-mark.tsx'

type Of = {
  number: string
  copyNo: string | null
  document: { id: number; level: Level; mark: string; title: string | null; symbol?: string | null }
}

/** `tick`: whether it was counted. `state`: where it is. `children`: what more is said of it. */
type Props = { of: Of; tick?: ReactNode; state: ReactNode; children?: ReactNode }

export const CopyLine = ({ of: { number, copyNo, document }, tick, state, children }: Props) => {
  const opens = useMay()('documents.get')
  const figures = <span className="figures unbroken">{number}</span>
  return (
    <li className={tick ? 'line-ticked' : undefined}>
      <div className="line-head">
        {tick}
        {opens ? (
          <To desk="documents" id={document.id}>
            {figures}
          </To>
        ) : (
          figures
        )}
        {copyNo && <span className="quiet">份号 {copyNo}</span>}
        <LevelMark level={document.level} mark={document.mark} />
        {state}
      </div>
      <div>
        {document.title ?? <span className="quiet">（不在本人知悉范围）</span>}
        {document.symbol && <span className="quiet">　{document.symbol}</span>}
      </div>
      {children}
    </li>
  )
}

/** Whether a line was counted: yes, not yet, or, `against`, that it does not go. */
export const Tick = ({ done, against = false, silent = false }: { done: boolean; against?: boolean; silent?: boolean }) => (
  <span
    className={done ? 'line-found' : 'line-missing'}
    {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': done ? '已核对' : against ? '不去' : '未核对' })}
  >
    {done ? '✓' : against ? '—' : '○'}
  </span>
)
