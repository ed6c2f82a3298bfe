import type { publicationPapers } from '../../../contract/paper.ts'
import { highestMark } from '../documents/marking.ts'
import type { Desk } from '../door/unit.ts'
import { listedIn, reviewsOf } from '../publication/reading.ts'
import { marksOfReviews } from '../review/marks.ts'
import { frame } from './frame.ts'

/** What 主动公开 prints. A book that names what comes from a classified paper, or was answered to be a state secret, bears that mark. */
export const publicationPapersDesk: Desk<typeof publicationPapers> = {
  'paper.publications': (work, { year, class: heading, onlyPublic }) => {
    const rows = listedIn(work, year, heading).filter(({ state }) => !onlyPublic || state === 'published')
    const marks = highestMark(marksOfReviews(work.read, reviewsOf(rows)))
    return {
      frame: frame(work, { form: 'publications', about: `公开目录${year}`, fileStem: `公开目录-${year}`, ...marks }),
      year,
      class: heading ?? null,
      onlyPublic,
      rows,
    }
  },
}
