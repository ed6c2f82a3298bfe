import { describe, expect, it } from 'vitest'
import { compressCopyNos } from '../../renderer/paper/copy-numbers.ts'
import {
  BOX_LINES,
  cutToBox,
  dayInBox,
  dayOfInstant,
  inParts,
  hourOfInstant,
  instantInBox,
  instantInLine,
  instantOnLine,
  markInBox,
  numberInBox,
  receivedInBox,
  rowWithContinuation,
  symbolInBox,
  yearOfInstant,
} from '../../renderer/paper/wording.ts'

describe('F1(1)b 份号 on the 收文登记簿', () => {
  it('writes consecutive numbers as a run and the others alone, in the order of the paper', () => {
    expect(compressCopyNos(['000012', '000013'])).toBe('000012–000013')
    expect(compressCopyNos(['000012', '000013', '000014', '000020', '000009'])).toBe('000012–000014、000020、000009')
    expect(compressCopyNos(['000012'])).toBe('000012')
    expect(compressCopyNos([])).toBe('')
  })

  it('never joins numbers of other letters, other widths or without figures', () => {
    expect(compressCopyNos(['A09', 'A10', 'B11'])).toBe('A09–A10、B11')
    expect(compressCopyNos(['99', '100'])).toBe('99、100')
    expect(compressCopyNos(['009', '010'])).toBe('009–010')
    expect(compressCopyNos(['甲', '乙', '甲1', '甲2'])).toBe('甲、乙、甲1–甲2')
    expect(compressCopyNos(['000012', '000012'])).toBe('000012、000012')
  })

  it('counts exactly past the largest safe integer', () => {
    expect(compressCopyNos(['99999999999999999998', '99999999999999999999'])).toBe('99999999999999999998–99999999999999999999')
    expect(compressCopyNos(['90071992547409920', '90071992547409922'])).toBe('90071992547409920、90071992547409922')
  })
})

describe('domain 2: dates and marks in the boxes', () => {
  it('writes the hour of urgent papers only (急件注明时分)', () => {
    expect(receivedInBox('2026-03-10T09:05', false)).toBe('2026年\n3月10日')
    expect(receivedInBox('2026-03-10T09:05', true)).toBe('2026年\n3月10日\n09:05')
  })

  it('writes instants by the wall clock of the office, UTC+8, also over midnight', () => {
    expect(instantOnLine('2026-12-31T16:05:00.000Z')).toBe('2027年1月1日 00:05')
    expect(hourOfInstant('2026-12-31T16:05:00.000Z')).toBe('00:05')
    expect(yearOfInstant('2026-12-31T16:05:00.000Z')).toBe('2027')
    expect(dayOfInstant('2026-03-09T16:00:00.000Z')).toBe('2026年3月10日')
    expect(dayInBox('2026-12-01')).toBe('2026年\n12月1日')
  })

  it('F1(2)b a time on the 传阅单 says its year when it is not the year in the head', () => {
    expect(instantInBox('2026-03-10T01:25:00.000Z', '2026')).toBe('3月10日\n09:25')
    expect(instantInLine('2026-03-10T01:25:00.000Z', '2026')).toBe('3月10日 09:25')
    expect(instantInBox('2026-12-31T16:05:00.000Z', '2026')).toBe('2027年\n1月1日\n00:05')
    expect(instantInLine('2026-12-31T16:05:00.000Z', '2026')).toBe('2027年1月1日 00:05')
  })

  it('3.1 puts level over period, and never a ★ that the mark does not have', () => {
    expect(markInBox('机密★5年')).toBe('机密\n★5年')
    expect(markInBox('秘密（未标明）')).toBe('秘密\n（未标明）')
    expect(markInBox('内部')).toBe('内部')
  })

  it('breaks a number at its year, never inside it', () => {
    expect(numberInBox('密收〔2026〕0001')).toBe('密收\n〔2026〕\n0001')
    expect(symbolInBox('青卫密〔2026〕10号')).toBe('青卫密\n〔2026〕10号')
    expect(symbolInBox('')).toBe('')
  })
})

describe('long texts in narrow boxes', () => {
  it('cuts after the lines the box takes and loses no character', () => {
    const title = '关于进一步做好涉密文件管理工作的通知'.repeat(17).slice(0, 300)
    const { shown, rest } = cutToBox(title, 10, 9)
    expect(shown).toHaveLength(90)
    expect(shown + rest).toBe(title)
    expect(cutToBox('短题', 10, 9)).toEqual({ shown: '短题', rest: '' })
  })

  it('counts a line break as a line, and figures narrower than characters', () => {
    expect(cutToBox('一\n二\n三', 10, 2)).toEqual({ shown: '一\n二', rest: '三' })
    expect(cutToBox('1234567890', 6, 1).rest).toBe('')
    expect(cutToBox('一二三四五六七', 6, 1).rest).toBe('七')
  })

  it('never cuts a character of two units in half', () => {
    const { shown, rest } = cutToBox('𠮷𠮷𠮷', 2, 1)
    expect([shown, rest]).toEqual(['𠮷𠮷', '𠮷'])
  })

  it('continues under the row under the name of the box, in parts no higher than a box', () => {
    const text = '字'.repeat(4000)
    const { shown, below } = rowWithContinuation(
      [
        { name: '标题', text: '短题', perLine: 10 },
        { name: '备注', text, perLine: 4 },
      ],
      80,
    )
    expect(shown[0]).toBe('短题')
    expect(shown[1]).toMatch(/^字{36}…（见续行）$/)
    expect(below.every(({ name, text: part }) => name === '备注' && part.length <= 80 * BOX_LINES)).toBe(true)
    expect(below.reduce((sum, { text: part }) => sum + part.length, 36)).toBe(4000)
  })

  it('an empty text is one empty part: the box stands on the form all the same', () => {
    expect(inParts('', 40, 9)).toEqual([''])
    expect(inParts('一二三', 2, 1)).toEqual(['一二', '三'])
  })
})
