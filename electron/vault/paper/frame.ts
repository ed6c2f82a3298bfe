import type { PaperFrame } from '../../../contract/paper.ts'
import type { FormKind } from '../../../contract/forms.ts'
import type { Level } from '../../../contract/terms.ts'
import { witnessOf } from '../audit/checkpoint.ts'
import type { Work } from '../door/unit.ts'
import { templateFor } from './templates.ts'

/** What is printed: its form, what it is about, the stem of its file name (numbers, never a title), the highest mark on it. */
export type Print = { form: FormKind; about: string; fileStem: string; level: Level; mark: string }

/** A number as it stands in the name of a file. */
export const withoutBrackets = (number: string) => number.replace(/[〔〕]/g, '')

/** Records a print and gives what every sheet of it carries. */
export const frame = (work: Work, print: Print): PaperFrame => {
  const head = work.head()
  const at = work.now.toISOString()
  const vault = work.read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')?.vault ?? ''
  const witness = witnessOf(vault, head, at)
  const printNumber = work.number('print')
  const { id: template, number: formNumber, printed } = templateFor(work, print.form)
  const fileName = `${print.fileStem}-${withoutBrackets(printNumber)}.pdf`
  work.insert('print', {
    number: printNumber,
    form: print.form,
    about: print.about,
    level: print.level,
    by_person: work.asking.person.id,
    at,
    witness,
    template,
  })
  work.about(printNumber, print.about)
  return {
    printNumber,
    unit: work.settings.unit,
    formNumber,
    template: printed,
    level: print.level,
    mark: print.mark,
    printedBy: work.asking.person.name,
    printedAt: at,
    witness,
    witnessShort: `记录校验码 ${head.size}·${head.root.slice(0, 12)}`,
    ticket: work.shellTicket({ kind: 'paper', fileName, about: printNumber }),
    fileName,
  }
}
