import { readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  attackedCopy,
  copyOf,
  hideCheckpoints,
  livedInVault,
  rebuildHeads,
  rebuildRecord,
  removeCopies,
  type Tampering,
  verify,
} from '../support/attack.ts'
import { openOffice } from '../support/office.ts'

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
const lastOf = (database: Database.Database, condition = '1') =>
  database.prepare(`SELECT max(seq) FROM audit_entry WHERE ${condition}`).pluck().get() as number

describe('a vault that nobody touched', () => {
  it('审计 holds as it is, against its checkpoint and against the QR of a sheet, and the folder is left as it was', () => {
    const before = readFileSync(join(lived.dir, 'vault.db'))
    for (const checkpoint of [undefined, outside.checkpoint, outside.witness]) {
      const { exit, verdict } = verify(lived.dir, { checkpoint })
      expect(verdict.broken).toEqual([])
      expect(exit).toBe(0)
      expect(verdict.checked.signatures).toBe(20)
      expect(verdict.checked.entries).toBeGreaterThan(60)
    }
    expect(readFileSync(join(lived.dir, 'vault.db')).equals(before)).toBe(true)
  })

  it('审计 taking the triggers off and putting them back changes nothing', async () => {
    expect(verify(await attacked(() => undefined)).exit).toBe(0)
  })

  it('审计 commits that stand only in the log file are seen', async () => {
    const office = await openOffice()
    await office.as('李保')
    await office.ok('documents.register', office.incoming())
    const dir = copyOf(office.dir)
    await office.close()
    const { exit, verdict } = verify(dir)
    expect(exit).toBe(0)
    expect(readFileSync(join(dir, 'vault.db-wal')).length).toBeGreaterThan(0)
    const moved = copyOf(dir)
    truncateSync(join(moved, 'vault.db-wal'), 0)
    expect(verify(moved).verdict.checked.entries).toBeLessThan(verdict.checked.entries)
  })
})

describe('one row', () => {
  it('审计 edited: the row is named with its number', async () => {
    const dir = await attacked((database) => database.exec("UPDATE particulars SET title = '改过的标题' WHERE id = 2"))
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toEqual(['particulars 2'])
  })

  it('审计 edited in a numbered table: its number is named', async () => {
    const { exit, first } = verify(await attacked((database) => database.exec("UPDATE document SET discrepancy_note = '无' WHERE id = 2")))
    expect(exit).toBe(1)
    expect(first?.where).toBe('document 2（密收〔2026〕0002）')
  })

  it('审计 removed: the row that the record knows is named', async () => {
    const { exit, places } = verify(await attacked((database) => database.exec('DELETE FROM scope WHERE id = 1')))
    expect(exit).toBe(1)
    expect(places).toContain('scope 1')
  })

  it('审计 added: the row that no entry knows is named', async () => {
    const dir = await attacked((database) => {
      database.exec("INSERT INTO scope(id, document, person, widening, at) VALUES (99, 2, 3, NULL, '2026-03-10T01:00:00.000Z')")
    })
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toEqual(['scope 99'])
  })

  it('F1(1)b a number taken out of its series is missed', async () => {
    const { exit, verdict } = verify(await attacked((database) => database.exec("UPDATE envelope SET number = '封〔2026〕0009' WHERE id = 1")))
    expect(exit).toBe(1)
    expect(verdict.broken.some(({ where, why }) => where === 'envelope（封〔2026〕0001）' && why.includes('编号中断'))).toBe(true)
  })

  it('F1(2)d a copy put back into the box behind the door while its folder is out contradicts its sheet', async () => {
    const dir = await attacked((database) => database.exec("UPDATE copy SET state = 'inBox', holder = NULL, sheet = NULL WHERE id = 1"))
    const { exit, verdict } = verify(dir)
    expect(exit).toBe(1)
    expect(verdict.broken.filter(({ where }) => where === 'copy 1（密收〔2026〕0001）').map(({ what }) => what)).toEqual(['数据行', '份'])
  })
})

