import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const COPY = `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c`
const BOX = `SELECT 'box ' || b.id || '（' || b.number || '）' AS place FROM box b`
const FILED = `SELECT 'archiving ' || a.id || '（' || a.number || '）' AS place FROM archiving a`
const TAKEN = `SELECT 'stock_taking ' || t.id || '（' || t.number || '）' AS place FROM stock_taking t`
const ITEM = `SELECT 'stock_item ' || i.id || '（' || t.number || ' ' || c.number || '）' AS place FROM stock_item i
  JOIN stock_taking t ON t.id = i.stock_taking JOIN copy c ON c.id = i.copy`
const PRESENT = 'i.expected = 1 AND i.counted_at IS NOT NULL AND i.elsewhere = 0'

/** What must always be true of boxes, of the archive and of stock-takings; each query gives the rows that break it (F1(6)). */
export const keepingInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '份',
    why: '归档的份须有所依据的归档，不在保密箱内；没有归档的份不在归档（F1(6)）',
    sql: `${COPY} WHERE (c.state = 'archived' AND c.archiving IS NULL) OR (c.archiving IS NOT NULL AND (c.box IS NOT NULL OR c.state IN ('inBox','circulating')))`,
  },
  {
    what: '份',
    why: '所在的保密箱不存在、已停用，或这一份已清退、销毁、遗失（F1(6)）',
    sql: `${COPY} LEFT JOIN box b ON b.id = c.box WHERE c.box IS NOT NULL AND (b.id IS NULL OR b.state <> 'open' OR c.state IN ('returned','destroyed','lost'))`,
  },
  {
    what: '归档',
    why: '没有归档的份，或归档的份所属文件没有办结（F1(6)）',
    sql: `${FILED} WHERE NOT EXISTS (SELECT 1 FROM copy c WHERE c.archiving = a.id) OR (a.received_by IS NULL) <> (a.take_signature IS NULL)
      OR EXISTS (SELECT 1 FROM copy c JOIN document d ON d.id = c.document WHERE c.archiving = a.id AND d.state IN ('registered','inProgress'))`,
  },
  {
    what: '保密箱',
    why: '与最后一次登记的柜、层、专管人或状态不一致（F1(6) 专人专管）',
    sql: `${BOX} LEFT JOIN box_change g ON g.id = (SELECT max(id) FROM box_change WHERE box = b.id)
      WHERE g.id IS NULL OR g.cabinet <> b.cabinet OR g.shelf <> b.shelf OR g.custodian <> b.custodian OR g.state <> b.state`,
  },
  {
    what: '清点',
    why: '状态与签名不一致：完成须有清点人和监点人的签名（F1(6)）',
    sql: `${TAKEN} WHERE (t.state = 'done') <> (t.count_signature IS NOT NULL) OR (t.state = 'done') <> (t.supervise_signature IS NOT NULL)
      OR (t.state = 'done') <> (t.counted_by IS NOT NULL) OR (t.state = 'done') <> (t.supervised_by IS NOT NULL)
      OR (t.state = 'counting') <> (t.closed_at IS NULL) OR (t.state = 'cancelled') <> (t.void_reason IS NOT NULL)`,
  },
  {
    what: '清点',
    why: '账、实与逐份的记录不一致（F1(6)）',
    sql: `${TAKEN} WHERE t.counted <> (SELECT count(*) FROM stock_item i WHERE i.stock_taking = t.id AND ${PRESENT})
      OR (t.state = 'done' AND t.expected <> (SELECT count(*) FROM stock_item i WHERE i.stock_taking = t.id AND i.expected = 1))
      OR t.expected < (SELECT count(*) FROM stock_item i WHERE i.stock_taking = t.id AND i.expected = 1)`,
  },
  {
    what: '清点',
    why: '同一个箱同时有两次清点（F1(6)）',
    sql: `${TAKEN} JOIN stock_taking o ON o.id < t.id AND o.state = 'counting' WHERE t.state = 'counting' AND (t.boxes = '[]' OR o.boxes = '[]'
      OR EXISTS (SELECT 1 FROM json_each(t.boxes) x JOIN json_each(o.boxes) y ON x.value = y.value))`,
  },
  {
    what: '清点',
    why: '账实不符没有说明或没有入案（F1(6)）',
    sql: `${ITEM} WHERE (t.state = 'done' AND i.elsewhere = 1 AND i.note IS NULL) OR (i.missing = 1 AND t.state <> 'done')
      OR (t.state = 'done' AND i.expected = 1 AND i.counted_at IS NULL AND i.moved_at IS NULL AND i.missing = 0)
      OR (i.settled_at IS NOT NULL) <> ((i.settle_signature IS NOT NULL) + (i.breach IS NOT NULL)) OR (i.missing = 0 AND i.settled_at IS NOT NULL)`,
  },
  {
    what: '清点',
    why: '短少随违规事件了结，那件事件却没有认定这一份的下落（F1(6)、实施条例61）',
    sql: `${ITEM} WHERE i.breach IS NOT NULL AND NOT EXISTS (SELECT 1 FROM breach_copy k WHERE k.breach = i.breach AND k.copy = i.copy AND k.fate IS NOT NULL)`,
  },
]

