import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import type { DisclosureLine } from '../../../contract/paper.ts'
import type { Query, Read } from '../door/unit.ts'
import { get, receivedIn } from './reading.ts'

/** Characters of what is asked for that the 台账 repeats; the 登记表 has them all. */
const REPEATED = 200
const briefly = (content: string): string => {
  const characters = Array.from(content.replaceAll('\n', ' '))
  return characters.length > REPEATED ? `${characters.slice(0, REPEATED).join('')}……（全文见登记表）` : characters.join('')
}

/** What became of one thing asked for: the letter of its reply, if there is one. */
const replyOf = ({ letters }: DisclosureView, { id, replies }: DisclosureView['items'][number]): NonNullable<DisclosureLine['item']>['reply'] => {
  const approved = replies.findLast(({ approved }) => approved === true)
  const letter = letters.findLast(({ kind, item }) => kind === 'reply' && item === id)
  return approved && letter
    ? { kind: approved.kind, letter: letter.number, writtenOn: letter.writtenOn, deliveredOn: letter.delivery?.deliveredOn ?? null }
    : null
}

/** One application in the 台账: a line for each thing asked for, or one alone while it is not registered. */
export const ledgerLines = (query: Query, { id }: { id: number }): DisclosureLine[] => {
  const view = get(query, { disclosure: id })
  const { number, state, receivedOn, channel, applicant, applicantKind, items } = view
  const head = { id, number, state, receivedOn, channel, applicant, applicantKind }
  if (items.length === 0) return [{ ...head, item: null, content: briefly(view.versions.at(-1)?.content ?? '') }]
  return items.map((item) => ({
    ...head,
    content: briefly(item.content),
    item: {
      ordinal: item.ordinal,
      of: items.length,
      state: item.state,
      department: item.handler.department,
      handler: item.handler.name,
      due: item.clock.due,
      extension: item.extension?.approved ? item.extension.days : null,
      consults: item.consults.map(({ whom, answer }) => ({ whom, answer })),
      reply: replyOf(view, item),
    },
  }))
}

/** The 台账 of the applications received in a year that this person sees, as they were numbered. */
export const ledgerOfYear = (query: Query, year: number): DisclosureLine[] =>
  receivedIn(query, `${year}-01-01`, `${year}-12-31`).flatMap((id) => ledgerLines(query, { id }))

/** The registered papers that the reviews behind these applications come from: what is printed of them bears their mark. */
export const documentsBehind = (read: Read, disclosures: readonly number[]): number[] =>
  read
    .all<{ document: number }>(
      `SELECT DISTINCT review.document FROM json_each(?) AS named JOIN disclosure_item AS item ON item.disclosure = named.value
       JOIN review ON review.item = item.id WHERE review.document IS NOT NULL`,
      JSON.stringify(disclosures),
    )
    .map(({ document }) => document)
