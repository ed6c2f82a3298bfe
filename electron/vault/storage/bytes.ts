import { hash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** What stands for a sentence in a signed record, which holds no sentences: its SHA-256. */
export const digestOfWords = (words: string): string => sha256(Buffer.from(words)).toString('base64')

/** Texts no longer than this are written here while they are plain ASCII, as most columns are: a call into C++ costs more than they do. */
const SHORT = 32

const writeText = (room: Buffer, text: string, at: number): number => {
  if (text.length > SHORT) return room.write(text, at)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) return room.write(text, at)
    room[at + index] = code
  }
  return text.length
}

/** Takes SHA-256 over length-prefixed texts. */
export type FieldHash = {
  start(): FieldHash
  /** Adds one text; with `tag`, one ASCII character, as if the text began with it. */
  add(text: string, tag?: string): FieldHash
  /** Adds fields that were made ready by `fields`. */
  addReady(ready: Uint8Array): FieldHash
  /** The digest of what was added since `start`. */
  end(encoding: 'hex' | 'base64url'): string
}

/**
 * SHA-256 over length-prefixed bytes: for each text its UTF-8 length as u32 big-endian, then the bytes. No two lists of texts share them.
 * One buffer serves digest after digest, so that the long runs of a verification allocate nothing.
 */
export const fieldHash = (): FieldHash => {
  let room = Buffer.allocUnsafe(16_384)
  let used = 0
  const roomFor = (more: number): Buffer => {
    if (used + more > room.length) {
      const larger = Buffer.allocUnsafe(Math.max(room.length * 2, used + more))
      room.copy(larger, 0, 0, used)
      room = larger
    }
    return room
  }
  const self: FieldHash = {
    start: () => {
      used = 0
      return self
    },
    add: (text, tag = '') => {
      const into = roomFor(5 + text.length * 3)
      if (tag !== '') into[used + 4] = tag.charCodeAt(0)
      const length = tag.length + writeText(into, text, used + 4 + tag.length)
      into.writeUInt32BE(length, used)
      used += 4 + length
      return self
    },
    addReady: (ready) => {
      const into = roomFor(ready.length)
      for (let index = 0; index < ready.length; index += 1) into[used + index] = ready[index] as number
      used += ready.length
      return self
    },
    end: (encoding) => hash('sha256', room.subarray(0, used), encoding),
  }
  return self
}

/** Texts as the length-prefixed bytes that a `FieldHash` takes in. */
export const fields = (...texts: readonly string[]): Buffer =>
  Buffer.concat(
    texts.map((text) => {
      const bytes = Buffer.from(`\0\0\0\0${text}`)
      bytes.writeUInt32BE(bytes.length - 4)
      return bytes
    }),
  )

/** JSON with sorted keys and no spaces: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}
