/** 编号 of a copy: the register number when the document has one copy, `…-01`, `…-02` when it has several. `index` counts from 0. */
export const copyNumber = (number: string, index: number, of: number): string =>
  of === 1 ? number : `${number}-${String(index + 1).padStart(Math.max(2, String(of).length), '0')}`

/** 编号 of an item that was made of a document: `密收〔2026〕0001-复-0001`, running on over all its requests. `nth` counts from 1. */
export const madeNumber = (number: string, word: string, nth: number): string => `${number}-${word}-${String(nth).padStart(4, '0')}`

/** A text without spaces, its letters and figures of ordinary width: how 份号, 夹号 and names of offices are told apart. */
export const plain = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/g, '')

/** A number as it is typed or scanned, its brackets and dashes made the standard ones. */
export const plainNumber = (typed: string): string =>
  plain(typed)
    .replaceAll(/[[({【〔]/g, '〔')
    .replaceAll(/[\])}】〕]/g, '〕')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')

/** 文号 in its official form: 〔2026〕 whatever brackets were typed, no spaces, ordinary figures. Two spellings of one 文号 are one (F1(1)b). */
export const plainSymbol = (typed: string): string => plain(typed).replaceAll(/[[({【〔](\d{4})[\])}】〕]/g, '〔$1〕')

/** The part of a typed text that names one copy of several, `0001-02` or `0001-复-0001`: the register number before it and the whole; null when there is none. */
export const copyNamed = (typed: string): { document: string; copy: string } | null => {
  const copy = plainNumber(typed)
  const document = /^(.*\d{4})-(?:[复摘]-)?\d{2,4}$/.exec(copy)?.[1]
  return document === undefined ? null : { document, copy }
}
