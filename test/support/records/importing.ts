import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import writeExcelFile from 'write-excel-file/node'
import type { Output } from '../../../contract/index.ts'
import { counter } from '../numbering.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'

/** The heads of an old 收文登记簿, as an office might have called them. */
export const LEDGER_HEADS = [
  '收文号',
  '收文日期',
  '来文单位',
  '文号',
  '文件标题',
  '份数',
  '份号',
  '密级',
  '缓急',
  '成文日期',
  '去向',
  '备注',
] as const
type Head = (typeof LEDGER_HEADS)[number]
export type LedgerCells = Partial<Record<Head, string | number | Date>>

const nextPaper = counter()

/** A row of the old ledger that is right. */
export const ledgerCells = (over: LedgerCells = {}): LedgerCells => {
  const paper = nextPaper()
  return {
    收文号: `旧${paper}`,
    收文日期: '2023-05-08',
    来文单位: '青禾市人民政府办公室',
    文号: `青政办发〔2023〕${paper}号`,
    文件标题: `关于往年示范工作的通知之${paper}`,
    份数: 1,
    密级: '机密★5年',
    成文日期: '2023-05-06',
    ...over,
  }
}

const valuesOf = (cells: LedgerCells) => LEDGER_HEADS.map((head) => cells[head] ?? null)
const cellOf = (value: string | number | Date | null) => {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy"年"m"月"d"日"' }
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

/** The bytes of an .xlsx ledger with its own title above the heads. */
export const ledgerXlsx = (rows: readonly LedgerCells[]): Promise<Buffer> =>
  writeExcelFile(
    [
      [{ value: '机要收文登记簿', type: String }],
      LEDGER_HEADS.map((value) => ({ value, type: String })),
      ...rows.map((row) => valuesOf(row).map(cellOf)),
    ],
    {
      sheet: '二〇二三年',
    },
  ).toBuffer()

/** Each character of GB18030 that is written in two bytes, by what the system's own decoder makes of them. */
const gb18030 = (): Map<string, number[]> => {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = decoder.decode(Uint8Array.of(first, second))
      if (second !== 0x7f && [...text].length === 1) bytes.set(text, [first, second])
    }
  return bytes
}

/** A text as Chinese Excel saves it. */
export const inGb18030 = (text: string): Buffer => {
  const known = gb18030()
  return Buffer.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (known.get(sign) ?? []))))
}

/** A file beside the vault, and what the vault said of it when it was chosen. */
export const chosenBytes = (office: Office, bytes: Uint8Array, name = '旧台账.xlsx') => {
  const path = join(office.dir, '..', name)
  writeFileSync(path, bytes)
  return office.station.ledger(path)
}

/** A ledger that 李保 chose. */
export const chosenLedger = async (office: Office, rows: readonly LedgerCells[]): Promise<string> => {
  await be(office, '李保')
  const chosen = await chosenBytes(office, await ledgerXlsx(rows))
  if (!chosen.ok || chosen.file === null) throw new Error(chosen.ok ? 'no ledger was read' : chosen.message)
  return chosen.file
}

/** The dry run of a chosen ledger by the columns that are suggested, once it has ended. */
export const tried = async (office: Office, file: string): Promise<Output<'importing.rows'>> => {
  const { ledger } = await office.ok('importing.file', {})
  const [sheet] = ledger?.sheets ?? []
  if (!sheet) throw new Error('no sheet')
  await office.ok('importing.try', { file, sheet: 0, kind: sheet.kind, columns: sheet.columns })
  for (;;) {
    const seen = await office.ok('importing.rows', { file, limit: 200 })
    if (seen.done) return seen
    await setTimeout(5)
  }
}

/** A ledger that was entered. */
export const importedLedger = async (office: Office, rows: readonly LedgerCells[] = [ledgerCells(), ledgerCells({ 密级: '内部' })]) => {
  const file = await chosenLedger(office, rows)
  await tried(office, file)
  return office.ok('importing.commit', { file })
}