describe('one audit entry', () => {
  it('审计 edited: the entry is named', async () => {
    const { exit, places } = verify(await attacked((database) => database.exec("UPDATE audit_entry SET actor = '无名' WHERE seq = 40")))
    expect(exit).toBe(1)
    expect(places).toEqual(['audit_entry 40'])
  })

  it('审计 edited with its own hash made to fit: the next entry no longer follows', async () => {
    const dir = await attacked((database) => database.exec('UPDATE audit_entry SET hash = zeroblob(32) WHERE seq = 40'))
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places.slice(0, 2)).toEqual(['audit_entry 40', 'audit_entry 41'])
  })

  it('审计 deleted: the gap is named', async () => {
    const dir = await attacked((database) => database.exec('DELETE FROM audit_object WHERE entry = 40; DELETE FROM audit_entry WHERE seq = 40'))
    const { exit, first } = verify(dir)
    expect(exit).toBe(1)
    expect(first).toMatchObject({ what: '审计记录', where: 'audit_entry 40', why: '缺第 40 条' })
  })

  it('审计 inserted at the end: the head does not know it', async () => {
    let added = 0
    const dir = await attacked((database) => {
      added = lastOf(database) + 1
      database.exec(
        `INSERT INTO audit_entry SELECT ${added}, at, boot, actor, role, call, '', outcome, detail, '[]', hash, zeroblob(32) FROM audit_entry WHERE seq = ${added - 1}`,
      )
    })
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toContain(`audit_entry ${added}`)
  })

  it('审计 tail cut off: the head says how many there were, and where it ends is named', async () => {
    let last = 0
    const dir = await attacked((database) => {
      last = lastOf(database)
      database.exec(`DELETE FROM audit_object WHERE entry = ${last}; DELETE FROM audit_entry WHERE seq = ${last}`)
    })
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places[0]).toBe(`audit_entry ${last}`)
  })

  it('审计 tail cut off and the head made to fit: the rows it wrote are found, and the checkpoint too', async () => {
    const dir = await attacked((database) => {
      const from = lastOf(database, "call = 'audit.checkpoint'")
      database.exec(`DELETE FROM audit_object WHERE entry >= ${from}; DELETE FROM audit_entry WHERE seq >= ${from}`)
      rebuildRecord(database)
    })
    expect(verify(dir).exit).toBe(1)
    const { exit, places } = verify(dir, { checkpoint: outside.checkpoint })
    expect(exit).toBe(1)
    expect(places).toEqual(expect.arrayContaining(['signature 12', 'checkpoint 18', 'checkpoint.txt']))
  })

  it('审计 taken out of the index from numbers to entries: the line is named', async () => {
    const dir = await attacked((database) => database.exec("DELETE FROM audit_object WHERE object = '密收〔2026〕0001'"))
    const { exit, first } = verify(dir)
    expect(exit).toBe(1)
    expect(first?.where).toMatch(/^audit_object 密收〔2026〕0001 \d+$/)
  })
})

describe('one signature', () => {
  it('F1(2)c edited: the signature is named as a row and as a signature', async () => {
    const { exit, places } = verify(
      await attacked((database) => database.exec("UPDATE signature SET record = replace(record, '已阅', '同意') WHERE purpose = 'read'")),
    )
    expect(exit).toBe(1)
    expect(places).toEqual(['signature 9', 'signature 9'])
  })

  it('F1(2)c exchanged for another person’s, the record rebuilt to fit: the row that stands on it is named', async () => {
    const dir = await attacked((database) => {
      database.exec('UPDATE leg SET read_signature = give_signature WHERE id = 1')
      hideCheckpoints(database)
      rebuildRecord(database)
    })
    const { exit, first } = verify(dir)
    expect(exit).toBe(1)
    expect(first?.where).toBe('leg 1（传阅〔2026〕0001 第1位）')
  })

  it('F1(2)c laid under a key that was not there yet, the record rebuilt to fit: it is out of its time', async () => {
    const dir = await attacked((database) => {
      const before = database.prepare("SELECT min(seq) FROM audit_entry WHERE call = 'documents.register'").pluck().get() as number
      const later = database.prepare("SELECT seq, changes FROM audit_entry WHERE call = 'circulation.sign' AND outcome = 'done'").get() as {
        seq: number
        changes: string
      }
      const key = database.prepare("SELECT person_key FROM signature WHERE purpose = 'read'").pluck().get() as number
      // The key's own entry moves behind the signature made with it
      const made = database.prepare('SELECT seq, changes FROM audit_entry WHERE changes LIKE ?').get(`%["person_key",${key},null%`) as {
        seq: number
        changes: string
      }
      const changes = JSON.parse(made.changes) as [string, number, ...unknown[]][]
      const taken = changes.filter(([table, id]) => table === 'person_key' && id === key)
      const set = database.prepare('UPDATE audit_entry SET changes = ? WHERE seq = ?')
      set.run(JSON.stringify(changes.filter((change) => !taken.includes(change))), made.seq)
      set.run(JSON.stringify([...(JSON.parse(later.changes) as unknown[]), ...taken]), later.seq + 1)
      database.exec('DELETE FROM checkpoint')
      expect(before).toBeLessThan(later.seq)
      rebuildRecord(database)
    })
    const { exit, verdict } = verify(dir)
    expect(exit).toBe(1)
    expect(verdict.broken.filter(({ what }) => what === '签名').map(({ why }) => why)).toContain('签名不在密钥的有效期内')
  })

  it('F1(1)a, F1(1)b one registration standing on the signature of another, the record rebuilt to fit: both rows are named', async () => {
    const dir = await attacked((database, folder) => {
      database.exec('UPDATE document SET register_signature = (SELECT min(register_signature) FROM document) WHERE id = 2')
      database.exec('UPDATE envelope SET receive_signature = (SELECT min(receive_signature) FROM envelope) WHERE id = 2')
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, folder)
    })
    const { exit, places } = verify(dir)
    expect(exit).toBe(1)
    expect(places).toEqual(['envelope 2（封〔2026〕0002）', 'document 2（密收〔2026〕0002）'])
  })

  it('F1(2)c made with an invented key, the record rebuilt to fit: it does not hold', async () => {
    const dir = await attacked((database) => {
      database.exec("UPDATE signature SET record = replace(record, '已阅', '同意') WHERE purpose = 'read'")
      hideCheckpoints(database)
      rebuildRecord(database)
    })
    const { exit, first } = verify(dir)
    expect(exit).toBe(1)
    expect(first).toMatchObject({ what: '签名', where: 'signature 9', why: '签名与所签内容不符' })
  })
})
