import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { newSigningKey } from '../../electron/vault/people/slots.ts'
import { signWith } from '../../electron/vault/storage/key-wrap.ts'
import { canonicalJson, fieldWriter, sha256 } from '../../tools/verify/canonical.ts'
import { behindTheDoor, copyOf, digestOf, hideCheckpoints, keyOf, rebuildHeads, rebuildRecord, strangeVault, withoutTriggers } from './attack.ts'

/** What tells of an attack, in the order of the table. */
export const FINDERS = [
  'the record',
  'row digests',
  'signatures',
  'numbers and rules',
  'the schema',
  'the key file',
  'the head file',
  'a checkpoint inside',
] as const
export type Finder = (typeof FINDERS)[number]

/** Which finder a line of the verifier comes from. */
export const finderOf: Record<string, Finder> = {
  审计记录: 'the record',
  记录末尾: 'the record',
  审计索引: 'the record',
  树枝: 'the record',
  数据行: 'row digests',
  签名: 'signatures',
  编号: 'numbers and rules',
  份: 'numbers and rules',
  文件: 'numbers and rules',
  传阅: 'numbers and rules',
  传阅单: 'numbers and rules',
  阅文人: 'numbers and rules',
  人员: 'numbers and rules',
  引用: 'numbers and rules',
  库结构: 'the schema',
  数据库文件: 'the schema',
  密钥文件: 'the key file',
  末条登记: 'the head file',
  检查点: 'a checkpoint inside',
  记录校验码: 'a checkpoint inside',
}

/** Where an attack begins: the lived-in vault, closed, and the same vault from an hour before. */
export type Scene = { dir: string; early: string }
/**
 * One attack by somebody who has the machine and the key. `act` gives the folder that was attacked. `found`: all that tells of it,
 * nothing of which was kept outside; empty: only a checkpoint kept outside does. `atSignIn`: nobody but the auditor comes in after it.
 */
export type Attack = { name: string; does: string; found: readonly Finder[]; atSignIn: boolean; act(scene: Scene): Promise<string> }

/** Something done to the open database, its triggers taken off meanwhile and put back. */
const inside =
  (act: (database: Database.Database, dir: string) => void) =>
  async ({ dir }: Scene): Promise<string> => {
    const copy = copyOf(dir)
    await behindTheDoor(copy, (database) => withoutTriggers(database, () => act(database, copy)))
    return copy
  }
const sql = (text: string) => inside((database) => database.exec(text))
/** The same with the triggers left to the attack. */
const schema =
  (text: string) =>
  async ({ dir }: Scene): Promise<string> => {
    const copy = copyOf(dir)
    await behindTheDoor(copy, (database) => database.exec(text))
    return copy
  }
const files =
  (act: (copy: string, scene: Scene) => void | Promise<void>) =>
  async (scene: Scene): Promise<string> => {
    const copy = copyOf(scene.dir)
    await act(copy, scene)
    return copy
  }

const ENTRY = 69
const lastOf = (database: Database.Database) => database.prepare('SELECT max(seq) FROM audit_entry').pluck().get() as number
const TITLE = "UPDATE particulars SET title = '改过的标题' WHERE id = 2"
const OPINION = "UPDATE signature SET record = replace(record, '已阅', '同意') WHERE purpose = 'read'"

/** An entry's digest of a row, and the entry's own hash, made to fit the row. */
const fitEntry = (database: Database.Database, table: string, id: number) => {
  const entry = database
    .prepare('SELECT * FROM audit_entry WHERE instr(changes, ?) > 0 ORDER BY seq DESC LIMIT 1')
    .get(`["${table}",${id},`) as Record<string, string> & { seq: number; prev: Buffer }
  const changes = JSON.parse(entry.changes as string) as [string, number, string | null, string | null][]
  for (const change of changes) if (change[0] === table && change[1] === id) change[3] = digestOf(database, table, id)
  const fitted = { ...entry, changes: JSON.stringify(changes) } as Record<string, unknown>
  const write = fieldWriter().start().add('mijuan-entry/1')
  for (const name of ['seq', 'at', 'boot', 'actor', 'role', 'call', 'object', 'outcome', 'detail', 'changes']) write.add(String(fitted[name]))
  const hash = sha256(write.add(entry.prev.toString('hex')).bytes())
  database.prepare('UPDATE audit_entry SET changes = ?, hash = ? WHERE seq = ?').run(fitted.changes, hash, entry.seq)
}

const insertEntry = (database: Database.Database) => {
  database.exec(`UPDATE audit_entry SET seq = -(seq + 1) WHERE seq >= ${ENTRY}; UPDATE audit_entry SET seq = -seq WHERE seq < 0`)
  const next = database.prepare(`SELECT * FROM audit_entry WHERE seq = ${ENTRY + 1}`).get() as Record<string, unknown>
  const columns = Object.keys(next)
  database
    .prepare(`INSERT INTO audit_entry(${columns}) VALUES (${columns.map(() => '?')})`)
    .run(...Object.values({ ...next, seq: ENTRY, changes: '[]', object: '' }))
}

