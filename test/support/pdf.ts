/** Reads the PDFs of Chromium as an outsider would: every stream unpacked, and the words that a reader can select and search. */
import { inflateSync } from 'node:zlib'

type Part = { number: string; dictionary: string; stream: Buffer | null }

/** The numbered objects of a PDF, their streams unpacked. */
const partsOf = (pdf: Buffer): Part[] => {
  const text = pdf.toString('latin1')
  const parts: Part[] = []
  const head = /(\d+) 0 obj\b/g
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const from = head.lastIndex
    const end = text.indexOf('endobj', from)
    const opens = text.indexOf('stream', from)
    const dictionary = text.slice(from, opens >= 0 && opens < end ? opens : end)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const at = opens + (text.startsWith('\r\n', opens + 6) ? 8 : 7)
    const raw = opens >= 0 && opens < end ? pdf.subarray(at, at + length) : null
    parts.push({ number: found[1] as string, dictionary, stream: raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw })
    head.lastIndex = raw ? text.indexOf('endobj', at + length) : end
  }
  return parts
}

/** All that lies in a PDF: the file as it is, and each of its streams unpacked. */
export const pdfBytes = (pdf: Buffer): Buffer[] => [pdf, ...partsOf(pdf).flatMap(({ stream }) => stream ?? [])]

const charactersOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What each code of a font stands for (its ToUnicode map); codes are as long as the map has them. */
const glyphsOf = (map: string): Map<string, string> => {
  const glyphs = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(code, charactersOf(to))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let by = 0; by <= Number.parseInt(last, 16) - Number.parseInt(first, 16); by += 1) {
        const code = (Number.parseInt(first, 16) + by).toString(16).padStart(first.length, '0').toUpperCase()
        glyphs.set(code, String.fromCodePoint((charactersOf(to).codePointAt(0) as number) + by))
      }
  return glyphs
}

/** A font is chosen; a run of glyphs is said in other characters (ActualText), and ends; glyphs are shown. */
const TOKENS = /\/(\w+) [\d.]+ Tf|\/ActualText <FEFF(\w+)>|(EMC)|<(\w+)>/g

/** What one page says, by its fonts. */
const wordsOf = (content: string, fonts: ReadonlyMap<string, Map<string, string>>): string => {
  let glyphs = new Map<string, string>()
  let spoken = false
  let words = ''
  for (const [, font, actual, ends, shown] of content.matchAll(TOKENS)) {
    if (font) glyphs = fonts.get(font) ?? new Map()
    if (actual) words += charactersOf(actual)
    if (actual || ends) spoken = actual !== undefined
    const size = [...glyphs.keys()][0]?.length ?? 2
    if (shown && !spoken) for (let at = 0; at < shown.length; at += size) words += glyphs.get(shown.slice(at, at + size)) ?? '\ufffd'
  }
  return words
}

/** The words of a PDF as its text layer has them, page after page. */
export const pdfText = (pdf: Buffer): string => {
  const parts = partsOf(pdf)
  const byNumber = new Map(parts.map((part) => [part.number, part]))
  const textIn = (dictionary: string, key: string) =>
    byNumber.get(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '')?.stream?.toString('latin1') ?? ''
  return parts
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => {
      const named = [...(/\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)]
      const fonts = new Map(named.map(([, name = '', number = '']) => [name, glyphsOf(textIn(byNumber.get(number)?.dictionary ?? '', 'ToUnicode'))]))
      return wordsOf(textIn(dictionary, 'Contents'), fonts)
    })
    .join('\n')
}
