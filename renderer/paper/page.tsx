import type { ReactNode } from 'react'
import { declaredOf } from '../../contract/forms.ts'
import type { PaperFrame } from '../../contract/paper.ts'
import { paperRules } from '../../contract/terms.ts'
import { QrCode } from './codes.tsx'
import { instantOnLine } from './wording.ts'

/** The audit head as a QR: every paper that was printed is a witness of the record (docs/decisions). */
export const Witness = ({ text }: { text: string }) => <QrCode text={text} className="paper-witness" label="记录校验码" />

export type PageProps = {
  frame: PaperFrame
  landscape: boolean
  title: string
  /** Line under the title: what this sheet covers. */
  about: ReactNode
  /** A rule of the form itself, before the rules that stand on every sheet. */
  rule?: string
  /** Which copy of several it is, beside what the sheet covers. */
  copy?: string
  /** A text that is for everybody stands alone on its pages: no mark, no rules, no record; this word in its foot. */
  bare?: string
  page: number
  pages: number
  children: ReactNode
}

/** A mark that ends on a condition may be as long as a paragraph: it stands on each page whole, in smaller letters the longer it is. */
export const markClass = (mark: string) => {
  const { length } = Array.from(mark)
  return length > 90 ? 'paper-mark paper-mark-longest' : length > 32 ? 'paper-mark paper-mark-long' : 'paper-mark'
}

/** Whether it leaves the house. */
const outward = ({ template }: PaperFrame): boolean => declaredOf(template.form).outward === true

/** Rules, then the record of this print and page x of y; the witness beside them. */
const Foot = ({ frame, rule, page, pages }: Pick<PageProps, 'frame' | 'rule' | 'page' | 'pages'>) => (
  <footer className="paper-foot">
    <div>
      {rule ? <div className="paper-own-rule">{rule}</div> : null}
      {frame.template.foot ? <div className="paper-own-rule">{frame.template.foot}</div> : null}
      {outward(frame) ? null : <div>{paperRules}</div>}
      <div className="paper-last-line">
        <div className="paper-record">
          <span>{frame.printNumber}</span>
          <span>
            印制：{frame.printedBy} {instantOnLine(frame.printedAt)}
          </span>
          <span>{frame.witnessShort}</span>
        </div>
        <div className="paper-count">
          第 {page} 页 共 {pages} 页
        </div>
      </div>
    </div>
    <Witness text={frame.witness} />
  </footer>
)

/** The name of the form within its title gives way to the unit's own; what the paper puts before and after it stays. */
const titleIn = (title: string, { form, title: own }: PaperFrame['template']) => title.replace(declaredOf(form).title, () => own)

const BarePage = ({ title, bare, page, pages, children }: Pick<PageProps, 'title' | 'bare' | 'page' | 'pages' | 'children'>) => (
  <section className="paper-page paper-portrait paper-bare" aria-label={title}>
    <div />
    <div className="paper-body">{children}</div>
    <footer className="paper-bare-foot">
      <span>{bare}</span>
      <span>
        第 {page} 页 共 {pages} 页
      </span>
    </footer>
  </section>
)

/** One A4 page: mark and form number on a line of their own, unit, title, what it covers; the body; the foot. What leaves the house has its head in its body. */
const FormPage = ({ frame, landscape, title, about, rule, copy, page, pages, children }: PageProps) => (
  <section className={`paper-page ${landscape ? 'paper-landscape' : 'paper-portrait'}`}>
    <header className="paper-head">
      <div className="paper-first-line">
        <div className={markClass(frame.mark)}>{frame.mark}</div>
        <div className="paper-form-number">{frame.formNumber}</div>
      </div>
      {outward(frame) ? null : (
        <>
          <div className="paper-unit">{frame.unit}</div>
          <h1 className="paper-title">{titleIn(title, frame.template)}</h1>
          <div className="paper-about">
            {about}
            {copy ? <strong className="paper-copy">{copy}</strong> : null}
          </div>
        </>
      )}
    </header>
    <div className="paper-body">{children}</div>
    <Foot frame={frame} rule={rule} page={page} pages={pages} />
  </section>
)

export const Page = (props: PageProps) => (props.bare === undefined ? <FormPage {...props} /> : <BarePage {...props} />)
