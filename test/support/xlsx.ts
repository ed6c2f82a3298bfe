import { strFromU8, unzipSync } from 'fflate'

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

const column = (reference: string) => [...reference.replace(/\d+$/, '')].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What an .xlsx file says: its cells as they are shown, row by row, how each is held, and the head and foot of its printed page. */
export const readXlsx = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const text = (name: string) => strFromU8(files[name] as Uint8Array)
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    unescaped([...(item ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, words]) => words).join('')),
  )
  const sheet = text('xl/worksheets/sheet1.xml')
  const rows: (string | number | null)[][] = []
  for (const [, row] of sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)) {
    const cells: (string | number | null)[] = []
    for (const [, reference, attributes, value] of (row ?? '').matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const found = /<v>(.*?)<\/v>/s.exec(value ?? '')?.[1]
      cells[column(reference ?? '')] = found === undefined ? null : attributes?.includes('t="s"') ? (shared[Number(found)] ?? null) : Number(found)
    }
    rows.push(Array.from(cells, (cell) => cell ?? null))
  }
  const between = (tag: string) => unescaped(new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(sheet)?.[1] ?? '')
  return { rows, formulas: (sheet.match(/<f[ >]/g) ?? []).length, header: between('oddHeader'), footer: between('oddFooter'), sheet }
}
