import type Database from 'better-sqlite3'
import { archiveInvariants } from './archives.ts'
import { breachInvariants } from './breaches.ts'
import { compilationInvariants } from './compilations.ts'
import { custodyInvariants } from './custody.ts'
import { disposalInvariants } from './disposals.ts'
import { exportInvariants } from './exports.ts'
import { handoverInvariants } from './handovers.ts'
import { importInvariants } from './imports.ts'
import { keepingInvariants } from './keeping.ts'
import type { KeyFile } from './keys.ts'
import { outgoingInvariants } from './outgoing.ts'
import { periodInvariants } from './periods.ts'
import { listPrintInvariants } from './list-prints.ts'
import { mediaInvariants } from './media.ts'
import type { Findings } from './report.ts'
import { templateInvariants } from './templates.ts'

/** The series of gap-free numbers: the word before 〔year〕 and where each number must be found. */
export const series: Record<string, { word: string; table: string }> = {
  classified: { word: '密收', table: 'document' },
  internal: { word: '内收', table: 'document' },
  compiled: { word: '密编', table: 'document' },
  backfill: { word: '密补', table: 'document' },
  backfillInternal: { word: '内补', table: 'document' },
  import: { word: '旧账', table: 'import' },
  backfillEnvelope: { word: '补封', table: 'envelope' },
  envelope: { word: '封', table: 'envelope' },
  sheet: { word: '传阅', table: 'sheet' },
  incident: { word: '短少', table: 'incident' },
  widening: { word: '扩阅', table: 'widening' },
  reproduction: { word: '复制', table: 'reproduction' },
  loan: { word: '借用', table: 'loan' },
  visit: { word: '查阅', table: 'visit' },
  handover: { word: '移交', table: 'handover' },
  outgoing: { word: '密发', table: 'outgoing' },
  review: { word: '审查', table: 'review' },
  disclosure: { word: '申请', table: 'disclosure' },
  letter: { word: '公开函', table: 'disclosure_letter' },
  heard: { word: '听取', table: 'heard' },
  publication: { word: '公开', table: 'publication' },
  evaluation: { word: '评估', table: 'evaluation' },
  annualReport: { word: '年报', table: 'evaluation' },
  archiving: { word: '归档', table: 'archiving' },
  stockTaking: { word: '清点', table: 'stock_taking' },
  breach: { word: '违规', table: 'breach' },
  return: { word: '清退', table: 'return_list' },
  destruction: { word: '销毁', table: 'destruction' },
  expiryReview: { word: '期审', table: 'expiry_review' },
  yearReview: { word: '年审', table: 'year_review' },
  medium: { word: '载体', table: 'medium' },
  mediumUse: { word: '领用', table: 'medium_use' },
  mediumRepair: { word: '维修', table: 'medium_repair' },
  training: { word: '培训', table: 'training' },
  print: { word: '印', table: 'print' },
  export: { word: '导出', table: 'export' },
  archive: { word: '整库', table: 'archive' },
}

/** Numbers 1…last of each series and year all exist, and none besides (F1(1)b). */
export const checkNumbers = (database: Database.Database, findings: Findings) => {
  const given = new Map<string, Set<string>>(Object.values(series).map(({ table }) => [table, new Set()]))
  const counters = database.prepare('SELECT id, series, year, last FROM counter ORDER BY id').all() as {
    id: number
    series: string
    year: number
    last: number
  }[]
  for (const counter of counters) {
    const kind = series[counter.series]
    if (!kind) {
      findings.breaks('编号', `counter ${counter.id}`, `没有 ${counter.series} 这种编号`)
      continue
    }
    const exists = database.prepare(`SELECT 1 FROM ${kind.table} WHERE number = ?`)
    for (let at = 1; at <= counter.last; at += 1) {
      const number = `${kind.word}〔${counter.year}〕${String(at).padStart(4, '0')}`
      if (!exists.get(number)) findings.breaks('编号', `${kind.table}（${number}）`, '编号中断，缺这一号')
      given.get(kind.table)?.add(number)
    }
  }
  for (const [table, numbers] of given) {
    for (const row of database.prepare(`SELECT id, number FROM ${table} ORDER BY id`).iterate() as IterableIterator<{ id: number; number: string }>) {
      if (!numbers.has(row.number)) findings.breaks('编号', `${table} ${row.id}（${row.number}）`, '编号不在已发出的编号之内')
    }
  }
}

