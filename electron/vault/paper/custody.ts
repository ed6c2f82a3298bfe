import type { custodyPapers } from '../../../contract/paper.ts'
import { lateLabel } from '../../../contract/terms.ts'
import { highestMark } from '../documents/marking.ts'
import type { Desk, Query } from '../door/unit.ts'
import { get as handoverView } from '../handover/reading.ts'
import { boxesOf } from '../keeping/boxes.ts'
import { contentOf, looseNow } from '../keeping/kept.ts'
import { get as stockTakingView } from '../keeping/reading.ts'
import { boxById } from '../keeping/records.ts'
import { lentNow } from '../lending/out.ts'
import { get as loanView, visitsWithin } from '../lending/reading.ts'
import { get as reproductionView } from '../reproduction/reading.ts'
import { copyLedger } from './copy-ledger.ts'
import { frame, withoutBrackets } from './frame.ts'
import { handoverLines } from './handover.ts'
import { marksOf } from './marks.ts'
import { yearSpan } from './year.ts'

/** One box as it stands on paper. */
const boxShown = ({ read }: Query, id: number) => {
  boxById(read, id, 'box')
  const { changes: _changes, ...box } = boxesOf(read, id)[0] as ReturnType<typeof boxesOf>[number]
  return box
}

/** What 复制, 查阅借用, 归档清点 and 离岗移交 print. */
export const custodyPapersDesk: Desk<typeof custodyPapers> = {
  'paper.reproduction': (work, input) => {
    const { history: _past, acts: _next, ...reproduction } = reproductionView(work, input)
    const { number, sources } = reproduction
    const marks = highestMark(
      marksOf(
        work.read,
        sources.map(({ document }) => document.id),
      ),
    )
    return {
      frame: frame(work, { form: 'reproduction', about: number, fileStem: `复制审批单-${withoutBrackets(number)}`, ...marks }),
      reproduction,
    }
  },
  'paper.copyLedger': (work, { year, level }) => {
    const { lines, marked } = copyLedger(work.read, year, level)
    const print = { form: 'copyLedger', about: `复制件台账${year}`, fileStem: `复制件台账-${year}`, ...highestMark(marked) } as const
    return { frame: frame(work, print), year, lines }
  },
  'paper.loan': (work, input) => {
    const { history: _past, acts: _next, ...loan } = loanView(work, input)
    const marks = highestMark(marksOf(work.read, [loan.copy.document.id]))
    const print = { form: 'loan', about: loan.number, fileStem: `借用审批单-${withoutBrackets(loan.number)}`, ...marks } as const
    return { frame: frame(work, print), loan }
  },
  'paper.visits': (work, { year }) => {
    const lines = visitsWithin(work, yearSpan(year))
    const marks = highestMark(
      marksOf(
        work.read,
        lines.flatMap(({ copies }) => copies.map(({ document }) => document.id)),
      ),
    )
    return { frame: frame(work, { form: 'visits', about: `查阅登记簿${year}`, fileStem: `查阅登记簿-${year}`, ...marks }), year, lines }
  },
  'paper.lent': (work, asked) => {
    const { lines, missing, held } = lentNow(work, asked)
    const marks = highestMark(
      marksOf(
        work.read,
        lines.map(({ copy }) => copy.document.id),
      ),
    )
    const day = work.wall.slice(0, 10)
    const late = asked.late ?? null
    const name = `${held ? '个人持有清单' : '在外清单'}${late ? lateLabel[late] : ''}`
    const stem = held ? `${name}-${held.person.id}-${day}` : `${name}-${day}`
    const print = { form: held ? 'holdings' : 'lent', about: `${name}${held?.person.name ?? ''}${day}`, fileStem: stem, ...marks } as const
    return { frame: frame(work, print), late, lines, missing, held }
  },
  'paper.handover': (work, input) => {
    const { list, duties: _owed, changed: _changed, history: _past, acts: _next, ...handover } = handoverView(work, input)
    const marks = highestMark(
      marksOf(
        work.read,
        list.map(({ document }) => document.id),
      ),
    )
    const print = { form: 'handover', about: handover.number, fileStem: `移交清单-${withoutBrackets(handover.number)}`, ...marks } as const
    return { frame: frame(work, print), handover, lines: handoverLines(list, handover.state) }
  },
  'paper.stockTaking': (work, input) => {
    const { absent: _left, history: _past, acts: _next, ...stockTaking } = stockTakingView(work, { ...input, absent: false })
    const marks = highestMark(
      marksOf(
        work.read,
        [...stockTaking.missing, ...stockTaking.surplus, ...stockTaking.moved].map(({ document }) => document.id),
      ),
    )
    const print = { form: 'stockTaking', about: stockTaking.number, fileStem: `清点表-${withoutBrackets(stockTaking.number)}`, ...marks } as const
    return { frame: frame(work, print), stockTaking }
  },
  'paper.box': (work, { box: id }) => {
    const shown = id === undefined ? null : boxShown(work, id)
    const lines = id === undefined ? looseNow(work) : contentOf(work, id)
    const marks = highestMark(
      marksOf(
        work.read,
        lines.map(({ document }) => document.id),
      ),
    )
    const day = work.wall.slice(0, 10)
    const print = shown
      ? ({ form: 'box', about: shown.number, fileStem: `箱内清单-${shown.number}`, ...marks } as const)
      : ({ form: 'loose', about: `办结未入箱清单${day}`, fileStem: `办结未入箱清单-${day}`, ...marks } as const)
    return { frame: frame(work, print), box: shown, lines }
  },
}
