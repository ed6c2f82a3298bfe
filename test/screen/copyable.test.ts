import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_COPIED, mayLeave } from '../../renderer/app/copyable.ts'

test('清单48 F1(5)a numbers, 文号, days and times may leave by the clipboard', () => {
  for (const text of [
    '密收〔2026〕0001',
    '印〔2026〕0012',
    '青政办发〔2026〕12号',
    '国办发[2026]3号',
    '〔2026〕第4号',
    '000012–000014',
    '夹03',
    '机要001',
    '2026-03-10 09:05',
    '2026年3月10日',
    '密收〔2026〕0001、密收〔2026〕0002\n传阅〔2026〕0001',
    'a3f09b12c4d5',
  ])
    expect(mayLeave(text), text).toBe(true)
})

test('清单48 F1(5)a titles, opinions, names, passwords, recovery sheets and long lists do not', () => {
  for (const text of [
    '关于春季示范检查的通知',
    '密收〔2026〕0001　关于春季示范检查的通知',
    '周阅',
    '同意。',
    'Mijuan#2026',
    '春季示范检查2026',
    '关于转发青政办发〔2026〕12号',
    'K7QX2-9M4TP-0ZV3A',
    '',
    ' 、 ',
    Array.from({ length: 40 }, (_, n) => `密收〔2026〕${String(n).padStart(4, '0')}`).join('、'),
  ])
    expect(mayLeave(text), text).toBe(false)
})

test('清单48 F1(5)a a title with a number in it is still a title, wherever the number stands', () => {
  const title = fc.stringMatching(/^关于[春季示范检查工作的通知安排]{2,30}$/)
  fc.assert(
    fc.property(title, fc.constantFrom('', '、', ' ', '〔', '2026年', '密收〔2026〕0001'), (words, number) => {
      expect(mayLeave(words + number)).toBe(false)
      expect(mayLeave(`${number} ${words}`)).toBe(false)
    }),
  )
  expect(MOST_COPIED).toBeLessThanOrEqual(200)
})
