import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkProof, grew, rootByPath } from '../../../tools/verify/proof.ts'
import { readKept } from '../../../tools/verify/checkpoint.ts'
import { sha256 } from '../../../tools/verify/canonical.ts'
import { consistencyPath, inclusionPath, type Nodes, rootAt, rootByPath as rootInVault, rootsByPath } from '../../../electron/vault/audit/proofs.ts'
import { append, type Frontier, leafHash } from '../../../electron/vault/audit/tree.ts'
import { behindTheDoor, withoutTriggers } from '../../support/attack.ts'
import { type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
let folder: string
let older: { text: string; id: number; size: number }
let newer: { text: string; id: number; size: number }

const checkpointNow = async () => {
  await office.as('冯审')
  const { text, size } = await office.ok('audit.checkpoint', {})
  const { rows } = await office.ok('audit.checkpoints', { limit: 1 })
  return { text, size, id: rows[0]?.id as number }
}
const entryOf = async (call: string) => {
  await office.as('冯审')
  const { rows } = await office.ok('audit.list', { call, outcome: 'done', limit: 1 })
  return rows[0]?.seq as number
}

beforeAll(async () => {
  office = await openOffice()
  folder = mkdtempSync(join(tmpdir(), 'mijuan-proving-'))
  await office.as('李保')
  await office.ok('documents.register', office.incoming({ title: '不得外传的标题' }))
  older = await checkpointNow()
  await office.as('李保')
  await office.ok('documents.register', office.incoming())
  newer = await checkpointNow()
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const put = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
/** `npm run verify` as an outsider runs it. */
const run = (more: string[], input = '') =>
  spawnSync(process.execPath, ['tools/verify/main.ts', ...more], { input, encoding: 'utf8', cwd: join(import.meta.dirname, '../../..') })

describe('audit.prove', () => {
  it('审计 one entry is proved to an outsider who has neither vault nor password, and no other entry is shown', async () => {
    const entry = await entryOf('documents.register')
    const { text, size, ticket } = await office.ok('audit.prove', { entry })
    expect(size).toBe(newer.size)
    expect(office.station.redeem(ticket)).toMatchObject({ kind: 'text', text })
    expect(text).not.toContain('不得外传的标题')
    expect(text.match(/^seq /gm)).toHaveLength(1)
    const proof = put('proof.txt', text)
    const { status, stdout } = run(['--proof', proof, '--checkpoint', put('newer.txt', newer.text)])
    expect(stdout).toContain(`第 ${entry} 条记录`)
    expect(stdout).toContain('已在记录中')
    expect(stdout).toContain('结论：证明成立。')
    expect(status).toBe(0)
  })

  it('审计 with the vault at hand the signer’s key is held against it', async () => {
    const { text } = await office.ok('audit.prove', { entry: 3, checkpoint: older.id })
    await office.station.lock('locked')
    const args = ['--proof', put('with-data.txt', text), '--data', office.dir, '--person', '冯审', '--password-stdin']
    const { status, stdout } = run(args, passwordOf('冯审'))
    expect(stdout).toContain('结论：证明成立。')
    expect(stdout).toContain('结论：全部相符。')
    expect(status).toBe(0)
  })

  it('审计 whatever is changed in it, a field, the path, the size, the root, the signature, the proof does not hold', async () => {
    await office.as('冯审')
    const { text } = await office.ok('audit.prove', { entry: 5 })
    expect(checkProof(text, 'proof', null).verdict).toMatchObject({ ok: true, broken: [] })
    const lines = text.trimEnd().split('\n')
    for (const [index, line] of lines.entries()) {
      if (line === '' || line === 'checkpoint') continue
      // One letter in the middle of the line is another
      const at = line.length - Math.ceil((line.length - line.indexOf(' ')) / 2)
      const other = line[at] === '1' ? '2' : '1'
      const changed = lines.with(index, line.slice(0, at) + other + line.slice(at + 1)).join('\n')
      expect(checkProof(changed, 'proof', null).verdict.ok, line).toBe(false)
    }
    const steps = lines.flatMap((line, index) => (line.startsWith('path ') ? [index] : []))
    expect(steps.length).toBeGreaterThan(4)
    for (const step of steps) expect(checkProof(lines.toSpliced(step, 1).join('\n'), 'proof', null).verdict.ok).toBe(false)
  })

  it('审计 another checkpoint than the one kept outside is told', async () => {
    const { text } = await office.ok('audit.prove', { entry: 5 })
    const { status, stdout } = run(['--proof', put('proof.txt', text), '--checkpoint', put('older.txt', older.text), '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).broken).toMatchObject([{ what: '检查点', why: expect.stringContaining('不是同一个') }])
  })

  it('审计 what is no proof is said to be none, and what cannot be read ends with 2', () => {
    expect(checkProof('hello', 'x', null).verdict.broken).toMatchObject([{ why: '不是存证证明，或格式不符' }])
    expect(checkProof(newer.text, 'x', null).verdict.ok).toBe(false)
    expect(run(['--proof', join(folder, 'nowhere.txt')]).status).toBe(2)
  })

  it('审计 an entry that no checkpoint covers yet, an entry or a checkpoint that is not there: refused with what to do', async () => {
    await office.as('冯审')
    const { rows } = await office.ok('audit.list', { limit: 1 })
    const last = rows[0]?.seq as number
    expect(await office.no('audit.prove', { entry: last })).toMatchObject({ code: 'state.forbids', clause: '审计', field: 'entry' })
    expect(await office.no('audit.prove', { entry: newer.size - 1, checkpoint: older.id })).toMatchObject({ field: 'checkpoint' })
    expect(await office.no('audit.prove', { entry: 999_999 })).toMatchObject({ code: 'input.unknownRecord', field: 'entry' })
    expect(await office.no('audit.prove', { entry: 1, checkpoint: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'checkpoint' })
  })
})

describe('audit.proveGrowth', () => {
  it('审计 two checkpoints: nothing of the older was changed by the newer, shown without the record', async () => {
    await office.as('冯审')
    const { text, from, to } = await office.ok('audit.proveGrowth', { older: older.id, newer: newer.id })
    expect([from, to]).toEqual([older.size, newer.size])
    const { status, stdout } = run(['--proof', put('growth.txt', text), '--checkpoint', put('older.txt', older.text)])
    expect(stdout).toContain('一条未改、未删、未插')
    expect(status).toBe(0)
    expect(
      checkProof(
        text.replace(/^path (.)/m, (_, first) => `path ${first === '/' ? '+' : '/'}`),
        'x',
        null,
      ).verdict.ok,
    ).toBe(false)
    expect(checkProof(text, 'x', readKept(newer.text, 'newer')).verdict.ok).toBe(true)
  })

  it('审计 the wrong way round, or a checkpoint with itself: refused', async () => {
    expect(await office.no('audit.proveGrowth', { older: newer.id, newer: older.id })).toMatchObject({ code: 'rule.forbids', field: 'newer' })
    expect(await office.no('audit.proveGrowth', { older: older.id, newer: older.id })).toMatchObject({ code: 'rule.forbids' })
  })
})

it('审计 a record that was rewritten since its checkpoint gives no proof, and says so', async () => {
  const attacked = await openOffice()
  await attacked.as('冯审')
  await attacked.ok('audit.checkpoint', {})
  await attacked.station.lock('locked')
  await behindTheDoor(attacked.dir, (database) =>
    withoutTriggers(database, () => database.exec("UPDATE audit_entry SET actor = '无名', hash = zeroblob(32) WHERE seq = 7")),
  )
  await attacked.as('冯审')
  expect(await attacked.no('audit.prove', { entry: 7 })).toMatchObject({ code: 'vault.damaged', clause: '审计' })
  // Its neighbour's path leads through it, though the kept subtrees above still fit
  expect(await attacked.no('audit.prove', { entry: 6 })).toMatchObject({ code: 'vault.damaged' })
  await attacked.close()
})

it('审计 the verifier’s own reading of RFC 9162 agrees with every proof of every tree of 1 to 70 entries', () => {
  const leaves = Array.from({ length: 70 }, (_, n) => leafHash(sha256(Buffer.from(`${n}`))))
  const kept = new Map<string, Buffer>()
  leaves.reduce<Frontier>(
    (frontier, leaf, n) =>
      append(frontier, n, leaf, ({ level, ix, root }) => {
        kept.set(`${level} ${ix}`, root)
      }),
    [],
  )
  const nodes: Nodes = {
    leaves: (first, count) => leaves.slice(first, first + count),
    tiles: (level, first, count) => Array.from({ length: count }, (_, n) => kept.get(`${level} ${first + n}`) as Buffer),
  }
  for (let size = 1; size <= 70; size += 1) {
    const root = rootAt(nodes, size)
    for (let m = 0; m < size; m += 1) {
      const path = inclusionPath(nodes, m, size)
      expect(rootByPath(leaves[m] as Buffer, m, size, path)?.equals(root)).toBe(true)
      expect(rootInVault(leaves[m] as Buffer, m, size, path).equals(root)).toBe(true)
      expect(rootByPath(leaves[m] as Buffer, m, size, [...path, root])).toBeNull()
      if (size > 1) expect(rootByPath(leaves[m] as Buffer, (m + 1) % size, size, path)?.equals(root) ?? false).toBe(false)
    }
    for (let m = 1; m <= size; m += 1) {
      const path = consistencyPath(nodes, m, size)
      const old = { size: m, root: rootAt(nodes, m) }
      expect(grew(old, { size, root }, path), `${m} to ${size}`).toBe(true)
      expect(rootsByPath(m, size, path, old.root)).toEqual([old.root, root])
      expect(grew({ ...old, root: sha256(old.root) }, { size, root }, path)).toBe(false)
      expect(grew(old, { size, root: sha256(root) }, path)).toBe(false)
    }
  }
})
