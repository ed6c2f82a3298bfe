import type { Lendable } from '../../../contract/lending-views.ts'
import type { CopyState, Level } from '../../../contract/terms.ts'
import type { Query } from '../door/unit.ts'

export type LendableLine = {
  copy: number
  copyNumber: string
  copyNo: string | null
  copyState: CopyState
  document: number
  documentNumber: string
  title: string
  symbol: string | null
  sender: string
  level: Level
  mark: string
}
export const LENDABLE_COLUMNS = `copy.id AS copy, copy.number AS copyNumber, copy.copy_no AS copyNo, copy.state AS copyState, document.id AS document,
  document.number AS documentNumber, p.title, p.symbol, p.sender, p.level, p.mark`
export const LENDABLE_FROM = 'JOIN document ON document.id = copy.document JOIN particulars AS p ON p.id = document.current'

/** Whether titles are shown: to whoever keeps the register and who decides on loans; a reader who asks sees numbers and 文号 (F1(2)a). */
export const seesTitles = ({ asking: { roles } }: Query): boolean => roles.includes('officer') || roles.includes('officeHead')

export const lendableOf = (line: LendableLine, titled: boolean): Lendable => ({
  id: line.copy,
  number: line.copyNumber,
  copyNo: line.copyNo,
  state: line.copyState,
  document: {
    id: line.document,
    number: line.documentNumber,
    title: titled ? line.title : null,
    symbol: line.symbol,
    sender: line.sender,
    level: line.level,
    mark: line.mark,
  },
})
