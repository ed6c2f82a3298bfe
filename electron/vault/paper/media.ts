import type { mediaPapers } from '../../../contract/paper.ts'
import { highestMark, levelAlone } from '../documents/marking.ts'
import type { Desk } from '../door/unit.ts'
import { get as mediumView, usesWithin, wholeLedger } from '../media/reading.ts'
import { frame, withoutBrackets } from './frame.ts'
import { yearSpan } from './year.ts'

/**
 * What 载体设备 prints. The ledger holds numbers, names and places: no state secret, but it is not for everybody. What a carrier was used for and
 * what was done with it is typed freely and may name what lies on it, so that those sheets bear the carrier's level.
 */
export const mediaPapersDesk: Desk<typeof mediaPapers> = {
  'paper.media': (work, { of }) => {
    if (of.sheet === 'ledger') {
      const day = work.wall.slice(0, 10)
      const print = { form: 'media', about: `载体设备台账${day}`, fileStem: `载体设备台账-${day}`, ...highestMark([]) } as const
      return { sheet: 'ledger', lines: wholeLedger(work), frame: frame(work, print) }
    }
    const { year } = of
    const lines = usesWithin(work, yearSpan(year)).map(({ acts: _next, ...use }) => use)
    const marks = highestMark(lines.map(({ medium }) => levelAlone(medium.level)))
    const print = { form: 'mediaUses', about: `载体领用登记${year}`, fileStem: `载体领用登记-${year}`, ...marks } as const
    return { sheet: 'uses', year, lines, frame: frame(work, print) }
  },
  'paper.mediumRecord': (work, input) => {
    const { uses: _taken, history: _past, acts: _next, ...medium } = mediumView(work, input)
    const print = {
      form: 'mediumRecord',
      about: medium.number,
      fileStem: `维修维护登记-${withoutBrackets(medium.number)}`,
      ...highestMark([levelAlone(medium.level)]),
    } as const
    return { frame: frame(work, print), medium }
  },
}
