import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../../electron/vault/audit/append.ts'
import { consistencyPath, inclusionPath, type Nodes, nodesOf, rootAt } from '../../../electron/vault/audit/proofs.ts'
import { append, type Frontier, leafHash, rootOf } from '../../../electron/vault/audit/tree.ts'
import { beginVerification, checkSpan } from '../../../electron/vault/audit/verification.ts'
import { openDatabase } from '../../../electron/vault/storage/database.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** RFC 6962 as it is written, over all leaves: what the proofs are held against. */
const sha256 = (...parts: readonly Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const splitOf = (size: number) => 2 ** Math.floor(Math.log2(size - 1))
/** MTH(D[from:to]), PATH and SUBPROOF over one list of leaves; what was reckoned once is kept, or the long trees would take minutes. */
const asWritten = (leaves: readonly Buffer[]) => {
  const known = new Map<string, Buffer>()
  const reckon = (from: number, to: number): Buffer => {
    if (to === from) return sha256()
    if (to === from + 1) return leaves[from] as Buffer
    const k = from + splitOf(to - from)
    return sha256(Buffer.from([1]), mth(from, k), mth(k, to))
  }
  const mth = (from: number, to: number): Buffer => {
    const root = known.get(`${from} ${to}`) ?? reckon(from, to)
    known.set(`${from} ${to}`, root)
    return root
  }
  const path = (m: number, to: number, from = 0): Buffer[] => {
    if (to - from <= 1) return []
    const k = from + splitOf(to - from)
    return m < k ? [...path(m, k, from), mth(k, to)] : [...path(m, to, k), mth(from, k)]
  }
  /** `m` counts from the first leaf of all. */
  const subproof = (m: number, to: number, from = 0, whole = true): Buffer[] => {
    if (m === to) return whole ? [] : [mth(from, to)]
    const k = from + splitOf(to - from)
    if (m <= k) return [...subproof(m, k, from, whole), mth(k, to)]
    return [...subproof(m, to, k, false), mth(from, k)]
  }
  return { root: (size: number) => mth(0, size), path, subproof }
}

const entryHash = (n: number) => sha256(Buffer.from(`entry ${n}`))
const hexOf = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'))

/** A tree of so many entries grown as the log grows it, with its kept subtrees, and no database. */
const grown = (size: number) => {
  const leaves = Array.from({ length: size }, (_, n) => leafHash(entryHash(n)))
  const kept = new Map<string, Buffer>()
  let frontier: Frontier = []
  for (const [n, leaf] of leaves.entries())
    frontier = append(frontier, n, leaf, ({ level, ix, root }) => {
      kept.set(`${level} ${ix}`, root)
    })
  const nodes: Nodes = {
    leaves: (first, count) => leaves.slice(first, first + count),
    tiles: (level, first, count) => Array.from({ length: count }, (_, n) => kept.get(`${level} ${first + n}`) as Buffer),
  }
  return { leaves, kept, nodes, root: rootOf(frontier) }
}

describe('RFC 6962 by the tree’s own words', () => {
  it('审计 every inclusion and consistency proof of every tree of 1 to 70 entries', () => {
    const { leaves, nodes } = grown(70)
    const rfc = asWritten(leaves)
    for (let size = 1; size <= 70; size += 1) {
      expect(rootAt(nodes, size).equals(rfc.root(size))).toBe(true)
      for (let m = 0; m < size; m += 1) expect(hexOf(inclusionPath(nodes, m, size)), `${m} in ${size}`).toEqual(hexOf(rfc.path(m, size)))
      for (let m = 1; m <= size; m += 1) expect(hexOf(consistencyPath(nodes, m, size)), `${m} to ${size}`).toEqual(hexOf(rfc.subproof(m, size)))
    }
  })

  it('审计 proofs around the borders of the kept subtrees: 256, 4,096 and 65,536 entries', () => {
    const { leaves, kept, nodes, root } = grown(66_050)
    expect(kept.size).toBe(4128 + 258 + 16 + 1)
    expect(rootAt(nodes, 66_050).equals(root)).toBe(true)
    const rfc = asWritten(leaves)
    const sizes = [255, 256, 257, 511, 512, 513, 768, 4_095, 4_096, 4_097, 65_535, 65_536, 65_537, 65_792, 66_050]
    for (const size of sizes) {
      for (const m of [0, 1, 127, 254, 255, 256, 511, 512, 4_095, 4_096, 65_535, 65_536, size - 1].filter((each) => each < size))
        expect(hexOf(inclusionPath(nodes, m, size)), `${m} in ${size}`).toEqual(hexOf(rfc.path(m, size)))
      for (const m of [1, 2, 255, 256, 257, 512, 4_096, 65_535, 65_536, size - 1, size].filter((each) => each > 0 && each <= size))
        expect(hexOf(consistencyPath(nodes, m, size)), `${m} to ${size}`).toEqual(hexOf(rfc.subproof(m, size)))
    }
  })
})

describe('the record in its encrypted file', () => {
  let folder: string
  let database: ReturnType<typeof openDatabase>
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mijuan-proofs-'))
    database = openDatabase(join(folder, 'vault.db'), Buffer.alloc(32, 7), 'a vault', true)
  })
  afterEach(() => {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  /** Acts with nothing changed, in one transaction. */
  const filled = (size: number) => {
    const log = openLog(database, 'boot')
    const act = { actor: '-', role: '-', call: 'session.signIn', object: '', outcome: 'refused', detail: {}, changes: [] } as const
    database.begin()
    for (let n = 0; n < size; n += 1) log.write(act, new Date(Date.UTC(2026, 2, 10) + n * 1000))
    database.commit()
    log.keep()
    return log.head()
  }
  const verified = () => {
    const run = beginVerification()
    while (!run.done && !run.broken) checkSpan(run, database.read)
    return run.broken
  }

  it('审计 a subtree is kept with the entry that completes it, and proofs from the file are those of the record’s own root', () => {
    const head = filled(1030)
    const nodes = nodesOf(database.read)
    expect(database.read.all('SELECT ix FROM audit_tile WHERE level = 8')).toEqual([0, 1, 2, 3].map((ix) => ({ ix })))
    expect(database.read.all('SELECT ix FROM audit_tile WHERE level = 4')).toHaveLength(64)
    const rfc = asWritten(nodes.leaves(0, 1030))
    expect(rootAt(nodes, 1030).toString('base64')).toBe(head.root)
    for (const m of [0, 255, 256, 700, 1024, 1029]) expect(hexOf(inclusionPath(nodes, m, 1030))).toEqual(hexOf(rfc.path(m, 1030)))
    for (const m of [1, 256, 300, 1024, 1030]) expect(hexOf(consistencyPath(nodes, m, 1030))).toEqual(hexOf(rfc.subproof(m, 1030)))
    expect(verified()).toBeNull()
  })

  it('审计 a kept subtree that was changed, taken out or added is named by the program', () => {
    filled(600)
    for (const trigger of ['audit_tile_no_update', 'audit_tile_no_delete']) database.run(`DROP TRIGGER ${trigger}`)
    database.run('UPDATE audit_tile SET root = zeroblob(32) WHERE level = 8 AND ix = 1')
    expect(verified()).toMatchObject({ what: '树枝不符', where: '审计记录第256至511条的树枝' })
    database.run('DELETE FROM audit_tile WHERE level = 8 AND ix = 1')
    expect(verified()).toMatchObject({ why: '没有存下这些记录的树枝。' })
  })

  it('审计 a kept subtree besides is counted', () => {
    filled(600)
    database.run('INSERT INTO audit_tile(level, ix, root) VALUES (8, 99, zeroblob(32))')
    expect(verified()).toMatchObject({ what: '树枝不符', why: '应有39枝，实有40枝。' })
  })

  it('审计 an append that is taken back leaves no subtree behind', () => {
    filled(255)
    const log = openLog(database, 'boot')
    database.begin()
    log.write({ actor: '-', role: '-', call: 'x', object: '', outcome: 'done', detail: {}, changes: [] }, new Date(Date.UTC(2026, 3, 1)))
    expect(database.read.all('SELECT ix FROM audit_tile WHERE level = 8')).toHaveLength(1)
    log.forget()
    database.rollback()
    expect(database.read.all('SELECT ix FROM audit_tile WHERE level = 8')).toEqual([])
  })
})
