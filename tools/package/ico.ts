/** One picture of an icon file: a square PNG and its side in pixels. */
export type Picture = { side: number; png: Uint8Array }

const HEADER = 6
const ENTRY = 16

/**
 * Packs PNG pictures into a Windows icon file: header, one entry a picture, then the pictures as they are. Refuses sides over 256, which the
 * format cannot name.
 */
export const packIco = (pictures: readonly Picture[]): Buffer => {
  const table = Buffer.alloc(HEADER + ENTRY * pictures.length)
  table.writeUInt16LE(1, 2)
  table.writeUInt16LE(pictures.length, 4)
  let offset = table.length
  for (const [index, { side, png }] of pictures.entries()) {
    if (side < 1 || side > 256) throw new RangeError(`an icon file holds sides of 1 to 256, not ${side}`)
    const at = HEADER + ENTRY * index
    // 256 is written as 0; the two bytes after are palette and reserve.
    table.writeUInt8(side % 256, at)
    table.writeUInt8(side % 256, at + 1)
    table.writeUInt16LE(1, at + 4)
    table.writeUInt16LE(32, at + 6)
    table.writeUInt32LE(png.length, at + 8)
    table.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([table, ...pictures.map(({ png }) => png)])
}
