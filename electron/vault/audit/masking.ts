import { hiddenReporter } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'

/**
 * Who reported a breach is shown to its handler alone (E4 举报泄密). The chain holds the actor of that call as of any other; whatever is shown
 * or printed of the record holds this word in the place of name and role, also where the report was refused.
 */
const HIDDEN_CALL = 'breaches.report'

/** An actor and their role as they may be shown. */
export const maskedActor = <A extends { call: string; actor: string; role?: string }>(entry: A): A =>
  entry.call !== HIDDEN_CALL ? entry : { ...entry, actor: hiddenReporter, ...(entry.role !== undefined && { role: '-' }) }

/** The same of columns of `audit_entry`, for a statement that filters or counts by them: nobody is found by what they reported. */
export const MASKED = {
  actor: `CASE WHEN call = '${HIDDEN_CALL}' THEN '${hiddenReporter}' ELSE actor END`,
  role: `CASE WHEN call = '${HIDDEN_CALL}' THEN '-' ELSE role END`,
} as const

/** A proof holds its entry whole: there is none of a report. */
export const refuseHidden = (call: string): void => {
  if (call === HIDDEN_CALL)
    refuse('rule.forbids', '这一条是举报，证明会写出举报人的姓名，不能出具。可以为该事件以后的各步骤出具证明。', { clause: 'E4', field: 'entry' })
}
