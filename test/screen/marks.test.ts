import { expect, it } from 'vitest'
import { afterTyping, type Mark, piecesOf, sameElsewhere, withMark, withSame } from '../../renderer/desks/review/marks.ts'

const text = '联系人：林示范，电话。林示范负责'
const mark = (from: number, to: number, over: Partial<Mark> = {}): Mark => ({ from, to, how: 'blacken', reason: 'privacy', ...over })
const wordsOf = (of: string, marks: readonly Mark[]) => marks.map(({ from, to }) => of.slice(from, to))

it('B10 a mark that meets another takes it in; marks stand in order, over whole characters', () => {
  const marks = withMark(text, withMark(text, [], mark(8, 10)), mark(4, 7))
  expect(marks).toEqual([mark(4, 7), mark(8, 10)])
  expect(withMark(text, marks, mark(6, 9, { how: 'delete' }))).toEqual([mark(4, 10, { how: 'delete' })])
  expect(withMark(text, marks, mark(3, 3))).toEqual(marks)
  expect(wordsOf('甲𠮷乙', withMark('甲𠮷乙', [], mark(2, 4)))).toEqual(['𠮷乙'])
})

it('B10 the same words elsewhere are counted until they are marked, and marked at once', () => {
  const marks = [mark(4, 7)]
  expect(sameElsewhere(text, marks, mark(4, 7))).toEqual([11])
  const all = withSame(text, marks, mark(4, 7))
  expect(wordsOf(text, all)).toEqual(['林示范', '林示范'])
  expect(sameElsewhere(text, all, mark(4, 7))).toEqual([])
})

it('B10 typing moves the marks behind it, and takes away the one that it changes', () => {
  const marks = [mark(4, 7), mark(11, 14)]
  expect(wordsOf(`新${text}`, afterTyping(text, `新${text}`, marks))).toEqual(['林示范', '林示范'])
  const changed = text.replace('林示范，', '林示，')
  expect(wordsOf(changed, afterTyping(text, changed, marks))).toEqual(['林示范'])
  const longer = text.replace('，电话', '，电话号码')
  expect(wordsOf(longer, afterTyping(text, longer, marks))).toEqual(['林示范', '林示范'])
  expect(afterTyping(text, '', marks)).toEqual([])
})

it('B10 a text in pieces is the text', () => {
  const pieces = piecesOf(text, [mark(0, 2), mark(2, 4), mark(11, 16)])
  expect(pieces.map(({ words }) => words).join('')).toBe(text)
  expect(pieces.map((piece) => piece.mark !== null)).toEqual([true, true, false, true])
  expect(piecesOf('', [])).toEqual([])
})
