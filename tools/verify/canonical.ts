import { hash } from 'node:crypto'

/** SHA-256. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** SHA-256 as the record writes the digest of a row. */
export const rowHash = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url')

/** JSON with object keys sorted and no spaces. Signatures and the key file's seal are taken over it. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined)
  pairs.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

/** A growing buffer for length-prefixed texts: u32 big-endian byte length, then UTF-8. */
export const fieldWriter = () => {
  let room = Buffer.allocUnsafe(16_384)
  let used = 0
  const reserve = (more: number) => {
    if (used + more <= room.length) return
    const larger = Buffer.allocUnsafe(Math.max(room.length * 2, used + more))
    room.copy(larger, 0, 0, used)
    room = larger
  }
  const self = {
    start: () => {
      used = 0
      return self
    },
    add: (text: string) => {
      reserve(text.length * 3 + 4)
      const length = room.write(text, used + 4, 'utf8')
      room.writeUInt32BE(length, used)
      used += length + 4
      return self
    },
    bytes: (): Buffer => room.subarray(0, used),
  }
  return self
}
