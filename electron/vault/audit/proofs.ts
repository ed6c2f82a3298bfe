import type { Read } from '../door/unit.ts'
import { refuse } from '../door/refuse.ts'
import { leafHash, nodeHash, TILE_LEVELS } from './tree.ts'

/** Where a proof finds its hashes: leaves one by one, and the kept roots of perfect subtrees. `count` of them, from the `first`. */
export type Nodes = {
  leaves(first: number, count: number): readonly Buffer[]
  tiles(level: number, first: number, count: number): readonly Buffer[]
}

const exactly = <T>(found: readonly T[], count: number): readonly T[] =>
  found.length === count
    ? found
    : refuse('vault.damaged', '审计记录或树的各枝有缺，证明做不出。请先校验，并报安全保密管理员核查。', { clause: '审计' })

/** The leaves and tiles of the record in the database. Refused where one is missing. */
export const nodesOf = (read: Read): Nodes => ({
  leaves: (first, count) =>
    exactly(
      read
        .all<{ hash: Buffer }>('SELECT hash FROM audit_entry WHERE seq >= ? AND seq < ? ORDER BY seq', first, first + count)
        .map(({ hash }) => leafHash(hash)),
      count,
    ),
  tiles: (level, first, count) =>
    exactly(
      read
        .all<{ root: Buffer }>('SELECT root FROM audit_tile WHERE level = ? AND ix >= ? AND ix < ? ORDER BY ix', level, first, first + count)
        .map(({ root }) => Buffer.from(root)),
      count,
    ),
})

/** Folds the roots of equal perfect subtrees, a power of two of them, into one. */
const fold = (roots: readonly Buffer[]): Buffer => {
  let level = roots
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, index) => nodeHash(level[2 * index] as Buffer, level[2 * index + 1] as Buffer))
  return level[0] as Buffer
}

/** The largest power of two below `size` (RFC 6962, 2.1). */
const splitOf = (size: number): number => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

const isPerfect = (size: number) => splitOf(size) * 2 === size || size === 1

/** A perfect subtree from the highest kept roots that lie in it. */
const perfectRoot = (nodes: Nodes, first: number, size: number): Buffer => {
  const level = TILE_LEVELS.findLast((each) => size >= 2 ** each)
  return fold(level === undefined ? nodes.leaves(first, size) : nodes.tiles(level, first / 2 ** level, size / 2 ** level))
}

/** MTH(D[first : first + size]) of RFC 6962, 2.1; `first` is where the tree itself would cut. */
const subtreeRoot = (nodes: Nodes, first: number, size: number): Buffer => {
  if (isPerfect(size)) return perfectRoot(nodes, first, size)
  const split = splitOf(size)
  return nodeHash(perfectRoot(nodes, first, split), subtreeRoot(nodes, first + split, size - split))
}

/** The root of the first `size` entries, at least one. */
export const rootAt = (nodes: Nodes, size: number): Buffer => subtreeRoot(nodes, 0, size)

/** PATH(m, D[n]) of RFC 6962, 2.1.1: what leads from entry `seq` up to the root of the first `size`, lowest first. */
export const inclusionPath = (nodes: Nodes, seq: number, size: number, first = 0): Buffer[] => {
  if (size === 1) return []
  const split = splitOf(size)
  if (seq < split) return [...inclusionPath(nodes, seq, split, first), subtreeRoot(nodes, first + split, size - split)]
  return [...inclusionPath(nodes, seq - split, size - split, first + split), perfectRoot(nodes, first, split)]
}

/** SUBPROOF(m, D[n], whole) of RFC 6962, 2.1.2. */
const subproof = (nodes: Nodes, older: number, newer: number, first: number, whole: boolean): Buffer[] => {
  if (older === newer) return whole ? [] : [subtreeRoot(nodes, first, older)]
  const split = splitOf(newer)
  if (older <= split) return [...subproof(nodes, older, split, first, whole), subtreeRoot(nodes, first + split, newer - split)]
  return [...subproof(nodes, older - split, newer - split, first + split, false), perfectRoot(nodes, first, split)]
}

/** PROOF(m, D[n]) of RFC 6962, 2.1.2: that the first `older` of the first `newer` entries are as they were. 0 < older ≤ newer. */
export const consistencyPath = (nodes: Nodes, older: number, newer: number): Buffer[] => subproof(nodes, older, newer, 0, true)

const stepOf = (path: readonly Buffer[]): Buffer => path.at(-1) ?? refuse('vault.damaged', '证明的路径有缺。请先校验。', { clause: '审计' })

/** The root that an inclusion path leads to. Kept subtrees may fit while a leaf in them does not: this tells. */
export const rootByPath = (leaf: Buffer, seq: number, size: number, path: readonly Buffer[]): Buffer => {
  if (size === 1) return leaf
  const [split, step, rest] = [splitOf(size), stepOf(path), path.slice(0, -1)]
  return seq < split ? nodeHash(rootByPath(leaf, seq, split, rest), step) : nodeHash(step, rootByPath(leaf, seq - split, size - split, rest))
}

/** The two roots that a consistency path leads to, from the older one. */
export const rootsByPath = (older: number, newer: number, path: readonly Buffer[], root: Buffer, whole = true): [older: Buffer, newer: Buffer] => {
  if (older === newer) return whole ? [root, root] : [stepOf(path), stepOf(path)]
  const [split, step, rest] = [splitOf(newer), stepOf(path), path.slice(0, -1)]
  if (older <= split) {
    const [left, grown] = rootsByPath(older, split, rest, root, whole)
    return [left, nodeHash(grown, step)]
  }
  const [before, after] = rootsByPath(older - split, newer - split, rest, root, false)
  return [nodeHash(step, before), nodeHash(step, after)]
}
