import { useState } from 'react'
import { declaredOf, type FormDeclaration, type FormKind } from '../../contract/forms.ts'
import type { PaperFrame } from '../../contract/paper.ts'
import type { PrintedTemplate, Template } from '../../contract/templates.ts'
import { printedBy } from '../../contract/printed-form.ts'
import { Scroll } from '../components/scroll.tsx'
import { type Form, Pages, type Progress } from './pages.tsx'
import { byHand, headOf, signOffBy, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { boxesOn, columnsOn, type Content, half, whole } from './template.tsx'
import './paper.css'
import './forms.css'

type Of = { unit: string; at: string }

/** What every sheet carries, where nothing is printed yet. */
const blankFrame = (template: PrintedTemplate, formNumber: string, { unit, at }: Of): PaperFrame => ({
  printNumber: '印〔　　〕',
  unit,
  formNumber,
  template,
  level: 'internal',
  mark: '密级★保密期限',
  printedBy: '',
  printedAt: at,
  witness: '表式预览',
  witnessShort: '记录校验码',
  ticket: '',
  fileName: '',
})

const bookSections = ({ signers }: FormDeclaration, template: PrintedTemplate): Section[] => {
  const columns = columnsOn(template, {} as never)
  const blank = (ordinal: number) => (
    <tr key={`blank-${ordinal}`} className="register-row">
      {columns.map(({ key }) => (
        <td key={key} />
      ))}
    </tr>
  )
  const who = Object.keys(signers).map((signer) => template.signers[signer] ?? '')
  return [
    { key: 'lines', columns: widthsOf(columns), head: headOf(columns), rows: [blank(1)], blank },
    { key: 'sign-off', columns: who.map(() => 1), rows: [signOffBy(who)], closing: true },
  ]
}

const sheetSections = ({ boxes }: FormDeclaration, template: PrintedTemplate): Section[] => {
  const contentOf = (box: string): Content => {
    const { half: beside, signer } = boxes[box] ?? {}
    if (beside) return half('')
    return signer ? whole('', 'sheet-opinion', byHand(template.signers[signer] ?? '')) : whole('')
  }
  return boxesOn(template, Object.fromEntries(Object.keys(boxes).map((box) => [box, contentOf(box)])))
}

const FIXED: Section[] = [
  {
    key: 'fixed',
    columns: [1],
    rows: [
      <tr key="fixed">
        <td>（内容由记录汇总）</td>
      </tr>,
    ],
  },
]

/** A form as this template has it printed, with nothing in it. */
const blankForm = (kind: FormKind, own: Template, of: Of): Form => {
  const form = declaredOf(kind)
  const template = printedBy(kind, own, 0)
  const sections = { book: bookSections, sheet: sheetSections, fixed: () => FIXED }[form.layout](form, template)
  return { frame: blankFrame(template, own.number, of), landscape: form.landscape, title: form.title, about: <span>编号：</span>, sections }
}

/** The empty form, drawn small once its pages stand. Another template is another preview: give it a key. */
export const BlankForm = ({ kind, template, of }: { kind: FormKind; template: Template; of: Of }) => {
  const [form] = useState(() => blankForm(kind, template, of))
  const [{ done }, setProgress] = useState<Progress>({ done: false, words: '' })
  return (
    <Scroll className="blank-form" label="空表预览">
      <div className={done ? (form.landscape ? 'blank-small blank-landscape' : 'blank-small') : undefined} data-complete={done || undefined}>
        <Pages form={form} onProgress={setProgress} />
      </div>
    </Scroll>
  )
}
