import { Unzip, UnzipInflate, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { LEDGER_LIMITS } from '../../../contract/importing.ts'
import { Refused } from '../door/refuse.ts'
import { refuseBeyond, refuseFile, type Table, tableOf } from './table.ts'

/** What a workbook unpacks to at most, and of how many parts: twenty thousand rows of thirty columns are some 30 MB. */
const MOST_UNPACKED = 100 * 1024 * 1024
const MOST_PARTS = 1000
const CHUNK = 64 * 1024

const BROKEN = '所选的 Excel 文件已损坏，读不出。请在 Excel 或 WPS 中打开，另存为新的 .xlsx 再选。'
const BOMB = `所选的 Excel 文件解开后超过${MOST_UNPACKED / 1024 / 1024}MB，不是一本台账，没有读入。`

/** The parts that rows are read from; pictures, links and macros are not unpacked at all. */
const isWanted = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  )

/** Unpacks the wanted parts, counting as it goes: what says of itself that it is small and is not is stopped where it passes the limit. */
const unpack = (bytes: Uint8Array): Map<string, Uint8Array[]> => {
  const parts = new Map<string, Uint8Array[]>()
  let total = 0
  const unzip = new Unzip((part) => {
    if (!isWanted(part.name)) return
    const chunks: Uint8Array[] = []
    if (parts.has(part.name)) refuseFile(BROKEN)
    parts.set(part.name, chunks)
    if (parts.size > MOST_PARTS || (part.originalSize ?? 0) > MOST_UNPACKED) refuseFile(BOMB)
    part.ondata = (error, chunk) => {
      if (error) throw error
      total += chunk.length
      if (total > MOST_UNPACKED) refuseFile(BOMB)
      chunks.push(chunk)
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += CHUNK) unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length)
  return parts
}

const columnOf = (letters: string): number => [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/** A cell that holds something, by its place: one that lies far outside would be filled up to with empty ones. */
const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,5})(\d{1,9})"[^>]*(?<!\/)>(?!<\/)/g

const refuseFarCells = (sheet: Uint8Array): void => {
  for (const [, letters = '', row] of new TextDecoder().decode(sheet).matchAll(CELL)) refuseBeyond(Number(row), columnOf(letters))
}

/**
 * The sheets of an .xlsx file. It is unpacked here, under limits; the reader of sheets gets only what was unpacked and counted. Refused: what is no
 * workbook, is damaged, unpacks to more than a ledger, or has more rows, columns or sheets.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Table[]> => {
  try {
    const parts = unpack(bytes)
    if (!parts.has('xl/workbook.xml')) return refuseFile('所选的文件不是 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 中另存为 .xlsx，再选。')
    const whole = Object.fromEntries([...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]))
    for (const [name, part] of Object.entries(whole)) if (name.startsWith('xl/worksheets/')) refuseFarCells(part)
    const sheets = await readXlsxFile(new Blob([zipSync(whole, { level: 0 })]))
    if (sheets.length > LEDGER_LIMITS.sheets) refuseFile(`所选的工作簿超过${LEDGER_LIMITS.sheets}张表。请只留下台账，另存后再选。`)
    return sheets.map(({ sheet, data }) => tableOf(sheet, data))
  } catch (error) {
    if (error instanceof Refused) throw error
    return refuseFile(BROKEN)
  }
}
