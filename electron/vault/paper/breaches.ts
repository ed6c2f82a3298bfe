import type { breachPapers } from '../../../contract/paper.ts'
import { get as breachView } from '../breaches/reading.ts'
import type { Desk } from '../door/unit.ts'
import { highestMark } from '../documents/marking.ts'
import { frame, withoutBrackets } from './frame.ts'
import { marksOf } from './marks.ts'

/** What 违规遗失 prints. */
export const breachPapersDesk: Desk<typeof breachPapers> = {
  'paper.breach': (work, input) => {
    const { reporter: _hidden, history: _past, acts: _next, ...breach } = breachView(work, input)
    const marks = highestMark(
      marksOf(
        work.read,
        breach.list.map(({ document }) => document.id),
      ),
    )
    const print = { form: 'breach', about: breach.number, fileStem: `违规事件表-${withoutBrackets(breach.number)}`, ...marks } as const
    return { frame: frame(work, print), breach }
  },
}
