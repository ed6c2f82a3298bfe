import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { plain } from './numbers.ts'

/** Whether two registrations under one 文号 (or one title and day) are of one paper: of the same 来文机关, and no 份号 tells them apart. */
export const isSamePaper = (
  one: { sender: string; copyNos: readonly string[] },
  other: { sender: string; copyNos: readonly (string | null)[] },
): boolean => {
  if (plain(one.sender) !== plain(other.sender)) return false
  return one.copyNos.length === 0 || !other.copyNos.every((no) => no !== null && !one.copyNos.includes(no))
}

/** What a paper that came in is known by; a 汇编 is known by its number. */
type Identity = { sender: string; symbol?: string | null | undefined; title: string; madeOn: string; copyNos: readonly string[] }
type Earlier = { id: number; number: string; sender: string }

const current =
  'SELECT DISTINCT document.id, document.number, particulars.sender FROM particulars JOIN document ON document.id = particulars.document AND document.current = particulars.id AND document.envelope IS NOT NULL'

/**
 * The earlier registration of the same paper: same 来文机关 and 文号 (or title and day when it has none) with the same 份号.
 * `corrected`: the document that a correction is about to make so.
 */
export const refuseDuplicate = (read: Read, { sender, symbol, title, madeOn, copyNos }: Identity, corrected?: number): void => {
  const same = symbol
    ? read.all<Earlier>(`${current} WHERE symbol = ?`, symbol)
    : read.all<Earlier>(`${current} WHERE symbol IS NULL AND made_on = ? AND title = ?`, madeOn, title)
  for (const earlier of same) {
    if (earlier.id === corrected) continue
    const known = read.all<{ copy_no: string | null }>('SELECT copy_no FROM copy WHERE document = ?', earlier.id).map(({ copy_no }) => copy_no)
    if (!isSamePaper({ sender, copyNos }, { sender: earlier.sender, copyNos: known })) continue
    const isSo = corrected === undefined ? `该文已登记为${earlier.number}` : `更正后与${earlier.number}是同一文件`
    refuse('input.duplicate', `${isSo}，不得重复登记。补发的份请填写不同的份号。`, {
      clause: 'F1(1)b',
      field: `${corrected === undefined ? '' : 'changes.'}${symbol ? 'symbol' : 'title'}`,
      link: { desk: 'documents', id: earlier.id, number: earlier.number },
    })
  }
}
