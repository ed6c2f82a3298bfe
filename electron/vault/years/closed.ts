import type { Read } from '../door/unit.ts'
import { refuse } from '../door/refuse.ts'

/** The last year that is closed; null while none is. Years are closed in their order: every year up to it is. */
export const lastClosed = (read: Read): number | null => read.get<{ year: number | null }>('SELECT max(year) AS year FROM year_close')?.year ?? null

const isClosed = (read: Read, year: number): boolean => year <= (lastClosed(read) ?? 0)

/** No number is given in a closed year: numbers run by the clock, and one that stands in a closed year is wrong (F1(1)b). */
export const refuseNumberIn = (read: Read, year: number): void => {
  if (isClosed(read, year))
    refuse('rule.forbids', `${year}年度已经关账，不再编这一年的号。本机时钟现在指着${year}年，请先由系统管理员校准时钟。`, { clause: 'F1(1)b' })
}

/** A letter that comes to light after its year was closed is signed for when it came to light: the closed register is complete as it was signed (F1(1)b). */
export const refuseReceivedIn = (read: Read, receivedAt: string, field: string): void => {
  const year = Number(receivedAt.slice(0, 4))
  if (isClosed(read, year))
    refuse('rule.forbids', `${year}年度的登记簿已经关账，不再补登那一年的收文。关账后才发现的来件，收文时间按现在签收填写，来由写在备注里。`, {
      clause: 'F1(1)b',
      field,
    })
}
