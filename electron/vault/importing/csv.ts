import { refuseBeyond, refuseFile, type Table, tableOf } from './table.ts'

const NO_TEXT = '所选的文件既不是 Excel 工作簿（.xlsx），也不是 UTF-8 或 GB18030 的 CSV 文本。请在 Excel 或 WPS 中另存为 .xlsx，再选。'

const decoded = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The text of a CSV file: UTF-8 or UTF-16 by its mark, else UTF-8 if it is, else GB18030, in which Chinese Excel saves. Refused when it is none, or no text. */
export const csvText = (bytes: Uint8Array): string => {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? decoded('utf-16le', bytes) : null
  const text = marked ?? decoded('utf-8', bytes) ?? decoded('gb18030', bytes)
  if (text === null || text.includes('\0')) return refuseFile(NO_TEXT)
  return text
}

const SEPARATORS = [',', '\t', ';'] as const

/** What stands most often in the first line, outside of quotes. */
const separatorOf = (text: string): string => {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => first.split(separator).length
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] as string
}

/** The rows of a CSV text by RFC 4180: fields in quotes may hold separators, line breaks and doubled quotes. Refused where a quote is never closed or has text behind it, and beyond the limits. */
export const csvRows = (text: string): string[][] => {
  const separator = separatorOf(text)
  const field = new RegExp(`"((?:[^"]|"")*)"([^${separator}\\r\\n]*)|([^${separator}\\r\\n]*)`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    field.lastIndex = at
    const [whole = '', quoted, behind, bare] = field.exec(text) ?? []
    if (quoted === undefined && bare?.startsWith('"'))
      refuseFile('所选的 CSV 文件中有一个引号没有配对，读不完整。请在 Excel 或 WPS 中打开核对，另存为 .xlsx 再选。')
    if (behind?.trim())
      refuseFile(`所选的 CSV 文件第 ${rows.length + 1} 行有一个引号，后面还有字，读不完整。请在 Excel 或 WPS 中打开核对，另存为 .xlsx 再选。`)
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    refuseBeyond(rows.length, row.length)
    at += whole.length
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** A CSV file as one sheet. */
export const readCsv = (bytes: Uint8Array): Table[] => [tableOf(null, csvRows(csvText(bytes)))]
