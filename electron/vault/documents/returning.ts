import { GONE_STATES, HOLDS_AGAINST_RETURN } from '../../../contract/terms.ts'
import type { Value } from '../door/unit.ts'

const words = (names: readonly string[]) => names.map((name) => `'${name}'`).join(',')

/**
 * Ids of the documents of which something must go back to its issuer by a day between two, by the index of those days (实施条例27). What is kept with its
 * explanation, and what is 已解密, is not pressed for.
 */
export const toReturn = (from: string, to: string): { sql: string; params: Value[] } => ({
  sql: `SELECT d.id FROM particulars AS p JOIN document AS d ON d.id = p.document AND d.current = p.id WHERE p.return_by BETWEEN ? AND ?
    AND p.declassified = 0 AND EXISTS (SELECT 1 FROM copy WHERE copy.document = d.id AND copy.state NOT IN (${words(GONE_STATES)})
      AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.copy = copy.id AND hold.lifted_at IS NULL AND hold.kind IN (${words(HOLDS_AGAINST_RETURN)})))`,
  params: [from, to],
})
