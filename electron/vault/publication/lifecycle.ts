import { PUBLICATION_STATES, type PublicationState, publicationStateLabel } from '../../../contract/terms.ts'
import type { Lifecycle, Step } from '../door/lifecycle.ts'

type Way = Step<PublicationState>
/** What was ended, and comes back by the release of a text that was reviewed after it. */
const ENDED = ['takenDown', 'withdrawn', 'withheld'] as const

/**
 * 公开目录: 待公开 → 已公开 → 已下网 or 已撤回; or 不予公开, or 作废. × made public but by the 发布登记 of its review (B1); × taken off the 网站
 * before its year is over, or what stays for good (A三(三)); × the same text again after it was ended (C六).
 */
export const publicationLifecycle: Lifecycle<PublicationState> = {
  table: 'publication',
  label: '公开目录',
  states: PUBLICATION_STATES,
  stateLabel: publicationStateLabel,
  begins: ['listed'],
  steps: [
    { from: 'listed', to: 'published', by: ['publication.enter', 'publication.link', 'review.release'], clause: 'B1' },
    { from: 'published', to: 'takenDown', by: ['publication.end'], clause: 'A3(3)' },
    ...(['published', 'takenDown'] as const).map((from): Way => ({ from, to: 'withdrawn', by: ['publication.end'], clause: 'C6(2)' })),
    { from: 'listed', to: 'withheld', by: ['publication.end'], clause: 'A1' },
    { from: 'listed', to: 'cancelled', by: ['publication.end'], clause: 'A3(1)' },
    ...ENDED.map((from): Way => ({ from, to: 'published', by: ['review.release'], clause: 'C6(2)' })),
  ],
  otherwise: 'A3(1)',
}
