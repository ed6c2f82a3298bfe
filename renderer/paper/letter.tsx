import type { ReactNode } from 'react'
import type { LetterPaper, WrittenLetter } from '../../contract/paper.ts'
import { linesOf } from './lines.ts'
import type { Form } from './pages.tsx'
import { byHand } from './rows.tsx'
import type { Section } from './section.tsx'
import { dayOnLine } from './wording.ts'

/** Chinese characters on a line, as an official letter has it. */
const LETTER_LINE = 28

const paragraph = (key: string, text: string, indented = true): ReactNode[] => {
  const lines = linesOf(indented ? `　　${text}` : text, LETTER_LINE)
  return lines.map((line, at) => (
    <tr key={`${key}-${at}`} className={at === lines.length - 1 ? 'letter-line' : 'letter-line letter-full'}>
      <td>{line}</td>
    </tr>
  ))
}

/** Letters that ask for an opinion bring a slip to answer on. */
const ASKING = ['thirdParty', 'coMaker'] as const
const SLIP: readonly (readonly [string, ReactNode])[] = [
  ['意　　见', '□ 同意公开　　□ 同意部分公开　　□ 不同意公开'],
  ['理　　由', ''],
  ['签章、日期', byHand('签章人')],
]

/** The slip below an asking, to be sent back. */
const slip = (key: string, { kind, number }: WrittenLetter): Section[] =>
  ASKING.some((one) => one === kind)
    ? [
        {
          key: `${key}-slip`,
          columns: [30, 158],
          head: (
            <tr className="letter-slip-head">
              <th colSpan={2}>意见回执（{number}）</th>
            </tr>
          ),
          rows: SLIP.map(([name, text]) => (
            <tr key={name} className={text === '' ? 'letter-slip-reason' : 'letter-slip'}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          )),
        },
      ]
    : []

/** A letter as rows: whose it is, its number, to whom, what it says, how one goes on against it, and the place of the seal over the date. */
export const letterSections = (letter: WrittenLetter): Section[] => {
  const { id, number, writtenOn, text } = letter
  const key = `letter-${id}`
  return [
    {
      key,
      columns: [1],
      rows: [
        <tr key="unit" className="letter-unit">
          <td>{text.unit}</td>
        </tr>,
        <tr key="number" className="letter-number">
          <td>{number}</td>
        </tr>,
        <tr key="title" className="letter-title">
          <td>{text.title}</td>
        </tr>,
        ...paragraph('to', text.salutation, false),
        ...text.paragraphs.flatMap((words, at) => paragraph(`p${at}`, words)),
        ...(text.remedies ? paragraph('remedies', text.remedies) : []),
        ...paragraph('closing', text.closing),
        ...paragraph('contact', text.contact),
      ],
    },
    {
      key: `${key}-seal`,
      columns: [1],
      rows: [
        <tr key="seal" className="letter-seal">
          <td>
            <div>
              <span>{text.unit}</span>
              <span>{dayOnLine(writtenOn)}</span>
              <span className="letter-seal-place">（公章）</span>
            </div>
          </td>
        </tr>,
      ],
      closing: true,
    },
    ...slip(key, letter),
  ]
}

/** One letter: A4 portrait, as it goes out. */
export const letterForm = ({ frame, letter }: LetterPaper): Form => ({
  frame,
  landscape: false,
  title: letter.text.title,
  about: letter.number,
  sections: letterSections(letter),
})
