import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Occasion, occasionLabel } from '../../../contract/terms.ts'
import { Refused } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { refuseIfShared, writeWhole } from '../storage/files.ts'
import type { Head } from './append.ts'
import { nodesOf, rootAt } from './proofs.ts'

/** 末条登记: the head of the record, kept outside the database. One line for each end of a session and each change of duties, keys, prints. */
export const headsPath = (dir: string): string => join(dir, 'heads.log')

/** One line: its number, how many entries there were, their root, when and why. */
export type HeadLine = { n: number; size: number; root: string; at: string; why: string; mac: string }

/** How the database and its lines do not fit, in words for the person who cannot get in. */
export type PutBack = { kind: 'older' | 'other' | 'cut' | 'altered'; words: string; lines: number; size: number }

const LINE = /^(\d{1,12}) (\d{1,15}) ([A-Za-z0-9+/]{43}=) (\S{20,30}) (\S{1,20}) ([A-Za-z0-9+/]{43}=)$/

const macOf = (seal: Uint8Array, vault: string, before: string, { n, size, root, at, why }: Omit<HeadLine, 'mac'>): Buffer =>
  createHmac('sha256', seal).update(`mijuan-head/1\n${vault}\n${before}\n${n} ${size} ${root} ${at} ${why}`).digest()

/** What stands for a file that cannot be read: a line that is not ours. */
const UNREADABLE = ['']

/** The whole lines of the file. A line that a power cut left without its end was never written. */
const wholeLines = (path: string): readonly string[] => {
  if (!existsSync(path)) return []
  refuseIfShared(path)
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1)
  } catch {
    return UNREADABLE
  }
}

/** A sign-in looks at so many of the last lines, so that it does not grow slower over the years. The verifier looks at all. */
const LOOKED_AT = 1_000

const macIn = (line: string | undefined): string => line?.split(' ').at(-1) ?? ''

/** The last lines, each authenticated with the one before it; null where one is not ours, or not in its place. */
const authentic = (lines: readonly string[], seal: Uint8Array, vault: string): HeadLine[] | null => {
  const found: HeadLine[] = []
  const first = Math.max(0, lines.length - LOOKED_AT)
  let before = macIn(lines[first - 1])
  for (const text of lines.slice(first)) {
    const parts = LINE.exec(text)
    if (!parts) return null
    const [n, size, root, at, why, mac] = parts.slice(1) as [string, string, string, string, string, string]
    const line = { n: Number(n), size: Number(size), root, at, why, mac }
    if (line.n !== first + found.length + 1 || !timingSafeEqual(macOf(seal, vault, before, line), Buffer.from(mac, 'base64'))) return null
    found.push(line)
    before = mac
  }
  return found
}

/** How many lines there were when somebody last came in, by the record itself; 0 in a new vault. */
const linesSaid = (read: Read): number => {
  const row = read.get<{ detail: string }>(`SELECT detail FROM audit_entry WHERE instr(detail, '"heads"') > 0 ORDER BY seq DESC LIMIT 1`)
  return row ? Number((JSON.parse(row.detail) as { heads: number }).heads) : 0
}

/** The root of the record at an earlier size; null where entries of that time are missing. */
const rootThen = (read: Read, size: number): string | null => {
  try {
    return rootAt(nodesOf(read), size).toString('base64')
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

const found = (kind: PutBack['kind'], words: string, lines: number, size: number): PutBack => ({ kind, words, lines, size })

/** The database against the lines that were written beside it. A database that is ahead of its last line is as it should be. */
const putBackIn = (read: Read, vault: string, seal: Uint8Array, texts: readonly string[]): PutBack | null => {
  const size = read.get<{ size: number }>('SELECT size FROM audit_head WHERE id = 1')?.size ?? 0
  const lines = authentic(texts, seal, vault)
  if (!lines) return found('altered', '末条登记（heads.log）被改动，或是另一个库的。', texts.length, size)
  const said = linesSaid(read)
  if (texts.length < said) return found('cut', `末条登记（heads.log）应有${said}行，现有${texts.length}行。`, texts.length, size)
  const last = lines.at(-1)
  if (!last) return null
  if (last.size > size) return found('older', `数据比最后一次登记的旧：当时有${last.size}条记录，现在只有${size}条。`, texts.length, size)
  if (rootThen(read, last.size) === last.root) return null
  return found('other', `前${last.size}条记录已不是最后一次登记时的记录。`, texts.length, size)
}

/** 末条登记 of one open vault. */
export type Heads = {
  /** What does not fit; null while all is well, or once it is acknowledged. */
  putBack(): PutBack | null
  lines(): number
  /** Writes a line for the head as it was committed. Never fails an act: a file that lags behind is a good state. */
  write(why: string, head: Head, at: Date): void
  /** What did not fit is acknowledged: the file begins anew with this head. */
  beginAnew(why: string, head: Head, at: Date): void
  /** Forgets the key. */
  close(): void
}

/** Appends one line after the whole lines, durably. */
const appendLine = (path: string, after: number, line: string) => {
  const descriptor = openSync(path, existsSync(path) ? 'r+' : 'w', 0o600)
  try {
    ftruncateSync(descriptor, after)
    writeSync(descriptor, line, after)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Opens 末条登记 and holds the database against it. Its key lies in the database, made with the first entry: whoever has only the
 * folder cannot write a line, and a new data key leaves the lines as they are.
 */
export const openHeads = (dir: string, read: Read, vault: string): Heads => {
  const path = headsPath(dir)
  const seal = Buffer.from(read.get<{ seal: Buffer }>('SELECT seal FROM audit_seal WHERE id = 1')?.seal ?? Buffer.alloc(0))
  const texts = wholeLines(path)
  let putBack = putBackIn(read, vault, seal, texts)
  let count = texts.length
  let bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0)
  let before = macIn(texts.at(-1))
  const next = (why: string, { size, root }: Head, at: Date) => {
    const line = { n: count + 1, size, root, at: at.toISOString(), why }
    const mac = macOf(seal, vault, before, line).toString('base64')
    return { mac, text: `${line.n} ${size} ${root} ${line.at} ${why} ${mac}\n` }
  }
  const written = (mac: string, text: string) => {
    count += 1
    bytes += Buffer.byteLength(text)
    before = mac
  }
  return {
    putBack: () => putBack,
    lines: () => count,
    write: (why, head, at) => {
      if (putBack) return
      const { mac, text } = next(why, head, at)
      try {
        appendLine(path, bytes, text)
        written(mac, text)
      } catch {
        // A full disk: the next line is written in its place.
      }
    },
    beginAnew: (why, head, at) => {
      count = 0
      bytes = 0
      before = ''
      const { mac, text } = next(why, head, at)
      writeWhole(path, text)
      written(mac, text)
      putBack = null
    },
    close: () => seal.fill(0),
  }
}

/** Why a line is written after an act, by the checkpoint it made or asked for and by the tables it changed; null: none is. */
export const lineWordOf = (occasion: Occasion | null, tables: readonly string[]): string | null => {
  if (occasion) return occasionLabel[occasion]
  if (tables.includes('checkpoint')) return '检查点'
  return tables.includes('print') ? '打印' : null
}
