/** The Friday of that week, at the desks that keep, count, destroy and answer for paper. */
import { lock } from '../acts.ts'
import { officers, staff } from '../cast.ts'
import { comesIn, type Stage } from '../stage.ts'
import { accepted, reported } from './breaches.ts'
import { compilation } from './compilation.ts'
import { disclosure } from './disclosure.ts'
import { disposal } from './disposal.ts'
import { forms } from './forms.ts'
import { handover } from './handover.ts'
import { keeping } from './keeping.ts'
import { media } from './media.ts'
import { openness } from './openness.ts'
import { outgoing } from './outgoing.ts'
import { labels, periods } from './periods.ts'
import { review } from './review.ts'
import { reviewText } from './review-text.ts'

/** Begins and ends with nobody signed in. */
export const friday = async (stage: Stage): Promise<void> => {
  await comesIn(stage, '2026-03-13T08:45:00+08:00', staff.reader)
  await reported(stage)
  await lock(stage.hand)
  await comesIn(stage, '2026-03-13T08:50:00+08:00', staff.officer)
  for (const part of [accepted, keeping, disposal, handover, media, outgoing, periods, labels]) await part(stage)
  await lock(stage.hand)
  await comesIn(stage, '2026-03-13T08:55:00+08:00', officers.securityAdmin)
  await forms(stage)
  await lock(stage.hand)
  await compilation(stage)
  await review(stage)
  await reviewText(stage)
  await disclosure(stage)
  await openness(stage)
}
