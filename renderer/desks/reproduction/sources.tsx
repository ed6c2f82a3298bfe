import type { ReproductionRow } from '../../../contract/reproduction-views.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'

type Of = Pick<ReproductionRow, 'sources' | 'title'>

/** The original by its number; of a 汇编 the first of them, and how many there are. */
export const sourceInShort = ({ sources: [first, ...rest] }: Of): string =>
  `${first?.number ?? ''}${rest.length > 0 ? ` 等${rest.length + 1}份` : ''}`

/** What a request is called: the title of the original, of a 汇编 its own. */
export const titleOf = ({ sources: [first], title }: Of): string => title ?? first?.document.title ?? ''

/** Each original as whoever signs for it reads it: its number, its mark, its title, and by whose consent a 绝密 one is copied (domain 3.2). */
export const SourceLines = ({ of: { sources, title } }: { of: Of }) => (
  <>
    {title !== null && (
      <p>
        <strong>{title}</strong>　由下列 {sources.length} 份汇编：
      </p>
    )}
    {sources.map(({ id, number, document, consent }) => (
      <p key={id}>
        <span className="figures">{number}</span>　{document.mark}　{document.title}
        {consent && `　${consent.issuer}同意：${consent.symbol}（${consent.date}）`}
      </p>
    ))}
  </>
)

/** The originals in the pane: each number opens the paper for whoever reads the register. */
export const Originals = ({ of: { sources } }: { of: Of }) => {
  const may = useMay()
  return (
    <>
      {sources.map(({ id, number, copyNo, document, consent }) => (
        <div key={id} className="copy-source">
          <div>
            {may('documents.get') ? (
              <To desk="documents" id={document.id}>
                <span className="figures">{number}</span>
              </To>
            ) : (
              <span className="figures">{number}</span>
            )}
            {copyNo && <span className="quiet">　份号 {copyNo}</span>}
            <span className="quiet">　原件 {document.counted} 份</span>
            {sources.length > 1 && `　${document.mark}`}
          </div>
          <div>{document.title}</div>
          <div className="quiet">
            {document.sender}
            {document.symbol && `　${document.symbol}`}
          </div>
          {consent && <div>{`${consent.issuer}同意：${consent.symbol}（${consent.date}）`}</div>}
        </div>
      ))}
    </>
  )
}
