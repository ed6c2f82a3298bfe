import {
  endings,
  publicationEnded,
  publicationListed,
  publicationPublished,
  publicationReviewed,
  publicationYearOld,
  reviewDrafted,
} from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

const of =
  (make: (office: Scene['office']) => Promise<{ publication: number }>) =>
  async ({ office }: Scene): Promise<About> => ({ publication: (await make(office)).publication })

/** 公开目录 in each state, and where its review says otherwise. */
export const publicationWorlds: readonly World[] = [
  world({ publication: 'listed' }, '关联审查 目录作废', of(publicationListed)),
  world({ publication: 'listed' }, '目录发布 关联审查 目录作废', of(publicationReviewed)),
  world(
    { publication: 'listed' },
    '关联审查 不予公开 目录作废',
    of((office) => publicationReviewed(office, 'withheld')),
  ),
  world({ publication: 'published' }, '目录发布 撤回', of(publicationPublished)),
  world({ publication: 'published' }, '目录发布 登记下网 撤回', of(publicationYearOld)),
  world(
    { publication: 'takenDown' },
    '目录发布 撤回',
    of((office) => publicationEnded(office, 'takenDown')),
  ),
  ...(['withdrawn', 'withheld', 'cancelled'] as const).map((how) =>
    world(
      { publication: how },
      '',
      of((office) => publicationEnded(office, how)),
    ),
  ),
]

const ending = (as: string, how: keyof typeof endings): Attempt =>
  attempt(as, 'publication.end', 'publication', ({ publication }) => ({ publication, ending: endings[how] }), '陈科')

export const publicationAttempts: readonly Attempt[] = [
  attempt(
    '目录发布',
    'review.release',
    'publication',
    async ({ publication }, { office, store }) => {
      const [reviewed] = store.all<{ review: number | null }>('SELECT review FROM publication WHERE id = ?', publication)
      // Of an entry without a review nothing is released but the text of another
      return {
        review: reviewed?.review ?? (await reviewDrafted(office)).review,
        version: 1,
        channel: 'board',
        where: '公开栏',
        releasedOn: '2026-03-10',
      }
    },
    '陈科',
  ),
  attempt(
    '关联审查',
    'publication.link',
    'publication',
    async ({ publication }, { office }) => ({ publication, review: (await reviewDrafted(office)).review }),
    '陈科',
  ),
  ending('登记下网', 'takenDown'),
  ending('撤回', 'withdrawn'),
  ending('不予公开', 'withheld'),
  ending('目录作废', 'cancelled'),
]
