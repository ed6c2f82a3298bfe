import type { HandoverView } from '../../../contract/handover-views.ts'
import type { HandoverLine } from '../../../contract/paper.ts'
import { copyStateLabel, type HandoverState } from '../../../contract/terms.ts'

type Item = HandoverView['list'][number]

/** `青卫密〔2026〕9号` before `青卫密〔2026〕10号`. */
const bySymbol = new Intl.Collator('zh-CN', { numeric: true })
type Placed = { copy: number; document: { id: number; symbol: string | null } }
/** 按文号排列; what has none stands at the end, in the order of its registration. */
export const inOrderOf = (one: Placed, other: Placed): number =>
  Number(one.document.symbol === null) - Number(other.document.symbol === null) ||
  bySymbol.compare(one.document.symbol ?? '', other.document.symbol ?? '') ||
  one.document.id - other.document.id ||
  one.copy - other.copy

const noteOf = ({ number, state, condition }: Item): string[] => {
  const said = [state === 'missing' && copyStateLabel.missing, condition].filter(Boolean).join('，')
  return said === '' ? [] : [`${number}：${said}`]
}

/** Before every piece was checked the counts are not known yet. */
const COUNTED: readonly HandoverState[] = ['checked', 'supervised', 'done']

const lineOf = (items: readonly Item[], counted: boolean): HandoverLine => {
  const { id, title, symbol, mark } = (items[0] as Item).document
  return {
    id,
    title,
    symbol,
    mark,
    copies: items.map(({ number, copyNo }) => ({ number, copyNo })),
    found: counted ? items.filter(({ foundAt }) => foundAt !== null).length : null,
    notes: items.flatMap(noteOf),
  }
}

/** The lines of a 移交清单: each document once, with its copies. */
export const handoverLines = (list: readonly Item[], state: HandoverState): HandoverLine[] => {
  const documents = Map.groupBy(list.toSorted(inOrderOf), ({ document }) => document.id)
  return [...documents.values()].map((items) => lineOf(items, COUNTED.includes(state)))
}
