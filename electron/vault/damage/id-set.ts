/** Ids of rows, a bit each: a record of thirty years has millions of them. */
export type IdSet = { add(id: number): void; size(): number; each(): Iterable<number> }

/** No row's id is above it: an entry that says so, true to its hash or not, is not believed. */
const MOST = 2 ** 31

export const idSet = (): IdSet => {
  let bits = new Uint8Array(64)
  let size = 0
  return {
    add: (id) => {
      if (!Number.isSafeInteger(id) || id < 1 || id > MOST) return
      const at = Math.floor(id / 8)
      if (at >= bits.length) {
        const wider = new Uint8Array(Math.max(at + 1, bits.length * 2))
        wider.set(bits)
        bits = wider
      }
      const before = bits[at] ?? 0
      const after = before | (1 << (id % 8))
      if (after !== before) size += 1
      bits[at] = after
    },
    size: () => size,
    *each() {
      for (const [at, eight] of bits.entries()) for (let bit = 0; bit < 8; bit += 1) if (eight & (1 << bit)) yield at * 8 + bit
    },
  }
}