/** What must always be true of the rows together; each query gives the rows that break it. */
const invariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '份',
    why: '传阅中的份须在一张传阅单的夹内，由该单唯一在外的阅文人持有（F1(2)d）',
    sql: `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c WHERE c.state = 'circulating' AND (c.sheet IS NULL
      OR NOT EXISTS (SELECT 1 FROM sheet_copy s WHERE s.sheet = c.sheet AND s.copy = c.id)
      OR (SELECT count(*) FROM leg l WHERE l.sheet = c.sheet AND l.state IN ('handedOut','signed') AND l.reader = c.holder) <> 1)`,
  },
  {
    what: '份',
    why: '在箱的份其传阅单却有人在外',
    sql: `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c JOIN sheet_copy s ON s.copy = c.id
      JOIN leg l ON l.sheet = s.sheet AND l.state IN ('handedOut','signed') WHERE c.state = 'inBox'
      AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.leg = l.id AND i.state = 'open')`,
  },
  {
    what: '份',
    why: '短少待查的份没有未查清的短少登记，没有未找回的清点短少，也没有接办它的违规事件',
    sql: `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c WHERE c.state = 'missing'
      AND NOT EXISTS (SELECT 1 FROM incident i, json_each(i.missing) m WHERE i.state = 'open' AND m.value = c.id)
      AND NOT EXISTS (SELECT 1 FROM stock_item i WHERE i.copy = c.id AND i.missing = 1 AND i.settled_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM breach_copy k JOIN breach b ON b.id = k.breach WHERE k.copy = c.id AND k.was IS NOT NULL AND k.fate IS NULL
        AND b.state NOT IN ('closed','unfounded'))`,
  },
  {
    what: '传阅单',
    why: '同时有两位阅文人在外（F1(2)d 不得横传）',
    sql: `SELECT 'sheet ' || l.sheet || '（' || s.number || '）' AS place FROM leg l JOIN sheet s ON s.id = l.sheet
      WHERE l.state IN ('handedOut','signed') GROUP BY l.sheet HAVING count(*) > 1`,
  },
  {
    what: '传阅单',
    why: '夹内份数与所列的份不一致（F1(2)b）',
    sql: `SELECT 'sheet ' || s.id || '（' || s.number || '）' AS place FROM sheet s
      WHERE s.copies <> (SELECT count(*) FROM sheet_copy c WHERE c.sheet = s.id)`,
  },
  {
    what: '传阅单',
    why: '已办结或作废，却还有阅文人未退回',
    sql: `SELECT 'sheet ' || s.id || '（' || s.number || '）' AS place FROM sheet s WHERE s.state IN ('finished','cancelled','allReturned')
      AND EXISTS (SELECT 1 FROM leg l WHERE l.sheet = s.id AND l.state IN ('handedOut','signed'))`,
  },
  {
    what: '传阅',
    why: '状态与签名不一致：已送须有送阅和签收签名，已阅签须有阅签签名，已退回须有收回签名（F1(4)a、F1(2)c）',
    sql: `SELECT 'leg ' || l.id || '（' || s.number || ' 第' || l.ord || '位）' AS place FROM leg l JOIN sheet s ON s.id = l.sheet WHERE
      (l.state IN ('handedOut','signed','returned') AND (l.give_signature IS NULL OR l.take_signature IS NULL OR l.handed_out_at IS NULL OR l.due IS NULL))
      OR (l.state IN ('signed','returned') AND l.read_signature IS NULL)
      OR (l.state IN ('waiting','handedOut','returnedUnread') AND l.read_signature IS NOT NULL)
      OR (l.state = 'returned' AND l.return_signature IS NULL)
      OR (l.state = 'waiting' AND (l.give_signature IS NOT NULL OR l.take_signature IS NOT NULL))`,
  },
  {
    what: '传阅',
    why: '纸质签补录不是该次送阅所依据的签名，或签字人不是该阅文人（F1(2)c）',
    sql: `SELECT 'paper_signing ' || p.id || '（' || s.number || ' 第' || l.ord || '位）' AS place FROM paper_signing p JOIN leg l ON l.id = p.leg
      JOIN sheet s ON s.id = l.sheet WHERE p.person <> l.reader
      OR p.entry_signature IS NOT CASE p.step WHEN 'take' THEN l.take_signature ELSE l.read_signature END`,
  },
  {
    what: '扩大知悉范围',
    why: '纸质审批补录不是该申请所依据的签名，或审批人、补录人不符（F1(4)c）',
    sql: `SELECT 'paper_signing ' || p.id || '（' || w.number || '）' AS place FROM paper_signing p JOIN widening w ON w.id = p.widening
      JOIN signature s ON s.id = p.entry_signature WHERE p.entry_signature IS NOT w.signature OR p.person IS NOT w.decided_by
      OR p.person IS NOT json_extract(s.record, '$.approver') OR p.entered_by IN (w.requested_by, p.person)`,
  },
  {
    what: '扩大知悉范围',
    why: '审批结果、增加的人员与所签的不一致，或审批的是本人的申请（F1(4)c）',
    sql: `SELECT 'widening ' || w.id || '（' || w.number || '）' AS place FROM widening w LEFT JOIN signature s ON s.id = w.signature
      WHERE w.state <> 'requested' AND (s.id IS NULL OR w.state IS NOT json_extract(s.record, '$.decision')
      OR json(w.persons) IS NOT json_extract(s.record, '$.persons') OR w.decided_by = w.requested_by
      OR EXISTS (SELECT 1 FROM json_each(w.persons) WHERE value = w.decided_by))`,
  },
  {
    what: '知悉范围',
    why: '经批准扩大的知悉范围没有批准它的申请（F1(4)c）',
    sql: `SELECT 'scope ' || k.id AS place FROM scope k JOIN widening w ON w.id = k.widening WHERE w.state <> 'approved' OR w.document <> k.document
      OR NOT EXISTS (SELECT 1 FROM json_each(w.persons) WHERE value = k.person)`,
  },
  {
    what: '人员',
    why: '调整角色、更正人员编号没有安全保密管理员和系统管理员两人对同一变动的签名（三员）',
    sql: `SELECT 'person_change ' || c.id AS place FROM person_change c
      LEFT JOIN signature a ON a.id = c.set_signature LEFT JOIN person_key ak ON ak.id = a.person_key
      LEFT JOIN signature b ON b.id = c.agree_signature LEFT JOIN person_key bk ON bk.id = b.person_key
      WHERE c.act IN ('people.setRoles', 'people.correctIdentity') AND (a.id IS NULL OR b.id IS NULL OR ak.person = bk.person OR bk.person = c.person
      OR c.before IS NOT json_extract(a.record, '$.before') OR c.after IS NOT json_extract(a.record, '$.after')
      OR c.before IS NOT json_extract(b.record, '$.before') OR c.after IS NOT json_extract(b.record, '$.after'))`,
  },
  {
    what: '人员',
    why: '同一人员编号有两个账户，又不是系统管理员和安全保密管理员各一个（三员）',
    sql: `SELECT 'person ' || max(id) AS place FROM person GROUP BY identity HAVING count(*) > 1
      AND NOT (count(*) = 2 AND min(roles) = '["securityAdmin"]' AND max(roles) = '["systemAdmin"]')`,
  },
  {
    what: '密钥恢复单',
    why: '换发没有经办人和另一人的签名（三员）',
    sql: `SELECT 'recovery_set ' || s.id AS place FROM recovery_set s
      LEFT JOIN signature a ON a.id = s.set_signature LEFT JOIN person_key ak ON ak.id = a.person_key
      LEFT JOIN signature b ON b.id = s.agree_signature LEFT JOIN person_key bk ON bk.id = b.person_key
      WHERE s.id > (SELECT min(id) FROM recovery_set) AND (a.id IS NULL OR b.id IS NULL OR ak.person = bk.person)`,
  },
  {
    what: '恢复',
    why: '恢复备份没有系统管理员和安全审计员两人对同一备份的签名（实施条例34）',
    sql: `SELECT 'restoration ' || r.id AS place FROM restoration r
      LEFT JOIN signature a ON a.id = r.set_signature LEFT JOIN signature b ON b.id = r.agree_signature
      WHERE a.id IS NULL OR b.id IS NULL OR r.by_person = r.agreed_by
      OR json_extract(a.record, '$.root') IS NOT r.root OR json_extract(b.record, '$.root') IS NOT r.root
      OR json_extract(a.record, '$.entries') IS NOT r.size OR json_extract(b.record, '$.entries') IS NOT r.size
      OR json_extract(a.record, '$.lost') IS NOT r.lost OR json_extract(b.record, '$.lost') IS NOT r.lost`,
  },
  {
    what: '文件',
    why: '在外份数与各份的状态不一致',
    sql: `SELECT 'document ' || d.id || '（' || d.number || '）' AS place FROM document d
      WHERE d.out <> (SELECT count(*) FROM copy c WHERE c.document = d.id AND c.state IN ('circulating','lent','missing'))
      OR d.copies <> (SELECT count(*) FROM copy c WHERE c.document = d.id)`,
  },
  {
    what: '文件',
    why: '现行著录项与密级不一致（F1(3)a）',
    sql: `SELECT 'document ' || d.id || '（' || d.number || '）' AS place FROM document d LEFT JOIN particulars p ON p.id = d.current
      WHERE p.id IS NULL OR p.document <> d.id OR p.level <> d.level
      OR p.version <> (SELECT max(version) FROM particulars v WHERE v.document = d.id)`,
  },
  {
    what: '阅文人',
    why: '阅文人不在夹内文件的知悉范围内（F1(4)c）',
    sql: `SELECT DISTINCT 'leg ' || l.id || '（' || s.number || ' 第' || l.ord || '位）' AS place FROM leg l JOIN sheet s ON s.id = l.sheet
      JOIN sheet_copy x ON x.sheet = l.sheet JOIN copy c ON c.id = x.copy WHERE l.handed_out_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM scope k WHERE k.document = c.document AND k.person = l.reader)`,
  },
]

