import type { ReactNode } from 'react'
import type { ReviewTextPaper } from '../../contract/paper.ts'
import { redactionReasonLabel, redactionWayLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import { byHand, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { dayOnLine } from './wording.ts'
import './review-text.css'

type Run = ReviewTextPaper['runs'][number]
/** A piece of a line. `nth` counts the deletions from 1; `ends` with the piece that is the last of its deletion. */
type Piece = Run & { nth: number; ends: boolean }

/** A row takes so many characters at most, so that none is higher than a page. */
const ROW = 500

/** The lines of a text, each in its pieces. */
const linesOf = (runs: readonly Run[]): Piece[][] => {
  const lines: Piece[][] = [[]]
  let nth = 0
  for (const { words, deletion } of runs) {
    if (deletion) nth += 1
    const parts = words.split('\n')
    for (const [place, part] of parts.entries()) {
      if (place > 0) lines.push([])
      lines.at(-1)?.push({ words: part, deletion, nth, ends: place === parts.length - 1 })
    }
  }
  return lines
}

/** Where a long piece is best cut: after a sentence, else between two characters. */
const cutAt = (words: string, most: number): number => {
  const sentence = Math.max(...['。', '；', '！', '？'].map((end) => words.lastIndexOf(end, most - 1))) + 1
  if (sentence > most / 2) return sentence
  return /[\ud800-\udbff]/.test(words.charAt(most - 1)) ? most - 1 : most
}

/** A line in rows, each of which may stand on a page of its own. */
const rowsOf = (line: readonly Piece[]): Piece[][] => {
  const rows: Piece[][] = [[]]
  let room = ROW
  for (const piece of line) {
    let rest = piece.words
    while (rest.length > room) {
      const at = cutAt(rest, room)
      rows.at(-1)?.push({ ...piece, words: rest.slice(0, at), ends: false })
      rows.push([])
      rest = rest.slice(at)
      room = ROW
    }
    rows.at(-1)?.push({ ...piece, words: rest })
    room -= rest.length
  }
  return rows
}

const Words = ({ of: { words, deletion, nth, ends } }: { of: Piece }) =>
  deletion === null ? (
    words
  ) : (
    <>
      <del className={`review-text-${deletion.how}`}>{words}</del>
      {ends && <b className="review-text-nth">〔{nth}〕</b>}
    </>
  )

const textSection = (runs: readonly Run[]): Section => ({
  key: 'text',
  columns: [188],
  rows: linesOf(runs)
    .flatMap(rowsOf)
    .map((row, place) => (
      <tr key={place} className="review-text-row">
        <td>
          {row.map((piece, at) => (
            <Words key={at} of={piece} />
          ))}
        </td>
      </tr>
    )),
})

const LIST = [
  { head: '序号', width: 14 },
  { head: '方式', width: 20 },
  { head: '理由', width: 88 },
  { head: '字数', width: 20 },
  { head: '同样文字未处理', width: 46 },
]

/** The deletions in a list: how, why, how long, and whether the same words stand elsewhere. */
const listSection = (runs: readonly Run[]): Section => {
  const deleted = runs.filter(({ deletion }) => deletion !== null)
  const cells = ({ words, deletion }: Run, nth: number): ReactNode[] => [
    nth + 1,
    deletion && redactionWayLabel[deletion.how],
    deletion && redactionReasonLabel[deletion.reason],
    Array.from(words).length,
    deletion?.left ? `另有 ${deletion.left} 处` : '无',
  ]
  const none = (
    <tr key="none">
      <td colSpan={LIST.length} className="paper-centred">
        没有涂黑、删除，全文公开
      </td>
    </tr>
  )
  const rows = deleted.map((run, nth) => (
    <tr key={nth}>
      {cells(run, nth).map((cell, column) => (
        <td key={column} className={column === 2 ? undefined : 'paper-centred'}>
          {cell}
        </td>
      ))}
    </tr>
  ))
  return { key: 'deletions', columns: widthsOf(LIST), head: headOf(LIST), rows: rows.length > 0 ? rows : [none] }
}

/** Whoever signs the case has read this very text. */
const signSection: Section = {
  key: 'signed',
  columns: [188],
  closing: true,
  rows: ['科室负责人', '审查人员', '组长'].map((who) => (
    <tr key={who}>
      <td>{byHand(who)}</td>
    </tr>
  )),
}

/** 审查用文本: A4 portrait, the text with its deletions struck out, for the three who sign (B7, B10). */
const markedForm = ({ frame, number, version, title, madeOn, digest, releasedDigest, runs }: ReviewTextPaper): Form => ({
  frame,
  landscape: false,
  title: '政务信息公开审查用文本',
  about: (
    <>
      <span>审查编号：{number}</span>
      <span>
        第 {version} 版　{dayOnLine(madeOn)}
      </span>
      <div className="review-text-about">信息名称：{title}</div>
      <div className="review-text-about">文本校验值：{digest}</div>
      <div className="review-text-about">公开文本校验值：{releasedDigest}</div>
    </>
  ),
  rule: '审查用，划去的文字不公开',
  sections: [textSection(runs), listSection(runs), signSection],
})

/** 公开文本: the text as it is given out, and nothing beside it but its pages and its digest. */
const releasedForm = ({ frame, releasedDigest, runs }: ReviewTextPaper): Form => ({
  frame,
  landscape: false,
  title: '公开文本',
  about: null,
  bare: `SHA-256 ${releasedDigest}`,
  sections: [textSection(runs)],
})

export const reviewTextForm = (paper: ReviewTextPaper): Form => (paper.copy === 'marked' ? markedForm(paper) : releasedForm(paper))
