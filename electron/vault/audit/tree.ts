import { sha256 } from '../storage/bytes.ts'

/** 0x00 ‖ hash of an entry, and 0x01 ‖ left ‖ right: filled in anew for each hash. */
const leaf = Buffer.alloc(33)
const node = Buffer.alloc(65)
node[0] = 1

/** RFC 6962 leaf over the hash of an entry. */
export const leafHash = (entryHash: Uint8Array): Buffer => {
  leaf.set(entryHash, 1)
  return sha256(leaf)
}

/** RFC 6962 node over two subtrees. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  node.set(left, 1)
  node.set(right, 33)
  return sha256(node)
}

/** The perfect subtrees that a tree of `size` leaves consists of, largest first: all one must keep to append. */
export type Frontier = readonly Buffer[]

/** The root of a perfect subtree of 2^level leaves, the `ix`th of its height. */
export type Tile = { level: number; ix: number; root: Buffer }

/** Heights of the subtrees whose roots are kept, so that a proof reads few entries and few of them: 16, 256, 4,096 and 65,536 leaves. */
export const TILE_LEVELS = [4, 8, 12, 16] as const

/** Appends one leaf: as many merges as `size` has trailing ones. `completed`: told of each subtree to be kept that this leaf makes whole. */
export const append = (frontier: Frontier, size: number, leaf: Buffer, completed?: (tile: Tile) => void): Frontier => {
  const next = [...frontier]
  let root = leaf
  let level = 0
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    root = nodeHash(next.pop() as Buffer, root)
    level += 1
    if (completed && TILE_LEVELS.some((kept) => kept === level)) completed({ level, ix: Math.floor(size / 2 ** level), root })
  }
  next.push(root)
  return next
}

/** The root: the subtrees folded from the right; of an empty tree SHA-256 of nothing. */
export const rootOf = (frontier: Frontier): Buffer => {
  if (frontier.length === 0) return sha256(Buffer.alloc(0))
  return frontier.reduceRight((right, left) => nodeHash(left, right))
}

export const toBytes = (frontier: Frontier): Buffer => Buffer.concat(frontier)

export const fromBytes = (bytes: Uint8Array): Frontier => {
  const whole = Buffer.from(bytes)
  return Array.from({ length: whole.length / 32 }, (_, index) => whole.subarray(index * 32, index * 32 + 32))
}
