import { describe, expect, it } from 'vitest'
import { Refused } from '../../../electron/vault/door/refuse.ts'
import { markIn, whereaboutsIn } from '../../../electron/vault/importing/cells.ts'

const told = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error instanceof Refused ? error.refusal.field : error
  }
}

describe('F1(4)a 旧账导入: 去向', () => {
  it.each([
    ['借出未归', 'out'],
    ['传阅中，未退', 'out'],
    ['在外', 'out'],
    ['未清退', 'held'],
    ['在箱', 'held'],
    ['', 'held'],
    ['未归档', 'held'],
    ['已清退', 'gone'],
    ['2023年5月送销毁', 'gone'],
    ['移交档案馆', 'gone'],
    ['归档', 'filed'],
    // Meant, not done: a paper that is held must not vanish, nor one that is gone be entered
    ['待销毁', 'whereabouts'],
    ['拟清退', 'whereabouts'],
    ['暂不清退', 'whereabouts'],
    ['应于年底清退', 'whereabouts'],
    ['无须移交', 'whereabouts'],
  ])('%s is read as %s', (text, where) => {
    expect(told(() => whereaboutsIn(text))).toBe(where)
  })
})

describe('实施条例19 旧账导入: 密级和期限', () => {
  it.each([
    ['机密', '5年', { kind: 'years', years: 5 }],
    ['机密★5年', '', { kind: 'years', years: 5 }],
    ['秘密', '', { kind: 'unmarked' }],
    ['秘密', '2030-12-31', { kind: 'until', until: '2030-12-31' }],
    ['机密', '水源地工程竣工后', { kind: 'condition', condition: '水源地工程竣工后' }],
  ])('%s %s is read', (mark, period, read) => {
    expect(told(() => markIn(mark, period))).toMatchObject({ period: read })
  })

  it.each(['/', '—', '无', '五年', '至2030年', '长期', '五年以后', '待定'])('机密 %s is no period, and no condition that never comes', (period) => {
    expect(told(() => markIn('机密', period))).toBe('mark')
  })

  it.each(['/', '—', '无', ''])('内部 with %s has none', (period) => {
    expect(told(() => markIn('内部', period))).toEqual({ level: 'internal', period: undefined })
  })
})
