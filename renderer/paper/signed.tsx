import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import { paperSignatureLabel } from '../../contract/terms.ts'
import { STRUCK } from './boxes.tsx'
import { instantInLine } from './wording.ts'

/** When a step was signed: by the record, or as the paper says. */
export const signedAt = (mark: SignatureMark) => mark.paper?.signedAt ?? mark.at

/** Of a signature on paper: who entered it, and the person's own signature for it, or that it is still to come. */
export const paperLines = (mark: SignatureMark, paper: NonNullable<SignatureMark['paper']>) => [
  `${paperSignatureLabel} ${mark.by} ${mark.code}`,
  paper.confirmed ? `本人补签 ${paper.confirmed.code}` : '待本人补签',
]

/** A signature in a narrow box of a register: whose, its short code, and that it was entered from paper. */
export const briefly = (mark: SignatureMark | null): string =>
  mark === null ? '' : [mark.paper?.of ?? mark.by, mark.code, ...(mark.paper ? [paperSignatureLabel] : [])].join('\n')

/** A box of its own for a signature: the one of the record, else to be signed by hand, else, once nobody signs any more (`over`), struck out. */
export const signBox = (
  key: string,
  mark: SignatureMark | null,
  { year, over = false }: { year: string; over?: boolean },
  above: ReactNode = null,
) => (
  <td key={key} className="paper-centred">
    {above}
    {mark ? <Signed mark={mark} year={year} /> : over ? STRUCK : <span className="paper-day">年　　月　　日</span>}
  </td>
)

/** A signature in the box 签字: name, time, short code, and which of the two kinds it is. Nothing when not signed: the box is there to sign by hand. */
export const Signed = ({ mark, year }: { mark: SignatureMark | null; year: string }) =>
  mark === null ? null : (
    <>
      <span className="sheet-name">{mark.paper?.of ?? mark.by}</span>
      <span className="sheet-code">
        {[instantInLine(signedAt(mark), year), ...(mark.paper ? paperLines(mark, mark.paper) : [`电子签名 ${mark.code}`])].map((line) => (
          <span key={line} className="sheet-line">
            {line}
          </span>
        ))}
      </span>
    </>
  )