/** The state of the rows together: no copy in two places, no folder with two readers, no state without its signature. A rule that cannot be asked of a spoilt file is broken too, and the others go on. */
export const checkInvariants = (database: Database.Database, findings: Findings) => {
  for (const { what, why, sql } of [
    ...invariants,
    ...custodyInvariants,
    ...compilationInvariants,
    ...handoverInvariants,
    ...periodInvariants,
    ...outgoingInvariants,
    ...mediaInvariants,
    ...keepingInvariants,
    ...breachInvariants,
    ...disposalInvariants,
    ...exportInvariants,
    ...archiveInvariants,
    ...listPrintInvariants,
    ...importInvariants,
    ...templateInvariants,
  ]) {
    try {
      for (const { place } of database.prepare(sql).iterate() as IterableIterator<{ place: string }>) findings.breaks(what, place, why)
    } catch (error) {
      findings.breaks(what, 'vault.db', `读不出：${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

/** The key file and the database say the same of the vault, its people and their keys. */
export const checkKeyFile = (database: Database.Database, file: KeyFile, findings: Findings) => {
  const office = database.prepare('SELECT vault, unit, level FROM office WHERE id = 1').get() as
    | { vault: string; unit: string; level: string }
    | undefined
  if (office?.vault !== file.vault) findings.breaks('密钥文件', 'keys.json', '库号与数据库不同')
  if (office && office.level !== file.level) findings.breaks('密钥文件', 'keys.json', '本机密级与数据库不同')
  const sheets = database.prepare('SELECT public_key FROM recovery_set ORDER BY id DESC LIMIT 1').pluck().get()
  if (sheets !== file.recovery.publicKey) findings.breaks('密钥文件', 'keys.json', '密钥恢复单不是数据库登记的现用一套')
  const person = database.prepare('SELECT name, account FROM person WHERE id = ?')
  const key = database.prepare('SELECT person, retired FROM person_key WHERE public_key = ?')
  for (const slot of file.slots) {
    const where = `keys.json 第 ${slot.person} 号人员`
    const known = person.get(slot.person) as { name: string; account: string } | undefined
    if (known?.name !== slot.name) findings.breaks('密钥文件', where, '数据库中没有这个人，或姓名不同')
    if (slot.publicKey === null) continue
    const registered = key.get(slot.publicKey) as { person: number; retired: string | null } | undefined
    if (registered?.person !== slot.person || registered.retired !== null) findings.breaks('密钥文件', where, '签名公钥与数据库登记的不同')
  }
}
