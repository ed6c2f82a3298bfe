import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const MEDIUM = `SELECT 'medium ' || m.id || '（' || m.number || '）' AS place FROM medium m`
const USE = `SELECT 'medium_use ' || u.id || '（' || u.number || '）' AS place FROM medium_use u`
const REPAIR = `SELECT 'medium_repair ' || r.id || '（' || r.number || '）' AS place FROM medium_repair r`
const LEVELS = `json('{"internal":0,"secret":1,"confidential":2,"topSecret":3}')`

/** What must always be true of carriers and devices; each query gives the rows that break it (F2). */
export const mediaInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '载体',
    why: '领用中的载体须有且只有一次未归还的领用，由领用人持有；不在领用的不得有（F2(2)）',
    sql: `${MEDIUM} WHERE (m.state = 'out') <> (m.holder IS NOT NULL)
      OR (m.state = 'out') <> (SELECT count(*) FROM medium_use u WHERE u.medium = m.id AND u.state = 'out')
      OR (m.state = 'out' AND NOT EXISTS (SELECT 1 FROM medium_use u WHERE u.medium = m.id AND u.state = 'out' AND u.person = m.holder AND u.given_at = m.since))`,
  },
  {
    what: '载体',
    why: '维修中的载体须有未修回的维修登记；在库、领用的不得有（F2(2)）',
    sql: `${MEDIUM} WHERE (m.state = 'inRepair' AND NOT EXISTS (SELECT 1 FROM medium_repair r WHERE r.medium = m.id AND r.back_at IS NULL AND r.out_at = m.since))
      OR (m.state IN ('inStore','out') AND EXISTS (SELECT 1 FROM medium_repair r WHERE r.medium = m.id AND r.back_at IS NULL))`,
  },
  {
    what: '载体',
    why: '停用、遗失的状态与所签的登记不一致（实施条例28、实施条例61）',
    sql: `${MEDIUM} LEFT JOIN medium_ending e ON e.id = (SELECT max(id) FROM medium_ending WHERE medium = m.id)
      WHERE (m.state IN ('retired','toDestroy','destroyed')) <> (e.became IS 'retired') OR (m.state = 'lost') <> (e.became IS 'lost')`,
  },
  {
    what: '载体',
    why: '台账的现行内容不是最后一次变更后的，或责任人与之不同（F2(2)）',
    sql: `${MEDIUM} LEFT JOIN medium_particulars p ON p.id = m.current WHERE p.id IS NULL OR p.medium <> m.id OR p.keeper <> m.keeper
      OR p.version <> (SELECT max(version) FROM medium_particulars v WHERE v.medium = m.id)
      OR p.version <> (SELECT count(*) FROM medium_particulars v WHERE v.medium = m.id)
      OR m.register_signature IS NOT (SELECT signature FROM medium_particulars v WHERE v.medium = m.id AND v.version = 1)`,
  },
  {
    what: '载体',
    why: '计算机、打印机没有确认物理隔离，或密级超过本机密级（F2(2)、保密法31）',
    sql: `${MEDIUM} WHERE (m.kind IN ('computer','laptop','printer')) <> (m.isolated IS 1)
      OR json_extract(${LEVELS}, '$.' || m.level) > (SELECT json_extract(${LEVELS}, '$.' || o.level) FROM office o WHERE o.id = 1)`,
  },
  {
    what: '领用',
    why: '状态与签名不一致：携带外出须先有审批，领用须有发放和领用签名，归还须有归还和收回签名（F1(4)a、F1(4)d）',
    sql: `${USE} WHERE (u.state IN ('requested','approved','rejected') AND (u.outside = 0 OR u.given_at IS NOT NULL))
      OR (u.state IN ('out','back','lost') AND (u.given_at IS NULL OR u.give_signature IS NULL OR u.take_signature IS NULL OR u.given_by IS NULL))
      OR (u.state = 'requested' AND u.signature IS NOT NULL) OR (u.outside = 1 AND u.state <> 'requested' AND u.signature IS NULL)
      OR (u.outside = 0 AND u.signature IS NOT NULL) OR (u.signature IS NULL) <> (u.decided_by IS NULL)
      OR (u.state = 'back') <> (u.back_at IS NOT NULL) OR (u.state = 'back') <> (u.give_back_signature IS NOT NULL)
      OR (u.state = 'back') <> (u.take_back_signature IS NOT NULL) OR (u.state = 'back') <> (u.checked IS NOT NULL)
      OR (u.state = 'back') <> (u.intact IS NOT NULL)`,
  },
  {
    what: '领用',
    why: '遗失的领用，载体却没有登记遗失（实施条例61）',
    sql: `${USE} WHERE u.state = 'lost' AND NOT EXISTS (SELECT 1 FROM medium_ending e WHERE e.medium = u.medium AND e.became = 'lost')`,
  },
  {
    what: '维修',
    why: '没有拆下存储部件，也没有人全程旁站；或修回没有签名（F2(2)）',
    sql: `${REPAIR} JOIN medium m ON m.id = r.medium WHERE (r.supervisor IS NULL AND (r.storage_removed = 0 OR r.place = 'onSite'))
      OR (r.storage_removed = 1 AND m.kind IN ('disk','stick','disc'))
      OR (r.back_at IS NULL) <> (r.back_signature IS NULL) OR (r.back_at IS NULL) <> (r.result IS NULL)`,
  },
]