const swapEntries = (database: Database.Database) => {
  for (const [from, to] of [
    [ENTRY, -1],
    [ENTRY + 1, ENTRY],
    [-1, ENTRY + 1],
  ])
    database.prepare('UPDATE audit_entry SET seq = ? WHERE seq = ?').run(to, from)
}

const oldPage = async ({ dir, early }: Scene) => {
  const copy = copyOf(dir)
  const before = copyOf(early)
  let page = 0
  await behindTheDoor(before, () => undefined)
  await behindTheDoor(copy, (database) => {
    page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'copy'").pluck().get() as number
  })
  const bytes = readFileSync(join(copy, 'vault.db'))
  readFileSync(join(before, 'vault.db')).copy(bytes, (page - 1) * 4096, (page - 1) * 4096, page * 4096)
  writeFileSync(join(copy, 'vault.db'), bytes)
  return copy
}

const swapSlots = (copy: string) => {
  const path = join(copy, 'keys.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  const [one, two] = file.slots.filter(({ name }: { name: string }) => ['李保', '周阅'].includes(name))
  const { person, name } = one
  Object.assign(one, { person: two.person, name: two.name })
  Object.assign(two, { person, name })
  const { sum: _sum, mac: _mac, ...rest } = file
  file.sum = sha256(Buffer.from(canonicalJson(rest))).toString('hex')
  writeFileSync(path, JSON.stringify(file))
}

/** Two who work together: the 安全保密管理员 and somebody who is no 系统管理员 sign for a change of duties, and the record is made to fit. */
const agreeAmiss = async ({ dir }: Scene) => {
  const copy = copyOf(dir)
  const [reader, key] = await keyOf(copy, '吴阅')
  const keys = new Map([await keyOf(copy, '钱安')])
  await behindTheDoor(copy, (database) =>
    withoutTriggers(database, () => {
      const signed = database.prepare("SELECT id, record FROM signature WHERE purpose = 'roles.agree'").get() as { id: number; record: string }
      const record = canonicalJson({ ...JSON.parse(signed.record), person: reader })
      const own = database.prepare('SELECT id FROM person_key WHERE person = ?').pluck().get(reader) as number
      const bytes = Buffer.from(signWith(key.seed, Buffer.from(record))).toString('base64')
      database.prepare('UPDATE signature SET person_key = ?, record = ?, bytes = ? WHERE id = ?').run(own, record, bytes, signed.id)
      hideCheckpoints(database)
      rebuildRecord(database, keys)
      rebuildHeads(database, copy)
    }),
  )
  return copy
}

/** The attacks of the owner of the machine, each once. The table of SECURITY.md is written from here. */
export const attacks: readonly Attack[] = [
  {
    name: 'edit an entry',
    does: 'another name in one entry',
    found: ['the record'],
    atSignIn: false,
    act: sql(`UPDATE audit_entry SET actor = '无名' WHERE seq = ${ENTRY}`),
  },
  {
    name: 'delete an entry',
    does: 'one entry in the middle is gone, and the lines that index it',
    found: ['the record', 'row digests', 'the head file', 'a checkpoint inside'],
    atSignIn: false,
    act: sql(`DELETE FROM audit_object WHERE entry = ${ENTRY}; DELETE FROM audit_entry WHERE seq = ${ENTRY}`),
  },
  {
    name: 'insert an entry',
    does: 'one more in the middle, the later ones renumbered',
    found: ['the record', 'the head file', 'a checkpoint inside'],
    atSignIn: true,
    act: inside(insertEntry),
  },
  {
    name: 'reorder',
    does: 'two entries change places',
    found: ['the record', 'the head file', 'a checkpoint inside'],
    atSignIn: false,
    act: inside(swapEntries),
  },
  {
    name: 'truncate the tail',
    does: 'the last three entries are gone',
    found: ['the record', 'row digests', 'the head file'],
    atSignIn: true,
    act: inside((database) => {
      const from = lastOf(database) - 2
      database.exec(`DELETE FROM audit_object WHERE entry >= ${from}; DELETE FROM audit_entry WHERE seq >= ${from}`)
    }),
  },
  {
    name: 'change a kept subtree of the tree',
    does: 'one that no entries stand for is put in',
    found: ['the record'],
    atSignIn: false,
    act: sql('INSERT INTO audit_tile(level, ix, root) VALUES (8, 0, zeroblob(32))'),
  },
  { name: 'change a row but not its entry', does: 'another title', found: ['row digests'], atSignIn: false, act: sql(TITLE) },
  {
    name: 'change a row and its entry',
    does: 'another title, its digest and the entry’s own hash made to fit',
    found: ['the record', 'the head file', 'a checkpoint inside'],
    atSignIn: false,
    act: inside((database) => {
      database.exec(TITLE)
      fitEntry(database, 'particulars', 2)
    }),
  },
  {
    name: 'add a row',
    does: 'one more reader in a scope',
    found: ['row digests'],
    atSignIn: false,
    act: sql("INSERT INTO scope(id, document, person, widening, at) VALUES (99, 2, 3, NULL, '2026-03-10T01:00:00.000Z')"),
  },
  { name: 'forge a signature', does: 'another opinion in what was signed', found: ['row digests', 'signatures'], atSignIn: false, act: sql(OPINION) },
  {
    name: 'forge a signature and rebuild the record',
    does: 'the same, the whole record and the head file made to fit',
    found: ['signatures'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(OPINION)
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'rebuild the whole chain',
    does: 'another title, every entry, hash, subtree and witness made to fit, the auditor’s checkpoints taken out and their entries made into others',
    found: ['the head file'],
    atSignIn: true,
    act: inside((database) => {
      database.exec(TITLE)
      hideCheckpoints(database)
      rebuildRecord(database)
    }),
  },
  {
    name: 'rebuild the whole chain, a checkpoint left inside',
    does: 'the same, the head file made to fit, but not the checkpoint',
    found: ['a checkpoint inside'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'rebuild the whole chain, the checkpoint signed anew',
    does: 'the same, the auditor’s checkpoint signed with an invented key',
    found: ['a checkpoint inside'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      const auditor = database.prepare("SELECT by_person FROM checkpoint WHERE occasion = 'taken'").pluck().get() as number
      rebuildRecord(database, new Map([[auditor, newSigningKey()]]))
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'agree without the duty',
    does: 'a 安全保密管理员 and a reader sign for a change of duties with their own keys, and its checkpoint; the record and the head file made to fit',
    found: ['numbers and rules'],
    atSignIn: false,
    act: agreeAmiss,
  },
  {
    name: 'rebuild everything from the beginning',
    does: 'a person renamed at set-up, all checkpoints taken out, the chain and the head file made to fit',
    found: ['a checkpoint inside', 'the key file'],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec("UPDATE person SET name = '王某' WHERE name = '王管'; DELETE FROM checkpoint")
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'rebuild everything',
    does: 'what was written since the last key or change of people, and the head file with the key that lies in the database; the auditor’s checkpoints taken out',
    found: [],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec(TITLE)
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'replay an old checkpoint',
    does: 'what came after an old witness is rewritten, and the old witness is shown, which still fits',
    found: [],
    atSignIn: false,
    act: inside((database, dir) => {
      database.exec("UPDATE widening SET reason = '另一理由' WHERE id = 1")
      hideCheckpoints(database)
      rebuildRecord(database)
      rebuildHeads(database, dir)
    }),
  },
  {
    name: 'put back one old page',
    does: 'an encrypted page of an hour before, which the cipher accepts',
    found: ['row digests', 'numbers and rules'],
    atSignIn: false,
    act: oldPage,
  },
  {
    name: 'put back the whole database',
    does: 'the file of an hour before under today’s keys and head file',
    found: ['the head file'],
    atSignIn: true,
    act: files((copy, { early }) => {
      for (const name of ['vault.db', 'vault.db-wal']) copyFileSync(join(early, name), join(copy, name))
    }),
  },
  {
    name: 'put back the whole folder',
    does: 'database, keys and head file of an hour before',
    found: [],
    atSignIn: false,
    act: async ({ early }) => copyOf(early),
  },
  {
    name: 'swap two persons’ slots',
    does: 'the key file gives one person the other’s key, its sum made to fit',
    found: ['the key file'],
    atSignIn: true,
    act: files((copy) => swapSlots(copy)),
  },
  {
    name: 'cut the head file',
    does: 'all but its first line',
    found: ['the head file'],
    atSignIn: true,
    act: files((copy) => truncateSync(join(copy, 'heads.log'), readFileSync(join(copy, 'heads.log')).indexOf('\n') + 1)),
  },
  {
    name: 'exchange the head file',
    does: 'that of another vault',
    found: ['the head file'],
    atSignIn: true,
    act: files(async (copy) => copyFileSync(join(await strangeVault(), 'heads.log'), join(copy, 'heads.log'))),
  },
  {
    name: 'drop a trigger',
    does: 'entries could be changed',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP TRIGGER audit_entry_no_update'),
  },
  {
    name: 'weaken a trigger',
    does: 'the same name, and it lets everything through',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP TRIGGER audit_entry_no_delete; CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT 1; END'),
  },
  {
    name: 'add a column',
    does: 'a second name for a person',
    found: ['row digests', 'the schema'],
    atSignIn: false,
    act: schema('ALTER TABLE person ADD COLUMN alias TEXT'),
  },
  { name: 'drop an index', does: 'two readers could hold one folder', found: ['the schema'], atSignIn: false, act: schema('DROP INDEX leg_one_out') },
  {
    name: 'change a view',
    does: 'who was moved out of a scope is in it again',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP VIEW in_scope; CREATE VIEW in_scope AS SELECT id, document, person FROM scope'),
  },
]
