import { contract, type ProcedureName } from '../../../contract/index.ts'
import { maskedActor } from '../audit/masking.ts'
import type { DocumentRow, DocumentView, ParticularsView } from '../../../contract/documents-views.ts'
import type { Query, Read } from '../door/unit.ts'
import { isReviewable } from './expiry.ts'

type Entry = { seq: number; at: string; actor: string; call: string; signers: string | null }

/** Whose signatures an entry made beside that of whoever was signed in: those who signed in place. */
const SIGNERS = `(SELECT group_concat(DISTINCT person.name) FROM json_each(audit_entry.changes) AS change
  JOIN signature ON signature.id = json_extract(change.value, '$[1]') JOIN person_key ON person_key.id = signature.person_key
  JOIN person ON person.id = person_key.person WHERE json_extract(change.value, '$[0]') = 'signature' AND person.name <> actor)`

/** The signed acts on a record by its number, oldest first, each with who signed it in place. The last hundred are enough for the screen; the audit desk has all. */
export const historyOf = (read: Read, number: string): DocumentView['history'] =>
  read
    .all<Entry>(
      `SELECT seq, at, actor, call, ${SIGNERS} AS signers FROM (SELECT entry AS seq FROM audit_object WHERE object = ? ORDER BY entry DESC LIMIT 100) JOIN audit_entry USING (seq)
       WHERE outcome = 'done' ORDER BY seq`,
      number,
    )
    .map(maskedActor)
    .map(({ seq, at, actor, call, signers }) => ({
      at,
      by: actor,
      act: Object.hasOwn(contract, call) ? contract[call as ProcedureName].act : call,
      note: signers && `${signers.replaceAll(',', '、')}签字`,
      entry: seq,
    }))

type Act = DocumentView['acts'][number]

type Standing = Pick<DocumentRow, 'state' | 'out' | 'register'> & {
  scope: number
  scoped: boolean
  inBox: number
  originals: number
  today: string
  particulars: ParticularsView
}

const isArchived = (state: Standing['state']): boolean => state === 'archived'

const whyNotCirculated = ({ state, scope, scoped, inBox }: Standing): string | null => {
  if (isArchived(state)) return '文件已归档，不再传阅，请办理查阅、借用（F1(7)a）。'
  if (state === 'finished') return '文件已办结。'
  if (!scoped) return '尚未核定知悉范围，请先核定（F1(4)a）。'
  if (scope === 0) return '知悉范围内已无人，请先申请扩大知悉范围（F1(4)c）。'
  return inBox === 0 ? '没有在箱的份，收回后才能再传阅。' : null
}

const whyNotFinished = ({ state, out }: Standing): string | null => {
  if (state !== 'registered' && state !== 'inProgress') return '文件已办结。'
  return out > 0 ? `尚有${out}份未收回，请先收回核对（F1(6)）。` : null
}

const whyNotCopied = ({ state, particulars, originals, scope, register }: Standing): string | null => {
  if (register === 'compiled') return '汇编件视同原件管理，不得再复制；确需增加份数的，另行申请汇编（F1(5)a）。'
  if (isArchived(state)) return '文件已归档，不再复制，请办理查阅、借用（F1(7)a）。'
  if (particulars.copyBan) return '标有“不得翻印复印”，不得复制、摘抄（F1(5)a）。'
  if (scope === 0) return '知悉范围内无人，没有可以分发的对象（F1(4)c）。'
  return originals === 0 ? '没有可供复制的原件（短少待查或遗失损毁），不能申请复制（F1(5)a）。' : null
}

const whyNotLent = ({ scope, scoped }: Standing): string | null => {
  if (!scoped) return '尚未核定知悉范围，请先核定（F1(4)a）。'
  return scope === 0 ? '知悉范围内已无人，请先申请扩大知悉范围（F1(4)c）。' : null
}

/** Only a state secret is declassified, once (保密法24). */
const declassifiable = ({ particulars: { level, declassified } }: Standing) => level !== 'internal' && !declassified

/**
 * What an officer may do next with a document, or the reason that stands against it. `scope` and `inBox` count people and copies, `scoped` says that there
 * was a scope once, `originals` counts the papers that came in and are not missing.
 */
export const actsOn = (query: Query, document: Standing): Act[] => {
  if (!query.asking.roles.includes('officer')) return []
  const act = (call: ProcedureName, why: string | null = null): Act => ({ call, label: contract[call].act, allowed: why === null, why })
  return [
    ...(document.scoped ? [] : [act('documents.setScope')]),
    act('circulation.draft', whyNotCirculated(document)),
    act('documents.finish', whyNotFinished(document)),
    act('reproduction.request', whyNotCopied(document)),
    act('lending.request', whyNotLent(document)),
    ...(document.register === 'compiled' ? [] : [act('outgoing.draft')]),
    act('documents.correct'),
    act('documents.changeLevel'),
    ...(declassifiable(document) ? [act('documents.declassify')] : []),
    ...(isReviewable(document.particulars, document.today) ? [act('documents.reviewExpiry')] : []),
    ...(document.scoped ? [act('circulation.requestWidening')] : []),
    ...(document.scope > 0 ? [act('documents.narrowScope')] : []),
  ]
}
