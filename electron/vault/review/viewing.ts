import type { ReviewConsult, ReviewReferral, ReviewRelease, ReviewStepView, ReviewVersion } from '../../../contract/review-views.ts'
import type { ShownDeadline } from '../../../contract/deadlines.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import { type Channel, CHECK_ITEMS, type ConsultAnswer, REFER_DAYS, type ReviewConclusion, type ReviewDecision } from '../../../contract/terms.ts'
import { clockAt } from '../calendar/deadlines.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import { wallClock } from '../door/clock.ts'
import type { Read } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { clockOfConsult, dueOfConsult } from './asking.ts'
import { channelsOf, lastOf, type ReviewRecord, standing, type StepRecord, type VersionRecord } from './records.ts'
import { redactionsOf } from './texts.ts'

/** A version as it was entered. */
export const versionView = (read: Read, row: VersionRecord): ReviewVersion => ({
  version: row.version,
  by: nameOf(read, row.by_person),
  at: row.at,
  title: row.title,
  symbol: row.symbol,
  summary: row.summary,
  attribute: row.attribute,
  madeOn: row.made_on,
  pages: row.pages,
  digest: row.digest,
  text: row.released === null ? null : { deletions: redactionsOf(row).length, released: row.released },
  channels: channelsOf(row),
  channelNote: row.channel_note,
  plannedOn: row.planned_on,
  audience: row.audience,
  transferred: row.transferred === 1,
  changes: row.changes,
  declassification: row.declassification === null ? null : JSON.parse(row.declassification),
})

const marked = (read: Read, step: StepRecord) => signatureMark(read, step.signature) as SignatureMark

/** Every signed step, oldest first, with whether it stands. */
export const stepViews = (read: Read, { version }: ReviewRecord, steps: readonly StepRecord[]): ReviewStepView[] => {
  const stand = new Set(standing(steps, version).map(({ id }) => id))
  return steps.map((step) => {
    const { id, act, outcome, words, facts } = step
    const checklist =
      facts.checklist && CHECK_ITEMS.map((item) => ({ item, level: null, ...(facts.checklist as NonNullable<typeof facts.checklist>)[item] }))
    return {
      id,
      act,
      version: step.version,
      stands: stand.has(id),
      words,
      signature: marked(read, step),
      outcome: act === 'opinion' || act === 'decide' ? (outcome as ReviewDecision) : null,
      agree: act === 'examine' ? outcome === 'agree' : null,
      seat: facts.seat ?? null,
      to: facts.to === undefined ? null : nameOf(read, facts.to),
      checklist: checklist ?? null,
      basis: facts.basis ?? [],
      interest: facts.interest ?? null,
    }
  })
}

/** Whoever was asked, with the clock and what came of it (B4). */
export const consultViews = (read: Read, { version }: ReviewRecord, steps: readonly StepRecord[]): ReviewConsult[] => {
  const calendars = loadedCalendars(read)
  return steps
    .filter(({ act }) => act === 'consult')
    .map((step) => {
      const reply = steps.find(({ act, facts }) => act === 'consulted' && facts.consult === step.id)
      return {
        id: step.id,
        version: step.version,
        to: step.words as string,
        letter: step.facts.letter ?? null,
        sentOn: step.facts.sentOn as string,
        days: step.facts.days as number,
        due: dueOfConsult(calendars, step),
        clock: clockAt(calendars, { ...clockOfConsult(step), open: reply === undefined && step.version === version, limit: 'thirdParty' }),
        answer: (reply?.outcome as ConsultAnswer | undefined) ?? null,
        answeredOn: reply?.facts.answeredOn ?? null,
        words: reply?.words ?? null,
      }
    })
}

/** What was referred upward, and its 批复 (B14). */
export const referralViews = (steps: readonly StepRecord[]): ReviewReferral[] =>
  steps.flatMap((step, at) => {
    if (step.act !== 'refer') return []
    const reply = steps.slice(at).find(({ act, version }) => act === 'reply' && version === step.version)
    const { letter, sentOn, text, cause, others } = step.facts
    return {
      version: step.version,
      letter: letter as string,
      organ: step.words as string,
      sentOn: sentOn as string,
      text: text as string,
      cause: cause as string,
      others: others ?? [],
      reply: reply
        ? {
            number: reply.facts.number as string,
            repliedOn: reply.facts.repliedOn as string,
            conclusion: reply.outcome as ReviewConclusion,
            words: reply.words,
          }
        : null,
    }
  })

/** Where and when each version was made public. */
export const releaseViews = (read: Read, steps: readonly StepRecord[]): ReviewRelease[] =>
  steps
    .filter(({ act }) => act === 'release')
    .map((step) => ({
      version: step.version,
      channel: step.outcome as Channel,
      where: step.words as string,
      releasedOn: step.facts.releasedOn as string,
      signature: marked(read, step),
    }))

/** Until when what is not certain is to be referred: ten working days from the opinion that said so (实施条例25). */
export const referClock = (
  read: Read,
  { version, state }: Pick<ReviewRecord, 'version' | 'state'>,
  steps: readonly StepRecord[],
): ShownDeadline | null => {
  if (!(['opined', 'examined', 'toRefer'] as const).some((one) => one === state)) return null
  const opinion = lastOf(standing(steps, version), 'opinion')
  if (opinion?.outcome !== 'refer') return null
  const from = wallClock(new Date(opinion.at)).slice(0, 10)
  return clockAt(loadedCalendars(read), { from, days: REFER_DAYS, open: true, limit: null })
}
