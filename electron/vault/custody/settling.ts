import type { CopyState, DocumentState } from '../../../contract/terms.ts'
import { documentLifecycle } from '../documents/lifecycle.ts'
import type { Work } from '../door/unit.ts'

/** What a finished document is, by where its copies are: 办结 while one of them may still be worked with; else the first of these that any of them is. */
const BY_COPIES: readonly { copies: readonly CopyState[]; is: DocumentState }[] = [
  { copies: ['inBox', 'circulating', 'lent', 'missing'], is: 'finished' },
  { copies: ['toDestroy'], is: 'toDestroy' },
  { copies: ['archived'], is: 'archived' },
  { copies: ['destroyed'], is: 'destroyed' },
  { copies: ['returned'], is: 'returned' },
  { copies: ['lost'], is: 'finished' },
]

/** Moves a finished document with its copies: to 归档, 待销毁, 销毁, 清退 when all of them went, back to 办结 when one came back (domain 4). */
export const settle = (work: Work, document: number): void => {
  const state = work.read.get<{ state: DocumentState }>('SELECT state FROM document WHERE id = ?', document)?.state
  if (state === undefined || state === 'registered' || state === 'inProgress') return
  // What was archived and is consulted, lent or looked for comes back to the archive: its document is archived all the while (F1(7)a)
  const places = work.read
    .all<{ state: CopyState }>(
      `SELECT DISTINCT CASE WHEN archiving IS NOT NULL AND state IN ('lent','missing') THEN 'archived' ELSE state END AS state FROM copy WHERE document = ?`,
      document,
    )
    .map((copy) => copy.state)
  const is = BY_COPIES.find(({ copies }) => copies.some((place) => places.includes(place)))?.is
  if (is !== undefined && is !== state) work.move(documentLifecycle, document, is)
}
