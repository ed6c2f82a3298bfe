import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  attackedCopy,
  behindTheDoor,
  copyOf,
  hideCheckpoints,
  livedInVault,
  rebuildHeads,
  rebuildRecord,
  removeCopies,
  strangeVault,
  type Tampering,
  verify,
} from '../support/attack.ts'

let lived: Awaited<ReturnType<typeof livedInVault>>
let outside: (typeof lived)['outside']
beforeAll(async () => {
  lived = await livedInVault()
  outside = lived.outside
}, 180_000)

afterAll(async () => {
  await lived.close()
  removeCopies()
})

const attacked = (act: Tampering) => attackedCopy(lived.dir, act)

describe('the whole', () => {
  it('审计 a trigger dropped is named', async () => {
    const dir = copyOf(lived.dir)
    await behindTheDoor(dir, (database) => database.exec('DROP TRIGGER audit_entry_no_update'))
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toEqual(['trigger audit_entry_no_update'])
  })

  it('审计 the record rebuilt from end to end, and 末条登记 left: the first line that does not fit is named', async () => {
    const dir = await attacked((database) => {
      database.exec("UPDATE particulars SET title = '改过的标题' WHERE id = 2")
      hideCheckpoints(database)
      rebuildRecord(database)
    })
    const { exit, verdict } = verify(dir)
    expect(exit).toBe(1)
    expect(verdict.broken).toMatchObject([{ what: '末条登记', why: expect.stringContaining('重写过') }])
  })

  it('审计 the record and 末条登记 rebuilt from end to end fit each other, and only what is kept outside tells', async () => {
    const dir = await attacked((database, folder) => {
      database.exec("UPDATE particulars SET title = '改过的标题' WHERE id = 2")
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, folder)
    })
    expect(verify(dir).exit).toBe(0)
    for (const checkpoint of [outside.checkpoint, outside.witness]) {
      const { exit, first } = verify(dir, { checkpoint })
      expect(exit).toBe(1)
      expect(first?.why).toContain('重写过')
    }
  })

  it('审计 the record rebuilt but a checkpoint left inside: the vault’s own checkpoint tells', async () => {
    let taken: unknown[] = []
    const dir = await attacked((database) => {
      database.exec("UPDATE particulars SET title = '改过的标题' WHERE id = 2")
      taken = database.prepare("SELECT id FROM checkpoint WHERE occasion = 'taken'").pluck().all()
      expect(taken).toHaveLength(1)
      rebuildRecord(database)
    })
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toContain(`checkpoint ${taken[0]}`)
  })

  it('审计 an old file put back fits itself; the checkpoint tells that the record was longer', () => {
    expect(verify(lived.early).exit).toBe(0)
    const { exit, first } = verify(lived.early, { checkpoint: outside.checkpoint })
    expect(exit).toBe(1)
    expect(first?.where).toBe('checkpoint.txt')
    expect(first?.why).toContain('换回了旧文件')
  })

  it('审计 an old encrypted page put back, which the cipher alone accepts, is found', async () => {
    const dir = copyOf(lived.dir)
    const before = copyOf(lived.early)
    let page = 0
    await behindTheDoor(before, () => undefined)
    await behindTheDoor(dir, (database) => {
      page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'copy'").pluck().get() as number
    })
    const bytes = readFileSync(join(dir, 'vault.db'))
    readFileSync(join(before, 'vault.db')).copy(bytes, (page - 1) * 4096, (page - 1) * 4096, page * 4096)
    writeFileSync(join(dir, 'vault.db'), bytes)
    const { exit, verdict } = verify(dir)
    expect(exit).toBe(1)
    expect(verdict.broken.some(({ where, why }) => where.startsWith('copy 1（') && why.includes('被改动过'))).toBe(true)
  })

  it('审计 a checkpoint with one letter changed is not accepted', () => {
    writeFileSync(join(lived.dir, '../forged.txt'), readFileSync(outside.checkpoint, 'utf8').replace('at 2026-03-10', 'at 2026-03-11'))
    const { exit, first } = verify(lived.dir, { checkpoint: join(lived.dir, '../forged.txt') })
    expect(exit).toBe(1)
    expect(first).toMatchObject({ what: '检查点', why: '签名与文本不符' })
  })
})

describe('the files', () => {
  const editKeys = (dir: string, edit: (file: { slots: { salt: string; lock: unknown; name: string }[]; sum: string }) => void) => {
    const path = join(dir, 'keys.json')
    const file = JSON.parse(readFileSync(path, 'utf8'))
    edit(file)
    writeFileSync(path, JSON.stringify(file))
  }

  it('口令 a wrong password and a damaged key file are told apart, and neither says anything of the vault', () => {
    const wrong = verify(lived.dir, { password: 'not-the-password-1' })
    expect([wrong.exit, wrong.verdict.unopened?.code]).toEqual([2, 'password'])
    const dir = copyOf(lived.dir)
    truncateSync(join(dir, 'keys.json'), 900)
    const cut = verify(dir)
    expect([cut.exit, cut.verdict.unopened?.code]).toEqual([2, 'keys'])
    expect(cut.verdict.checked.entries).toBe(0)
  })

  it('口令 a slot exchanged for another’s shows in the key file’s sum', () => {
    const dir = copyOf(lived.dir)
    editKeys(dir, ({ slots }) => {
      const [a, b] = slots as [(typeof slots)[0], (typeof slots)[0]]
      ;[a.lock, b.lock] = [b.lock, a.lock]
    })
    const { exit, verdict } = verify(dir)
    expect([exit, verdict.unopened?.code]).toEqual([2, 'keys'])
  })

  it('口令 a slot taken from an older key file with the sum made to fit breaks the seal', async () => {
    const { canonicalJson, sha256 } = await import('../../tools/verify/canonical.ts')
    const dir = copyOf(lived.dir)
    editKeys(dir, (file) => {
      const { slots } = file
      ;(slots[3] as { salt: string }).salt = Buffer.alloc(16, 7).toString('base64')
      const { sum: _sum, mac: _mac, ...rest } = file as typeof file & { mac: string }
      file.sum = sha256(Buffer.from(canonicalJson(rest))).toString('hex')
    })
    const { exit, first } = verify(dir)
    expect(exit).toBe(1)
    expect(first).toMatchObject({ what: '密钥文件', where: 'keys.json' })
  })

  it('审计 a database cut short is broken or cannot be opened, never fine', () => {
    const { length } = readFileSync(join(lived.dir, 'vault.db'))
    for (const part of [0, 1000, 4096, Math.floor(length / 8192) * 4096, length - 4096, length - 100]) {
      const dir = copyOf(lived.dir)
      truncateSync(join(dir, 'vault.db'), part)
      expect(verify(dir).exit, `${part} of ${length} bytes`).not.toBe(0)
    }
  })

  it('审计 a database exchanged with another vault’s cannot be opened with these keys', async () => {
    const other = await strangeVault()
    const dir = copyOf(lived.dir)
    copyFileSync(join(other, 'vault.db'), join(dir, 'vault.db'))
    const { exit, verdict } = verify(dir)
    expect([exit, verdict.unopened?.code]).toEqual([2, 'database'])
  })

  it('审计 nothing there: no key file, no database, no such person', () => {
    expect(verify(join(lived.dir, 'nowhere')).verdict.unopened?.code).toBe('absent')
    expect(verify(lived.dir, { person: '无此人', password: 'x' }).verdict.unopened?.code).toBe('person')
  })
})
