import { expect, it } from 'vitest'
import { suggested } from '../../../electron/vault/importing/columns.ts'
import { gathering, type Reading, readPaper } from '../../../electron/vault/importing/papers.ts'

const HEADS = ['来文机关', '文号', '标题', '份号', '密级', '成文日期', '清退日期', '去向', '备注']
const holdings: Reading = { kind: 'holdings', columns: suggested(HEADS) }
const row = (line: number, over: Partial<Record<(typeof HEADS)[number], string>> = {}) => {
  const said = { 来文机关: '青禾市委办', 标题: '关于示范的决定', 份号: String(line), 密级: '秘密★3年', 成文日期: '2022-01-04', ...over }
  return { line, cells: HEADS.map((head) => (said as Record<string, string>)[head] ?? '') }
}
const papersOf = (...rows: ReturnType<typeof row>[]) => {
  const { papers, add } = gathering(holdings)
  for (const one of rows) add(one)
  return papers.map(({ rows: of }) => of)
}

it('F1(1)b 旧账导入: copies without a 文号 are one paper by title and day; a title of another day is another paper', () => {
  expect(papersOf(row(1), row(2), row(3, { 成文日期: '2023-01-04' })).map((rows) => rows.length)).toEqual([2, 1])
  expect(papersOf(row(1, { 文号: '青委发〔2022〕5号' }), row(2, { 文号: '青委发〔2022〕5号', 成文日期: '2023-01-04' }))).toHaveLength(1)
})

it('F1(1)b 旧账导入: what the rows of one paper say besides is all kept; a day that differs is asked about, not dropped', () => {
  const [rows = []] = papersOf(row(1, { 备注: '一号在周阅处阅' }), row(2, { 备注: '封面破损' }), row(3, { 备注: '封面破损' }))
  expect(readPaper(rows, holdings).registration).toMatchObject({ remarks: '一号在周阅处阅；封面破损', counted: 3, copyNos: ['1', '2', '3'] })
  const [differing = []] = papersOf(row(1, { 清退日期: '2023-06-01' }), row(2, { 清退日期: '2024-06-01' }))
  expect(() => readPaper(differing, holdings)).toThrow('input.format')
})

it('F1(6) 旧账导入: one copy in a volume does not end the handling of a paper whose others are in the box', () => {
  const [some = []] = papersOf(row(1, { 去向: '归档' }), row(2))
  expect(readPaper(some, holdings).finished).toBeUndefined()
  const [all = []] = papersOf(row(1, { 去向: '归档' }), row(2, { 去向: '归档' }))
  expect(readPaper(all, holdings).finished).toEqual({ result: '归档' })
})
