import type { ReactNode } from 'react'
import type { Label, LabelsPaper } from '../../contract/paper.ts'
import { copyKindLabel, mediumKindLabel } from '../../contract/terms.ts'
import { Bars, QrCode } from './codes.tsx'
import { markClass, Witness } from './page.tsx'
import { instantOnLine } from './wording.ts'
import './labels.css'

/** `1234 5678 …`: so that digits which must be typed by hand are. */
const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** What tells one from another to the eye: the 份号 of a copy, the kind and the number on the thing itself of a carrier. */
const sayingOf = (label: Label) => {
  if ('medium' in label) return `${mediumKindLabel[label.kind]}　${label.ownNumber}`
  if (label.copyNo) return `份号 ${label.copyNo}`
  return label.kind === 'original' ? '' : copyKindLabel[label.kind]
}

/** One label: number, mark, 份号; the code twice, for either kind of scanner. No title (F1(2)a). */
const LabelBox = ({ of: label }: { of: Label }) => {
  const { number, mark, code } = label
  return (
    <div className="label" data-number={number}>
      <div className="label-words">
        <div className="label-number">{number}</div>
        <div className="label-mark">{mark}</div>
        <div>{sayingOf(label)}</div>
      </div>
      <QrCode text={code} className="label-qr" label={`二维码 ${code}`} />
      <Bars text={code} className="label-bars" label={`条形码 ${code}`} />
      <div className="label-code">{inFours(code)}</div>
    </div>
  )
}

type SheetProps = { of: LabelsPaper; places: readonly (Label | null)[]; page: number; pages: number }

/** One A4 sheet of labels. What every print carries stands in its borders. */
const LabelSheet = ({ of: { frame, columns, rows, labels }, places, page, pages }: SheetProps) => (
  <section className="paper-page paper-portrait label-sheet">
    <header className="label-head">
      <div className={markClass(frame.mark)}>{frame.mark}</div>
      <div>
        {frame.unit}　{frame.template.title} {labels.length} 枚　{frame.formNumber}
      </div>
    </header>
    <div
      className={rows > 8 ? 'label-grid label-low' : 'label-grid'}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}
    >
      {places.map((label, place) => (label === null ? <div key={place} /> : <LabelBox key={place} of={label} />))}
    </div>
    <footer className="label-foot">
      <span>{frame.printNumber}</span>
      <span>
        印制：{frame.printedBy} {instantOnLine(frame.printedAt)}
      </span>
      <span>{frame.witnessShort}</span>
      {frame.template.foot ? <span>{frame.template.foot}</span> : null}
      <span>
        第 {page} 页 共 {pages} 页
      </span>
      <Witness text={frame.witness} />
    </footer>
  </section>
)

/** The sheets of labels: the first begins after the places that are used already. */
export const labelSheets = (paper: LabelsPaper): ReactNode[] => {
  const onSheet = paper.columns * paper.rows
  const places: (Label | null)[] = [...Array<null>(paper.used).fill(null), ...paper.labels]
  const pages = Math.ceil(places.length / onSheet)
  return Array.from({ length: pages }, (_, page) => (
    <LabelSheet key={page} of={paper} places={places.slice(page * onSheet, (page + 1) * onSheet)} page={page + 1} pages={pages} />
  ))
}
