import type { publicationPapers } from '../../../contract/paper.ts'
import { highestMark } from '../documents/marking.ts'
import type { Desk } from '../door/unit.ts'
import { listedIn, reviewsOf } from '../publication/reading.ts'
import { documentsOf } from '../review/records.ts'
import { frame } from './frame.ts'
import { marksOf } from './marks.ts'

/** What 主动公开 prints. A book that names what comes from a classified paper bears that paper's mark. */
export const publicationPapersDesk: Desk<typeof publicationPapers> = {
  'paper.publications': (work, { year, class: heading }) => {
    const rows = listedIn(work, year, heading)
    const marks = highestMark(marksOf(work.read, documentsOf(work.read, reviewsOf(rows))))
    return {
      frame: frame(work, { form: 'publications', about: `公开目录${year}`, fileStem: `公开目录-${year}`, ...marks }),
      year,
      class: heading ?? null,
      rows,
    }
  },
}
