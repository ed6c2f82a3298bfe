import type Database from 'better-sqlite3'
import { fieldWriter, sha256 } from '../../../tools/verify/canonical.ts'
import { digestOf, hideCheckpoints, rebuildHeads, rebuildRecord } from '../attack.ts'
import { type Attack, inside, lastOf, OPINION, sql, TITLE } from './means.ts'

const ENTRY = 69

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

/** Entries, rows and signatures changed one by one. */
export const onEntries: readonly Attack[] = [
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
]
