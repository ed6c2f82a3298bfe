import {
  be,
  endings,
  entry,
  plainText,
  publicationListed,
  publicationPublished,
  publicationReviewed,
  publicationYearOld,
  reviewDrafted,
} from '../records.ts'
import { plain, type Inputs } from './base.ts'

/** The desk 主动公开. */
export const publicationInputs: Inputs<'publication'> = {
  'publication.enter': {
    by: '陈科',
    inputs: async (office) => {
      const { review } = await reviewDrafted(office)
      return [{ ...entry({ review, channels: ['site', 'elsewhere'] }), channelNote: '社区广播' }]
    },
  },
  'publication.link': {
    by: '陈科',
    inputs: async (office) => {
      const { publication } = await publicationListed(office)
      const { review } = await reviewDrafted(office, plainText)
      return [{ publication, review }]
    },
  },
  'publication.end': {
    by: '韩综',
    inputs: async (office) => {
      const old = await publicationYearOld(office)
      const published = await publicationPublished(office)
      const refused = await publicationReviewed(office, 'withheld')
      const listed = await publicationListed(office)
      await be(office, '韩综')
      return [
        { publication: old.publication, ending: endings.takenDown },
        { publication: published.publication, ending: endings.withdrawn },
        { publication: refused.publication, ending: endings.withheld },
        { publication: listed.publication, ending: endings.cancelled },
      ]
    },
  },
  'publication.list': plain('韩综', {
    standing: 'toTakeDown',
    class: 'other',
    year: 2026,
    overdue: false,
    toTakeDown: true,
    waiting: true,
    text: '公告',
    after: 100,
    limit: 10,
  }),
  'publication.get': {
    by: '韩综',
    inputs: async (office) => {
      const { publication } = await publicationReviewed(office)
      await be(office, '韩综')
      return [{ publication }]
    },
  },
}
