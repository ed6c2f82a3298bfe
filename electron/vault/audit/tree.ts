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

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => {
  node.set(left, 1)
  node.set(right, 33)
  return sha256(node)
}

/** The perfect subtrees that a tree of `size` leaves consists of, largest first: all one must keep to append. */
export type Frontier = readonly Buffer[]

/** Appends one leaf: as many merges as `size` has trailing ones. */
export const append = (frontier: Frontier, size: number, leaf: Buffer): Frontier => {
  const next = [...frontier]
  let root = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) root = nodeHash(next.pop() as Buffer, root)
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
