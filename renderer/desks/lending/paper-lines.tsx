import type { ReactNode } from 'react'
import type { Lendable } from '../../../contract/lending-views.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'

/** What a paper is called: its title for whoever keeps the register, else its 文号, else who sent it (F1(2)a). */
export const nameOf = ({ document: { title, symbol, sender } }: Lendable): string => title ?? symbol ?? sender

/** One copy: its number, which opens the paper for whoever reads the register, its 份号, what it is, and who sent it. */
export const PaperLines = ({ of: { number, copyNo, document } }: { of: Lendable }) => {
  const may = useMay()
  const figures = <span className="figures unbroken">{number}</span>
  return (
    <>
      <div>
        {may('documents.get') ? (
          <To desk="documents" id={document.id}>
            {figures}
          </To>
        ) : (
          figures
        )}
        {copyNo && <span className="quiet">　份号 {copyNo}</span>}
      </div>
      {document.title && <div>{document.title}</div>}
      <div className="quiet">
        {document.sender}
        {document.symbol && <span className="unbroken">　{document.symbol}</span>}
      </div>
    </>
  )
}

/** One line of a record: what it is called, and what it says; nothing where it says nothing. */
export const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])
