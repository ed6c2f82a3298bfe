import { expect, it } from 'vitest'
import { linesOf } from '../../renderer/paper/lines.ts'

it('G3.3 letters: lines of 28 characters; none begins with a full stop or ends with an opening bracket; nothing is lost', () => {
  const text = `　　${'甲'.repeat(26)}。${'乙'.repeat(27)}（丙）${'丁'.repeat(40)}ABC-2025/07号${'戊'.repeat(10_000)}`
  const lines = linesOf(text, 28)
  expect(lines.join('')).toBe(text)
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。、；：？！）》】」』”’]/)
    expect(line).not.toMatch(/[（《【「『“‘]$/)
    expect(Array.from(line).length).toBeLessThanOrEqual(40)
  }
  expect(lines.filter((line) => line.includes('ABC-2025/07'))).toHaveLength(1)
  // What has no place to break is broken anyway
  expect(linesOf('W'.repeat(100), 28).length).toBeGreaterThan(3)
  expect(linesOf('。'.repeat(100), 28).join('')).toBe('。'.repeat(100))
  expect(linesOf('', 28)).toEqual([''])
})
