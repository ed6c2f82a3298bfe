import { randomBytes } from 'node:crypto'
import { sha256 } from './bytes.ts'

/** The secret behind the recovery lock, in bytes: as strong as the ciphers, and short enough to be typed from paper. */
const SECRET = 16
const TAG = 4
const SUM = 3
/** Crockford's base 32: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4

export const SHEETS = [1, 2, 3] as const
export type SheetNumber = (typeof SHEETS)[number]
/** A sheet as it was typed: two of the three parts, all but the one of its own number. */
type Sheet = { number: SheetNumber; tag: Buffer; parts: Map<number, Buffer> }

/** Which vault's, and which set of sheets. */
export const tagOf = (vault: string, publicKey: string): Buffer =>
  sha256(Buffer.from(`mijuan/recovery-sheets/${vault}/${publicKey}`)).subarray(0, TAG)

const othersOf = (number: SheetNumber) => SHEETS.filter((part) => part !== number)

const inLetters = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  const letters = bits.match(/.{5}/g) ?? []
  return letters.map((five) => LETTERS[Number.parseInt(five, 2)]).join('')
}

/** Bytes of what was typed; spaces and dashes do not matter, nor O for 0 and I or L for 1. Null: another letter, or too few or too many. */
const fromLetters = (typed: string, length: number): Buffer | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const places = [...plain].map((letter) => LETTERS.indexOf(letter))
  if (places.includes(-1) || places.length * 5 !== length * 8) return null
  const bits = places.map((place) => place.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

const LENGTH = 1 + TAG + 2 * SECRET + SUM
const sumOf = (bytes: Uint8Array) => sha256(bytes).subarray(0, SUM)

const xor = (...all: readonly Uint8Array[]): Buffer => {
  // Outside V8's heap from the first byte: it copies a small array there when it hands it on, and nobody could erase the first copy
  const into = Buffer.from(new ArrayBuffer(SECRET))
  for (const bytes of all) for (let index = 0; index < SECRET; index += 1) into[index] = (into[index] as number) ^ (bytes[index] as number)
  return into
}

/** A new secret in three parts that give it together. Each sheet will hold two of them: any two sheets hold all three, one alone tells nothing. */
export const newSecret = (): { secret: Buffer; parts: Buffer[] } => {
  const parts = SHEETS.map(() => randomBytes(SECRET))
  return { secret: xor(...parts), parts }
}

/** What is printed on each of the three sheets: number, tag, two parts and a check sum, in groups of four letters. */
export const sheetsOf = (parts: readonly Buffer[], tag: Uint8Array): string[] =>
  SHEETS.map((number) => {
    const body = Buffer.concat([Buffer.from([number]), tag, ...othersOf(number).map((part) => parts[part - 1] as Buffer)])
    const printed = Buffer.concat([body, sumOf(body)])
    const words = inLetters(printed).match(new RegExp(`.{${GROUP}}`, 'g'))
    for (const bytes of [body, printed]) bytes.fill(0)
    return (words ?? []).join('-')
  })

/** A sheet that was typed from paper; null when it was mistyped. */
export const readSheet = (typed: string): Sheet | null => {
  const bytes = fromLetters(typed, LENGTH)
  if (!bytes) return null
  const body = bytes.subarray(0, LENGTH - SUM)
  const number = SHEETS.find((each) => each === body[0])
  if (number === undefined || !sumOf(body).equals(bytes.subarray(LENGTH - SUM))) {
    bytes.fill(0)
    return null
  }
  const parts = othersOf(number).map((part, place) => [part, body.subarray(1 + TAG + place * SECRET, 1 + TAG + (place + 1) * SECRET)] as const)
  return { number, tag: body.subarray(1, 1 + TAG), parts: new Map(parts) }
}

/** The secret of two different sheets of one set. */
export const secretOf = (one: Sheet, other: Sheet): Buffer => {
  const parts = new Map([...one.parts, ...other.parts])
  return xor(...SHEETS.map((part) => parts.get(part) ?? Buffer.alloc(SECRET)))
}

/** Erases what was typed, as far as it was read. */
export const eraseSheet = ({ parts }: Sheet): void => {
  for (const part of parts.values()) part.fill(0)
}
export type { Sheet }
