import type { ReactNode } from 'react'
import { inParts } from './wording.ts'

/** Chinese characters on a line of a box that has its name before it (知悉范围、拟办意见…). */
const NAMED_LINE = 45
/** Lines of such a box before it goes on in a row of its own. */
const NAMED_LINES = 10

/** The head of a section: the names of its boxes. */
export const headOf = (boxes: readonly { head: string }[]): ReactNode => (
  <tr className="paper-columns">
    {boxes.map(({ head }) => (
      <th key={head}>{head}</th>
    ))}
  </tr>
)
export const widthsOf = (boxes: readonly { width: number }[]): number[] => boxes.map(({ width }) => width)

/** A row over the full width: what goes on below its box, with its name in bold. */
export const continued = (key: string, columns: number, name: string, text: string): ReactNode => (
  <tr key={key} className="paper-continued">
    <td colSpan={columns}>
      <b>{name}</b>
      {text}
    </td>
  </tr>
)

/** A row over the full width after which nothing can be written in. */
export const ending = (columns: number, text = '（以下空白）'): ReactNode => (
  <tr key="end" className="paper-continued">
    <td colSpan={columns} className="paper-centred">
      {text}
    </td>
  </tr>
)

/** A box with its name before it; what is long goes on in rows of its own, and `foot` stands under the last. */
export const namedRows = (name: string, text: string | null, className: string, foot?: ReactNode): ReactNode[] => {
  const parts = inParts(text ?? '', NAMED_LINE, NAMED_LINES)
  return parts.map((part, place) => {
    const last = place === parts.length - 1
    return (
      <tr key={`${name}-${place}`} className={last ? className : undefined}>
        <th scope="row">{place === 0 ? name : `${name}（续）`}</th>
        <td>
          {part}
          {last ? foot : null}
        </td>
      </tr>
    )
  })
}

const DAY_LINE = '年　　月　　日'
/** A day and the minute, to be written by hand. */
export const MINUTE_LINE = `${DAY_LINE}　　时　　分`

/** A line to sign on by hand, with its date. */
export const byHand = (who: string, when = DAY_LINE): ReactNode => (
  <div className="paper-by-hand">
    <span>{who}（签字）：</span>
    <span className="paper-date-line">{when}</span>
  </div>
)

/** The end of a book: who kept it and who answers for it, each with a line to sign on. */
export const signOffBy = (signers: readonly string[]): ReactNode => (
  <tr key="sign-off" className="paper-sign-off">
    {signers.map((who) => (
      <td key={who}>
        <span>{who}（签字）：</span>
        <span className="paper-date-line">{DAY_LINE}</span>
      </td>
    ))}
  </tr>
)
export const signOff: ReactNode = signOffBy(['保密员', '负责人'])
