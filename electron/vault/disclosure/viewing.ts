import type {
  ApplicationVersion,
  DisclosureConsult,
  DisclosureItem,
  DisclosureLetter,
  DisclosureReply,
  DisclosureStepView,
  DisclosureView,
} from '../../../contract/disclosure-views.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { Delivery, LetterKind, ReplyKind } from '../../../contract/terms.ts'
import { deadlinesOf, deadlineView } from '../calendar/deadlines.ts'
import { loadedCalendars } from '../calendar/loaded.ts'
import type { Calendars } from '../calendar/working-days.ts'
import type { Query, Read } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { nameOf } from '../people/names.ts'
import { actsOnItem } from './acts.ts'
import { consultClock, itemClock } from './clocks.ts'
import { bearsOf, reviewsOf, standsStill } from './following.ts'
import { type ApplicationRecord, consultsOf, type DisclosureRecord, type ItemRecord, lastOf, ofItem, type StepRecord } from './records.ts'

const marked = (read: Read, { signature }: Pick<StepRecord, 'signature'>) => signatureMark(read, signature) as SignatureMark

/** A version as it was entered. */
export const versionView = (read: Read, row: ApplicationRecord): ApplicationVersion => ({
  version: row.version,
  by: nameOf(read, row.by_person),
  at: row.at,
  receivedOn: row.received_on,
  kind: row.kind,
  name: row.name,
  evidence: row.evidence,
  evidenceNo: row.evidence_no,
  agent: row.agent,
  telephone: row.telephone,
  address: row.address,
  email: row.email,
  content: row.content,
  providedAs: row.provided_as,
  obtainedBy: row.obtained_by,
})

export const stepViews = (read: Read, steps: readonly StepRecord[]): DisclosureStepView[] =>
  steps.map((step) => ({ id: step.id, act: step.act, item: step.item, words: step.words, signature: marked(read, step) }))

/** 补正, if it was asked for. */
export const supplementView = (read: Read, { id }: DisclosureRecord, steps: readonly StepRecord[]): DisclosureView['supplement'] => {
  const asked = lastOf(steps, 'askSupplement')
  if (!asked) return null
  const { lacks = [], toldOn = '', days = 0 } = asked.facts
  const clock = deadlinesOf(read, { of: 'disclosure', record: id }).find(({ kind }) => kind === 'supplement')
  const receivedOn = lastOf(steps, 'supplement')?.facts.receivedOn ?? null
  return { lacks, words: asked.words, toldOn, days, due: clock?.due ?? null, receivedOn }
}

const consultViews = (read: Read, calendars: Calendars, steps: readonly StepRecord[]): DisclosureConsult[] =>
  consultsOf(steps).map(({ asked, whom, reply, answer }) => ({
    id: asked.id,
    whom,
    to: asked.words as string,
    about: asked.facts.about as string,
    sentOn: asked.facts.sentOn as string,
    clock: deadlineView(read, calendars, consultClock(read, asked.id, whom)),
    answer,
    answeredOn: reply?.facts.answeredOn ?? null,
    words: reply?.words ?? null,
  }))

/** What was given out stands, whatever became of its review since. */
const replyViews = (read: Read, { state }: ItemRecord, steps: readonly StepRecord[]): DisclosureReply[] =>
  steps
    .filter(({ act }) => act === 'reply')
    .map((step) => {
      const decided = steps.find(({ act, facts }) => (act === 'approve' || act === 'giveBack') && facts.reply === step.id)
      return {
        id: step.id,
        kind: step.outcome as ReplyKind,
        reason: step.words,
        given: step.facts.given ?? null,
        organ: step.facts.organ ?? null,
        review: step.facts.review ?? null,
        drafted: marked(read, step),
        approved: decided ? decided.act === 'approve' : null,
        opinion: decided?.words ?? null,
        decided: decided ? marked(read, decided) : null,
        repliedOn: decided?.facts.repliedOn ?? null,
        late: decided?.facts.late ?? null,
        stands: (state === 'delivered' && decided?.act === 'approve') || standsStill(read, step),
      }
    })

/** The last extension that was asked for. */
const extensionView = (read: Read, steps: readonly StepRecord[]): DisclosureItem['extension'] => {
  const asked = lastOf(steps, 'requestExtension')
  if (!asked) return null
  const decided = steps.find(({ facts }) => facts.requested === asked.id)
  return {
    days: asked.facts.days as number,
    reason: asked.words as string,
    requested: marked(read, asked),
    approved: decided ? decided.act === 'extend' : null,
    decided: decided ? marked(read, decided) : null,
  }
}

/** One item with its clock, reviews, askings, extension and replies. */
export const itemView = (query: Query, disclosure: DisclosureRecord, item: ItemRecord, all: readonly StepRecord[]): DisclosureItem => {
  const { read } = query
  const calendars = loadedCalendars(read)
  const steps = ofItem(all, item.id)
  const person = read.get<{ name: string; department: string }>('SELECT name, department FROM person WHERE id = ?', item.handler)
  return {
    id: item.id,
    ordinal: item.ordinal,
    content: item.content,
    state: item.state,
    handler: { id: item.handler, name: person?.name ?? '', department: person?.department ?? '' },
    clock: deadlineView(read, calendars, itemClock(read, item)),
    extension: extensionView(read, steps),
    reviews: reviewsOf(read, item.id).map(({ outcome, ...review }) => ({ ...review, bears: bearsOf({ state: review.state, outcome }) })),
    consults: consultViews(read, calendars, steps),
    replies: replyViews(read, item, steps),
    acts: actsOnItem(query, { disclosure, item, steps }),
  }
}

type LetterLine = {
  id: number
  number: string
  kind: LetterKind
  item: number | null
  addressee: string
  written_on: string
  wording: string
  step: number
  signature: number
}

/** Every letter, with how it was delivered; a reply that does not stand any more is not given out. */
export const letterViews = (read: Read, { id }: DisclosureRecord, items: readonly ItemRecord[], steps: readonly StepRecord[]): DisclosureLetter[] =>
  read
    .all<LetterLine>(
      'SELECT id, number, kind, item, addressee, written_on, wording, step, signature FROM disclosure_letter WHERE disclosure = ? ORDER BY id',
      id,
    )
    .map((line) => {
      const delivery = steps.find(({ act, facts }) => act === 'deliver' && facts.letter === line.id)
      const item = items.find((one) => one.id === line.item)
      const last = item && lastOf(ofItem(steps, item.id), 'approve')
      const stands =
        line.kind !== 'reply' || delivery !== undefined || ((item?.state === 'answered' || item?.state === 'delivered') && last?.id === line.step)
      return {
        id: line.id,
        number: line.number,
        kind: line.kind,
        item: line.item,
        to: line.addressee,
        writtenOn: line.written_on,
        wording: line.wording,
        signature: marked(read, line),
        delivery: delivery
          ? {
              how: delivery.outcome as Delivery,
              deliveredOn: delivery.facts.deliveredOn as string,
              receipt: delivery.words,
              signature: marked(read, delivery),
            }
          : null,
        stands,
      }
    })
