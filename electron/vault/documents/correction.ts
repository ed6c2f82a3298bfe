import type { Period } from '../../../contract/fields.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Level } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import { oldNumberOf } from '../importing/batches.ts'
import type { Row, Value, Work } from '../door/unit.ts'
import { refuseDuplicate } from './duplicates.ts'
import { type DocumentBase, documentById } from './document.ts'
import { documentLifecycle } from './lifecycle.ts'
import { plainSymbol } from './numbers.ts'
import { expiryOf, refuseBadPeriod } from './marking.ts'

/** What the paper is registered as now. */
export const currentOf = (work: Work, document: DocumentBase): Row =>
  work.read.get<Row>('SELECT * FROM particulars WHERE id = ?', document.current) ?? refuse('vault.damaged', '登记内容缺失，请做校验并用备份恢复。')

const copyNosOf = (work: Work, document: DocumentBase) =>
  work.read.all<{ copy_no: string | null }>('SELECT copy_no FROM copy WHERE document = ? ORDER BY id', document.id).map(({ copy_no }) => copy_no)

/** Puts a new version beside the old one, linked and never over it. */
export const newVersion = (work: Work, document: DocumentBase, before: Row, columns: Record<string, Value>): number => {
  const version = Number(before.version) + 1
  const { id: _id, ...rest } = before
  const id = work.insert('particulars', {
    ...rest,
    notice: null,
    reason: null,
    ...columns,
    version,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
  })
  work.change('document', document.id, { current: id, level: columns.level ?? before.level ?? null })
  const copyNos = copyNosOf(work, document)
  const text = (name: string) => (columns[name] !== undefined ? columns[name] : before[name]) as string | null
  work.index('document', document.id, [
    text('title'),
    text('symbol'),
    document.number,
    text('sender'),
    ...copyNos,
    oldNumberOf(work.read, document.id),
  ])
  return version
}

const columnOf = {
  title: 'title',
  symbol: 'symbol',
  sender: 'sender',
  attachments: 'attachments',
  urgency: 'urgency',
  madeOn: 'made_on',
  addressee: 'addressee',
  handledBy: 'handled_by',
  returnBy: 'return_by',
  copyBan: 'copy_ban',
  remarks: 'remarks',
} as const

/** Refuses a day of making after today or after the paper came in, and gives what the period becomes with it (实施条例19). */
const remade = (work: Work, document: DocumentBase, before: Row, madeOn: string): Record<string, Value> => {
  const field = 'changes.madeOn'
  if (madeOn > work.wall.slice(0, 10)) refuse('input.future', '成文日期不得晚于今天。', { clause: '实施条例19', field })
  const envelope = work.read.get<{ received_at: string }>(
    'SELECT received_at FROM envelope JOIN document ON document.envelope = envelope.id WHERE document.id = ?',
    document.id,
  )
  if (envelope && madeOn > envelope.received_at.slice(0, 10)) refuse('input.future', '成文日期不得晚于收文日期。', { clause: '实施条例19', field })
  const period = before.period ? (JSON.parse(String(before.period)) as Period) : undefined
  const level = before.level as Level
  refuseBadPeriod(level, period, madeOn)
  // What is 已解密 has no period that could end
  if (before.declassified === 1) return {}
  return { expires_on: expiryOf(level, period, madeOn) }
}

/** A 汇编 was made here, on the day of its making, and goes back to nobody: that is no matter of what was read off a paper (实施条例27). */
const refuseInherited = (columns: Record<string, Value>) => {
  const field = (['sender', 'madeOn', 'returnBy'] as const).find((name) => columns[columnOf[name]] !== undefined)
  if (field)
    refuse('rule.forbids', '汇编由本单位制作，制作机关、成文日期随汇编登记，也没有清退要求，不能更正。', {
      clause: '实施条例27',
      field: `changes.${field}`,
    })
}

/** Corrects particulars by a new linked record with its reason (domain 4: 更正 = new record linked, never an edit). */
export const correct = (work: Work, input: Parsed<'documents.correct'>): Output<'documents.correct'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  const before = currentOf(work, document)
  const columns: Record<string, Value> = {}
  const { symbol } = input.changes
  const changes = typeof symbol === 'string' ? { ...input.changes, symbol: plainSymbol(symbol) } : input.changes
  for (const [field, changed] of Object.entries(changes)) {
    const value = typeof changed === 'boolean' ? Number(changed) : changed
    const column = columnOf[field as keyof typeof columnOf]
    if (value !== undefined && value !== before[column]) columns[column] = value
  }
  if (Object.keys(columns).length === 0) refuse('input.missing', '没有任何更正内容，请修改至少一项。', { field: 'changes' })
  if (document.register === 'compiled') refuseInherited(columns)
  if (typeof columns.made_on === 'string') Object.assign(columns, remade(work, document, before, columns.made_on))
  const after = { ...before, ...columns } as Record<'sender' | 'symbol' | 'title' | 'made_on', string> & { return_by: string | null }
  if (after.return_by !== null && after.return_by < after.made_on)
    refuse('input.range', '清退日期不得早于成文日期。', { clause: '实施条例27', field: 'changes.returnBy' })
  const copyNos = copyNosOf(work, document).filter((no) => no !== null)
  if (document.register !== 'compiled') refuseDuplicate(work.read, { ...after, madeOn: after.made_on, copyNos }, document.id)
  const version = newVersion(work, document, before, { ...columns, cause: 'correction', reason: input.reason })
  return { id: document.id, version }
}

/** 办结. × while any copy is out (domain 4). */
export const finish = (work: Work, input: Parsed<'documents.finish'>): Output<'documents.finish'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  if (document.out > 0) refuse('rule.forbids', `尚有${document.out}份未收回，不能办结。请先收回核对。`, { clause: 'F1(6)', field: 'document' })
  const planned = work.read.get<{ number: string }>(
    "SELECT sheet.number FROM copy JOIN sheet_copy ON sheet_copy.copy = copy.id JOIN sheet ON sheet.id = sheet_copy.sheet WHERE copy.document = ? AND sheet.state NOT IN ('finished','cancelled') LIMIT 1",
    document.id,
  )
  if (planned) refuse('rule.forbids', `本文件在${planned.number}中传阅，请先办结该传阅单。`, { clause: 'F1(6)', field: 'document' })
  work.move(documentLifecycle, document.id, 'finished', { result: input.result, finished_at: work.now.toISOString() })
  return { id: document.id }
}
