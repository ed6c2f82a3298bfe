import { sha256 } from './canonical.ts'

/**
 * The RFC 6962 tree over the entries, grown leaf by leaf: only the roots of the perfect subtrees are kept, largest first.
 * `completed` is told of each subtree of 16, 256, 4,096 and 65,536 entries.
 */
export const growingTree = (completed: (level: number, ix: number, root: Buffer) => void = () => undefined) => {
  const leaf = Buffer.alloc(33)
  const node = Buffer.alloc(65)
  node[0] = 1
  const perfect: Buffer[] = []
  let size = 0
  const join = (left: Uint8Array, right: Uint8Array) => {
    node.set(left, 1)
    node.set(right, 33)
    return sha256(node)
  }
  return {
    add: (entryHash: Uint8Array) => {
      leaf.set(entryHash, 1)
      let root = sha256(leaf)
      let level = 0
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        root = join(perfect.pop() as Buffer, root)
        level += 1
        if (level % 4 === 0 && level <= 16) completed(level, (size + 1) / 2 ** level - 1, root)
      }
      perfect.push(root)
      size += 1
    },
    frontier: () => Buffer.concat(perfect),
    root: () => {
      let root = perfect.at(-1)
      if (!root) return sha256(new Uint8Array())
      for (let at = perfect.length - 2; at >= 0; at -= 1) root = join(perfect[at] as Buffer, root)
      return root
    },
  }
}