type Row = Record<string, string | number | null>
/** Words stand in what was signed as their digest alone. */
const sealed = (words: string | number | null | undefined) => (typeof words === 'string' ? sha256(Buffer.from(words)).toString('base64') : null)

/** One signature of one row: what it was for, and what the row says of it. */
type Stands = { row: Row; table: string; step: string; signature: number | null; said: Record<string, unknown>; by: number | null }
type Rules = { duty: readonly string[] | null; never?: readonly (number | null)[]; neverSaid?: string }

const ledgerOf = (database: Database.Database): (Stands & Rules)[] =>
  (
    database
      .prepare(
        `SELECT p.*, m.number, m.kind, m.own_number, m.level, m.isolated FROM medium_particulars p JOIN medium m ON m.id = p.medium ORDER BY p.id`,
      )
      .all() as Row[]
  ).map((row) => ({
    row,
    table: 'medium_particulars',
    step: '登记',
    signature: row.signature as number,
    said: {
      medium: row.number,
      version: row.version,
      keeper: row.keeper,
      department: row.department,
      place: row.place,
      remarks: sealed(row.remarks),
      reason: sealed(row.reason),
      ...(row.version === 1 && { kind: row.kind, own: row.own_number, level: row.level, isolated: row.isolated === 1 }),
    },
    by: row.by_person as number,
    duty: ['officer'],
  }))

const usesOf = (database: Database.Database): (Stands & Rules)[] =>
  (database.prepare('SELECT u.*, m.number AS mediumNumber FROM medium_use u JOIN medium m ON m.id = u.medium ORDER BY u.id').all() as Row[]).flatMap(
    (row) => {
      const on = { row, table: 'medium_use' }
      const [person, officer] = [row.person as number, ['officer']]
      const whose = { use: row.number, medium: row.mediumNumber, holder: row.person }
      const asked = { ...whose, outside: row.outside === 1, place: row.place, what: sealed(row.purpose), until: row.until }
      const back = { ...whose, intact: row.intact === 1, condition: sealed(row.condition), check: sealed(row.checked) }
      const other = { never: [person], neverSaid: '就是领用人（F1(4)a 不得自发自收）' }
      const decision = row.state === 'rejected' ? 'rejected' : 'approved'
      const signature = (column: string) => (row[column] ?? null) as number | null
      return [
        {
          ...on,
          step: '审批',
          signature: signature('signature'),
          said: { ...asked, decision, opinion: sealed(row.opinion) },
          by: signature('decided_by'),
          duty: ['deputyLeader'],
          never: [person, row.entered_by as number],
          neverSaid: '是携带人或代录人',
        },
        { ...on, step: '发放', signature: signature('give_signature'), said: asked, by: signature('given_by'), duty: officer, ...other },
        { ...on, step: '领用', signature: signature('take_signature'), said: asked, by: person, duty: null },
        { ...on, step: '归还', signature: signature('give_back_signature'), said: back, by: person, duty: null },
        { ...on, step: '收回', signature: signature('take_back_signature'), said: back, by: null, duty: officer, ...other },
      ]
    },
  )

const repairsOf = (database: Database.Database): (Stands & Rules)[] =>
  (
    database.prepare('SELECT r.*, m.number AS mediumNumber FROM medium_repair r JOIN medium m ON m.id = r.medium ORDER BY r.id').all() as Row[]
  ).flatMap((row) => {
    const on = { row, table: 'medium_repair', by: null, duty: ['officer'] }
    const whose = { repair: row.number, medium: row.mediumNumber }
    const sent = {
      where: row.place,
      firm: sealed(row.firm),
      fault: sealed(row.fault),
      storageRemoved: row.storage_removed === 1,
      supervisor: row.supervisor,
    }
    return [
      { ...on, step: '送修', signature: row.out_signature as number, said: { ...whose, ...sent } },
      { ...on, step: '修回', signature: row.back_signature as number | null, said: { ...whose, result: sealed(row.result) } },
    ]
  })

const careOf = (database: Database.Database): (Stands & Rules)[] => [
  ...(database.prepare('SELECT x.*, m.number FROM medium_maintenance x JOIN medium m ON m.id = x.medium ORDER BY x.id').all() as Row[]).map(
    (row) => ({
      row,
      table: 'medium_maintenance',
      step: '维护',
      signature: row.signature as number,
      said: { medium: row.number, done: sealed(row.done) },
      by: row.by_person as number,
      duty: ['systemAdmin'],
    }),
  ),
  ...(database.prepare('SELECT e.*, m.number FROM medium_ending e JOIN medium m ON m.id = e.medium ORDER BY e.id').all() as Row[]).map((row) => ({
    row,
    table: 'medium_ending',
    step: row.became === 'lost' ? '遗失' : '停用',
    signature: row.signature as number,
    said: { medium: row.number, incident: sealed(row.incident), words: sealed(row.words) },
    by: row.by_person as number,
    duty: ['officer'],
  })),
]

/** What the ledger of carriers says is what was signed, by who might sign it then; and nothing that was signed for is gone (F2). */
export const checkMedia = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number | null>()
  for (const one of [...ledgerOf(database), ...usesOf(database), ...repairsOf(database), ...careOf(database)]) {
    const { row, table, never = [], neverSaid = '', ...step } = one
    checkStep(means, `${table} ${row.id}（${row.number}）`, { ...step, never, neverSaid })
    stoodOn.add(step.signature)
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('medium.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
