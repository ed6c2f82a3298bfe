import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refused } from '../../../electron/vault/door/refuse.ts'
import { dayOf } from '../../../electron/vault/importing/cells.ts'
import { startReading } from '../../../electron/vault/importing/reading.ts'
import { ledgerCells, ledgerXlsx } from '../../support/records.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-ledgers-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (bytes: Uint8Array | string) => {
  const path = join(folder, 'ledger')
  writeFileSync(path, bytes)
  return startReading(path).read
}
const whyNot = (bytes: Uint8Array | string): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refused ? error.refusal.message : String(error)),
  )
const cellsOf = async (bytes: Uint8Array | string) => (await read(bytes)).sheets[0]?.rows.map(({ line, cells }) => [line, ...cells])

it('F1(1)b 旧账导入: a file that is not what it says is refused in words that say what to do', async () => {
  expect(await whyNot('')).toContain('空的')
  expect(await whyNot(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toContain('另存为 .xlsx')
  expect(await whyNot(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toContain('不是 UTF-8 或 GB18030')
  expect(await whyNot(Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3))).toContain('.xlsx')
  expect(await whyNot(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toContain('不是 Excel 工作簿')
  expect(await whyNot('标题,密级\n"关于,秘密\n')).toContain('引号没有配对')
  expect(await whyNot('标题,密级\n关于,秘密\n"十四五"规划的通知,秘密\n')).toContain('第 3 行有一个引号，后面还有字')
  expect(await whyNot('只有一行,栏目\n')).toContain('没有台账')
  expect(await whyNot(`${'栏,'.repeat(1_000_000)}\n1\n`)).toContain('超过60列')
  expect(await whyNot(`标题\n${'一\n'.repeat(20_020)}`)).toContain('超过20000行')
  expect(await startReading(folder).read.catch((error: unknown) => error instanceof Refused && error.refusal.message)).toContain('不是文件')
})

it('清单 旧账导入: a workbook that unpacks to more than a ledger, or has a cell at the end of the sheet, is refused before it is filled', async () => {
  const parts = unzipSync(await ledgerXlsx([ledgerCells()]))
  const sheet = 'xl/worksheets/sheet1.xml'
  expect(await whyNot(zipSync({ ...parts, [sheet]: new Uint8Array(101 * 1024 * 1024) }, { level: 1 }))).toContain('超过100MB')
  const far = (cell: string) =>
    zipSync({ ...parts, [sheet]: strToU8(strFromU8(parts[sheet] as Uint8Array).replace('</sheetData>', `<row r="9">${cell}</row></sheetData>`)) })
  expect(await whyNot(far('<c r="XFD9"><v>1</v></c>'))).toContain('超过60列')
  expect(await whyNot(far('<c r="A1048576"><v>1</v></c>'))).toContain('超过20000行')
  expect(await whyNot(far('<c r="XFD9" s="1"/>'))).toBe('read')
  expect(await whyNot(zipSync({ ...parts, [sheet]: strToU8('<worksheet><sheetData><row>') }))).not.toBe('read')
})

it('旧账导入: what begins like a formula stays text, a broken line is one line, days of every spelling are days', async () => {
  expect(await cellsOf('标题;备注\r\n=HYPERLINK("x");"关于\r\n示范"\r\n\r\n@SUM(A1);"a\nb"\r\n')).toEqual([
    [1, '标题', '备注'],
    [2, '=HYPERLINK("x")', '关于示范'],
    [4, '@SUM(A1)', 'a b'],
  ])
  for (const text of ['2023-5-8', '2023年5月8日', '20230508', '2023.05.08', '2023/5/8', '45054', '2023-05-08 09:30', '２０２３－５－８'])
    expect(dayOf(text), text).toBe('2023-05-08')
  expect(dayOf('5月8日')).not.toMatch(/^\d{4}-\d{2}-\d{2}$/)
})
