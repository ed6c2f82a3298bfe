import { sha256 } from './canonical.ts'
import { openLock, type KeyFile } from './keys.ts'
import { CannotOpen } from './report.ts'

/** A sheet, in bytes: its number 1…3, four that tell its set, the two parts of 16 that are not of its number, three of a sum. */
const LENGTH = 40
/** Crockford's base 32: no I, L, O, U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const bytesOf = (typed: string): Buffer | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
  if (plain.length !== (LENGTH * 8) / 5 || [...plain].some((letter) => !LETTERS.includes(letter))) return null
  let number = 0n
  for (const letter of plain) number = number * 32n + BigInt(LETTERS.indexOf(letter))
  return Buffer.from(number.toString(16).padStart(LENGTH * 2, '0'), 'hex')
}

type Sheet = { number: number; set: Buffer; parts: Map<number, Buffer> }

const readSheet = (typed: string, place: string): Sheet => {
  const bytes = bytesOf(typed)
  const number = bytes?.[0] ?? 0
  if (!bytes || number < 1 || number > 3 || !sha256(bytes.subarray(0, -3)).subarray(0, 3).equals(bytes.subarray(-3)))
    throw new CannotOpen('sheets', `${place}密钥恢复单抄录有误，请逐组核对`)
  const others = [1, 2, 3].filter((part) => part !== number)
  return { number, set: bytes.subarray(1, 5), parts: new Map(others.map((part, at) => [part, bytes.subarray(5 + 16 * at, 21 + 16 * at)])) }
}

/** The data key by two of the three recovery sheets, a line each: no password is needed, nor the program that made them. */
export const openBySheets = (file: KeyFile, text: string): Buffer => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length !== 2) throw new CannotOpen('sheets', '须有两份密钥恢复单，一行一份')
  const [one, other] = [readSheet(lines[0] as string, '第一行的'), readSheet(lines[1] as string, '第二行的')]
  const set = sha256(Buffer.from(`mijuan/recovery-sheets/${file.vault}/${file.recovery.publicKey}`)).subarray(0, 4)
  if (!one.set.equals(set) || !other.set.equals(set)) throw new CannotOpen('sheets', '不是本库现用的密钥恢复单')
  if (one.number === other.number) throw new CannotOpen('sheets', '两行是同一份密钥恢复单，须用不同的两份')
  const secret = Buffer.alloc(16)
  for (const part of new Map([...one.parts, ...other.parts]).values())
    for (const [at, byte] of part.entries()) secret[at] = (secret[at] as number) ^ byte
  const dataKey = openLock(file.recovery, secret, file.vault, 'recovery')
  secret.fill(0)
  return dataKey ?? missing()
}

const missing = (): never => {
  throw new CannotOpen('keys', '密钥文件 keys.json 中的恢复项已损坏或被调换')
}