type Archiving = {
  id: number
  number: string
  volume: string
  place: string
  day: string
  by_person: number
  received_by: number | null
  give_signature: number
  take_signature: number | null
}

/** What went into a volume is what both signed for (F1(6)). */
const checkArchivings = (database: Database.Database, means: Signed): (number | null)[] => {
  const numbersOf = database.prepare('SELECT number FROM copy WHERE archiving = ? ORDER BY id').pluck()
  const rows = database.prepare('SELECT * FROM archiving ORDER BY id').all() as Archiving[]
  for (const row of rows) {
    const where = `archiving ${row.id}（${row.number}）`
    const said = { archiving: row.number, volume: row.volume, place: row.place, day: row.day, numbers: numbersOf.all(row.id) as string[] }
    const neverSaid = '兼作了移交和接收'
    checkStep(means, where, { step: '归档移交', signature: row.give_signature, said, by: row.by_person, duty: ['officer'], never: [], neverSaid })
    const take = { step: '归档接收', signature: row.take_signature, said, by: row.received_by, duty: null }
    checkStep(means, where, { ...take, never: [row.by_person], neverSaid })
  }
  return rows.flatMap((row) => [row.give_signature, row.take_signature])
}

type Taking = {
  id: number
  number: string
  boxes: string
  expected: number
  counted: number
  counted_by: number | null
  count_signature: number | null
  supervised_by: number | null
  supervise_signature: number | null
}

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

/** 账, 实 and every difference are what the two signed, of whom neither is the other (F1(6)). */
const checkTakings = (database: Database.Database, means: Signed): (number | null)[] => {
  const numbers = (which: string, says = 'copy.number') =>
    database.prepare(`SELECT ${says} FROM stock_item i JOIN copy ON copy.id = i.copy WHERE i.stock_taking = ? AND ${which} ORDER BY copy.id`).pluck()
  const explained = "copy.number || ' ' || coalesce(i.note, '')"
  const lists = {
    present: numbers(PRESENT),
    missing: numbers('i.missing = 1'),
    surplus: numbers('i.elsewhere = 1'),
    missingNotes: numbers('i.missing = 1', explained),
    surplusNotes: numbers('i.elsewhere = 1', explained),
    moved: numbers('i.moved_at IS NOT NULL AND i.counted_at IS NULL'),
  }
  const boxesOf = database.prepare('SELECT box.number FROM json_each(?) AS named JOIN box ON box.id = named.value ORDER BY named.key').pluck()
  const rows = database.prepare('SELECT * FROM stock_taking ORDER BY id').all() as Taking[]
  for (const row of rows) {
    const of = (list: keyof typeof lists) => lists[list].all(row.id) as string[]
    const said = {
      stockTaking: row.number,
      boxes: boxesOf.all(row.boxes) as string[],
      expected: row.expected,
      counted: row.counted,
      present: digestOf(of('present').join('\n')),
      missing: of('missing'),
      surplus: of('surplus'),
      notes: digestOf([...of('surplusNotes'), ...of('missingNotes')].join('\n')),
      moved: of('moved'),
    }
    const where = `stock_taking ${row.id}（${row.number}）`
    const neverSaid = '兼作了清点人和监点人'
    checkStep(means, where, { step: '清点', signature: row.count_signature, said, by: row.counted_by, duty: ['officer'], never: [], neverSaid })
    const witness = { step: '监点', signature: row.supervise_signature, said, by: row.supervised_by, never: [row.counted_by], neverSaid }
    checkStep(means, where, { ...witness, duty: ['officer', 'deputyLeader', 'groupLeader', 'officeHead'] })
  }
  return rows.flatMap((row) => [row.count_signature, row.supervise_signature])
}

type Settled = { id: number; number: string; copyNumber: string; settled_note: string; settle_signature: number }

/** What was found again is what was signed for. */
const checkFound = (database: Database.Database, means: Signed): number[] => {
  const rows = database
    .prepare(
      `SELECT i.id, t.number, c.number AS copyNumber, i.settled_note, i.settle_signature FROM stock_item i JOIN stock_taking t ON t.id = i.stock_taking
       JOIN copy c ON c.id = i.copy WHERE i.settle_signature IS NOT NULL ORDER BY i.id`,
    )
    .all() as Settled[]
  for (const [signature, found] of Map.groupBy(rows, (row) => row.settle_signature)) {
    const [first] = found as [Settled, ...Settled[]]
    const numbers = found.map(({ copyNumber }) => copyNumber)
    checkStep(means, `stock_item ${first.id}（${first.number} ${first.copyNumber}）`, {
      step: '找回',
      signature,
      said: { stockTaking: first.number, numbers, note: digestOf(first.settled_note) },
      by: null,
      duty: ['officer'],
      never: [],
      neverSaid: '',
    })
  }
  return rows.map((row) => row.settle_signature)
}

/** What the archive and stock-takings say is what was signed, by who might sign it then; and nothing that was signed for is gone. */
export const checkKeeping = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set([...checkArchivings(database, means), ...checkTakings(database, means), ...checkFound(database, means)])
  for (const [id, { purpose }] of means.held)
    if ((purpose.startsWith('archive.') || purpose.startsWith('stock.')) && !stoodOn.has(id))
      means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
