import type { DestructionView, ReturnView } from '../../../contract/disposal-views.ts'
import type { disposalPapers, ReturnLine } from '../../../contract/paper.ts'
import type { Level } from '../../../contract/terms.ts'
import { get } from '../disposal/viewing.ts'
import { highestMark, levelAlone } from '../documents/marking.ts'
import type { Desk, Query, Read } from '../door/unit.ts'
import { destructionById, returnById } from '../disposal/records.ts'
import { frame, withoutBrackets } from './frame.ts'
import { inOrderOf } from './handover.ts'
import { marksOf } from './marks.ts'

type Item = ReturnView['list'][number]

const noteOf = ({ number, withheld, withdrawn }: Item): string[] => {
  const said = withheld ?? (withdrawn === null ? null : `取出，${withdrawn}`)
  return said === null ? [] : [`${number}：${said}`]
}

/** The count stands on the paper once every difference is explained. */
const lineOf = (items: readonly Item[], whole: boolean): ReturnLine => {
  const { id, title, symbol, mark } = (items[0] as Item).document
  return {
    id,
    title,
    symbol,
    mark,
    copies: items.map(({ number, copyNo }) => ({ number, copyNo })),
    going: whole ? items.filter(({ foundAt, withheld, withdrawn }) => foundAt !== null && withheld === null && withdrawn === null).length : null,
    notes: items.flatMap(noteOf),
  }
}

/** The lines of a 清退清单, 按文号排列: each document once, with its copies. */
export const returnLines = (list: readonly Item[]): ReturnLine[] => {
  const whole = list.every(({ foundAt, withheld, withdrawn }) => (foundAt ?? withheld ?? withdrawn) !== null)
  const documents = Map.groupBy(list.toSorted(inOrderOf), ({ document }) => document.id)
  return [...documents.values()].map((items) => lineOf(items, whole))
}

/** The highest mark of all that is on the list: of a carrier its level alone, which has no period. */
const markOf = (read: Read, documents: readonly { document: { id: number } }[], levels: readonly Level[] = []) =>
  highestMark([
    ...marksOf(
      read,
      documents.map(({ document }) => document.id),
    ),
    ...levels.map(levelAlone),
  ])

/** A list as its desk shows it; `get` gives either kind. */
export const returnShown = (query: Query, id: number): ReturnView => {
  returnById(query.read, id)
  return get(query, { kind: 'return', id }) as ReturnView
}
export const destructionShown = (query: Query, id: number): DestructionView => {
  destructionById(query.read, id)
  return get(query, { kind: 'destruction', id }) as DestructionView
}

/** What 清退 and 销毁 print. */
export const disposalPapersDesk: Desk<typeof disposalPapers> = {
  'paper.returnList': (work, { returnList: id }) => {
    const { list, history: _past, acts: _next, ...returnList } = returnShown(work, id)
    const { number } = returnList
    const print = { form: 'returnList', about: number, fileStem: `清退清单-${withoutBrackets(number)}`, ...markOf(work.read, list) } as const
    return { frame: frame(work, print), returnList, lines: returnLines(list) }
  },
  'paper.destruction': (work, { destruction: id }) => {
    const { history: _past, acts: _next, ...destruction } = destructionShown(work, id)
    const { number, list, media } = destruction
    const marks = markOf(
      work.read,
      list,
      media.map(({ level }) => level),
    )
    return { frame: frame(work, { form: 'destruction', about: number, fileStem: `销毁清单-${withoutBrackets(number)}`, ...marks }), destruction }
  },
}
