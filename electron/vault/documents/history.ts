import { contract, type ProcedureName } from '../../../contract/index.ts'
import type { DocumentRow, DocumentView } from '../../../contract/documents.ts'
import type { Query, Read } from '../door/unit.ts'

type Entry = { seq: number; at: string; actor: string; call: string }

/** The signed acts on a record by its number, oldest first. The last hundred are enough for the screen; the audit desk has all. */
export const historyOf = (read: Read, number: string): DocumentView['history'] =>
  read
    .all<Entry>(
      `SELECT seq, at, actor, call FROM (SELECT entry AS seq FROM audit_object WHERE object = ? ORDER BY entry DESC LIMIT 100) JOIN audit_entry USING (seq)
       WHERE outcome = 'done' ORDER BY seq`,
      number,
    )
    .map(({ seq, at, actor, call }) => ({
      at,
      by: actor,
      act: Object.hasOwn(contract, call) ? contract[call as ProcedureName].act : call,
      note: null,
      entry: seq,
    }))

type Act = DocumentView['acts'][number]

/** What an officer may do next with a document, or the reason that stands against it. */
export const actsOn = (query: Query, row: Pick<DocumentRow, 'state' | 'out'>, scope: number): Act[] => {
  if (!query.asking.roles.includes('officer')) return []
  const act = (call: ProcedureName, why: string | null = null): Act => ({ call, label: contract[call].act, allowed: why === null, why })
  const finished = row.state === 'finished' ? '文件已办结。' : null
  return [
    act('documents.correct'),
    act('documents.changeLevel'),
    scope === 0 ? act('documents.setScope') : act('circulation.requestWidening'),
    act('documents.finish', finished ?? (row.out > 0 ? `尚有${row.out}份未收回（F1(6)）。` : null)),
  ]
}
