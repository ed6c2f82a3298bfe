import { inflateSync } from 'node:zlib'

/** A picture in RGBA, as a decoder of codes wants it. */
export type Picture = { width: number; height: number; data: Uint8ClampedArray }

const paeth = (left: number, up: number, corner: number) => {
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each)) as [number, number, number]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** The bytes of one line with its filter taken off. */
const unfiltered = (filter: number, line: Uint8Array, before: Uint8Array, step: number): Uint8Array => {
  const made = new Uint8Array(line.length)
  for (const [at, byte] of line.entries()) {
    const left = made[at - step] ?? 0
    const up = before[at] ?? 0
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, before[at - step] ?? 0)][filter] as number
    made[at] = (byte + guess) & 255
  }
  return made
}

/** Reads a PNG of 8 bits a channel, RGB or RGBA, as Chromium takes them. */
export const readPng = (bytes: Buffer): Picture => {
  const width = bytes.readUInt32BE(16)
  const height = bytes.readUInt32BE(20)
  const step = bytes[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(parts))
  const data = new Uint8ClampedArray(width * height * 4)
  let before: Uint8Array = new Uint8Array(width * step)
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * step + 1)
    before = unfiltered(raw[start] as number, raw.subarray(start + 1, start + 1 + width * step), before, step)
    for (let x = 0; x < width; x += 1) data.set([...before.subarray(x * step, x * step + 3), 255], (y * width + x) * 4)
  }
  return { width, height, data }
}
