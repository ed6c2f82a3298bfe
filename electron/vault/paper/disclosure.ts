import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import type { LetterText } from '../../../contract/letters.ts'
import type { CaseFilePaper, DisclosurePaper, disclosurePapers, WrittenLetter } from '../../../contract/paper.ts'
import { documentsBehind, ledgerOfYear } from '../disclosure/ledger.ts'
import { get as disclosureView } from '../disclosure/reading.ts'
import { seesAll } from '../disclosure/records.ts'
import { highestMark } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Work } from '../door/unit.ts'
import { viewOf } from '../review/reading.ts'
import { isOwnSection, reviewRecord } from '../review/records.ts'
import { frame, withoutBrackets } from './frame.ts'
import { marksOf } from './marks.ts'
import { onPaper as reviewPaper } from './review.ts'
import { templateFor } from './templates.ts'

/** The mark of a sheet on these applications: that of the highest paper that a review behind them comes from. */
const marksOn = (work: Work, disclosures: readonly number[]) => highestMark(marksOf(work.read, documentsBehind(work.read, disclosures)))

/** An application as paper tells it; only one that this person sees. */
const shown = (work: Work, disclosure: number) => {
  const { acts: _next, items, ...view } = disclosureView(work, { disclosure })
  work.about(view.number)
  return { ...view, items: items.map(({ acts: _own, ...item }) => item) }
}

const written = (work: Work, { id, letters }: Pick<DisclosureView, 'id' | 'letters'>): WrittenLetter[] => {
  const texts = new Map(
    work.read
      .all<{ id: number; text: string }>('SELECT id, text FROM disclosure_letter WHERE disclosure = ?', id)
      .map((row) => [row.id, JSON.parse(row.text) as LetterText]),
  )
  return letters.map((letter) => ({ ...letter, text: texts.get(letter.id) as LetterText }))
}

/** The reviews behind an application. A 科室 has the papers of its own; what another one reviewed stands by its number. */
const reviewsBehind = (work: Work, { items }: DisclosurePaper['disclosure']): CaseFilePaper['reviews'] =>
  items
    .flatMap(({ reviews }) => reviews)
    .flatMap(({ id }) => reviewRecord(work.read, id) ?? [])
    .filter((review) => seesAll(work) || isOwnSection(work, review))
    .map((review) => reviewPaper(viewOf(work, review)))

/** Every clock that ran, and what it is of. */
const clocksOf = ({ clocks, items }: DisclosurePaper['disclosure']): CaseFilePaper['clocks'] => [
  ...clocks.map((clock) => ({ of: '申请', clock })),
  ...items.flatMap(({ ordinal, clock, consults }) => [
    { of: `第${ordinal}项`, clock },
    ...consults.map((consult) => ({ of: `第${ordinal}项 ${consult.to}`, clock: consult.clock })),
  ]),
]

/** A letter of an application that this person sees. */
const letterOf = (work: Work, letter: number): WrittenLetter => {
  const none = () => refuse('input.unknownRecord', '没有这份文书，请从申请的文书中选择。', { field: 'letter' })
  const row = work.read.get<{ disclosure: number }>('SELECT disclosure FROM disclosure_letter WHERE id = ?', letter) ?? none()
  const found = written(work, disclosureView(work, row)).find(({ id }) => id === letter) ?? none()
  work.about(found.number)
  return found
}

/** What 依申请公开 prints. */
export const disclosurePapersDesk: Desk<typeof disclosurePapers> = {
  'paper.disclosure': (work, { disclosure: id }) => {
    const disclosure = shown(work, id)
    const { number } = disclosure
    const fileStem = `申请登记表-${withoutBrackets(number)}`
    return { frame: frame(work, { form: 'disclosure', about: number, fileStem, ...marksOn(work, [id]) }), disclosure }
  },
  'paper.letter': (work, { letter: id }) => {
    const letter = letterOf(work, id)
    const { number, stands, delivery } = letter
    if (!stands && !delivery)
      refuse('rule.forbids', `${number}所依据的保密审查已经失效，不得发出。请重新审查，再拟答复。`, { clause: 'B1', field: 'letter' })
    // It leaves the house: nothing is on it that is not for whom it is for
    return { frame: frame(work, { form: 'letter', about: number, fileStem: `文书-${withoutBrackets(number)}`, level: 'internal', mark: '' }), letter }
  },
  'paper.disclosures': (work, { year }) => {
    const lines = ledgerOfYear(work, year)
    const marks = marksOn(work, [...new Set(lines.map(({ id }) => id))])
    return { frame: frame(work, { form: 'disclosures', about: `依申请公开台账${year}`, fileStem: `依申请公开台账-${year}`, ...marks }), year, lines }
  },
  'paper.caseFile': (work, { disclosure: id }) => {
    const disclosure = shown(work, id)
    const { number } = disclosure
    return {
      frame: frame(work, { form: 'caseFile', about: number, fileStem: `案卷-${withoutBrackets(number)}`, ...marksOn(work, [id]) }),
      templates: { disclosure: templateFor(work, 'disclosure').printed, review: templateFor(work, 'review').printed },
      disclosure,
      letters: written(work, disclosure),
      reviews: reviewsBehind(work, disclosure),
      clocks: clocksOf(disclosure),
    }
  },
}
