import type { group, GroupTerm } from '../../../contract/group.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { type Role, roleLabel, type Seat, seatLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Read, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { personRow, rolesOf } from './changes.ts'
import { isSamePerson } from './identity.ts'
import { signatureMark } from './marks.ts'

type Term = {
  id: number
  person: number
  name: string
  department: string
  seat: Seat
  from_day: string
  until_day: string | null
  paper: string
  signature: number
  ended_on: string | null
  reason: string | null
  end_signature: number | null
}
const TERMS = 'SELECT t.*, person.name, person.department FROM group_term AS t JOIN person ON person.id = t.person'

const EVER = '9999-12-31'
/** The last day of a term as it stands. */
const lastDayOf = ({ until_day, ended_on }: Pick<Term, 'until_day' | 'ended_on'>): string => ended_on ?? until_day ?? EVER
/** Whether a term holds on this day: from its first to its last, both included. */
export const holdsOn = (term: Pick<Term, 'from_day' | 'until_day' | 'ended_on'>, day: string): boolean =>
  term.from_day <= day && day <= lastDayOf(term)

const termsIn = (read: Read, seat?: Seat): Term[] => read.all<Term>(`${TERMS}${seat ? ` WHERE t.seat = '${seat}'` : ''} ORDER BY t.id DESC`)

/** Whether the unit entered its 领导小组 at all. Before that the duties of 审查人员 and 组长 stand alone. */
export const isGroupEntered = (read: Read): boolean => read.get('SELECT 1 FROM group_term LIMIT 1') !== undefined

/** Who holds a seat on this day. */
export const inOffice = (read: Read, seat: Seat, day: string): Term[] => termsIn(read, seat).filter((term) => holdsOn(term, day))

/** Terms in office whose last day by the appointment lies in these days. */
export const termsEnding = (read: Read, from: string, to: string): Term[] =>
  termsIn(read).filter((term) => holdsOn(term, from) && term.ended_on === null && term.until_day !== null && term.until_day <= to)

/** Whether a person holds this seat today, on whichever account; of a unit that entered no group, whether they may as their duty says. */
export const isSeated = ({ read, wall }: Pick<Query, 'read' | 'wall'>, person: number, seat: Seat): boolean =>
  !isGroupEntered(read) || inOffice(read, seat, wall.slice(0, 10)).some((term) => isSamePerson(read, term.person, person))

/** The seat that a signature is set from; null where the unit entered no group. */
export const seatOf = (read: Read, seat: Seat): Seat | null => (isGroupEntered(read) ? seat : null)

const overlap = (one: Term, from: string, until: string | undefined) => one.from_day <= (until ?? EVER) && from <= lastDayOf(one)

type Begins = Extract<Parsed<'people.seat'>['step'], { kind: 'begins' }>
type Ends = Extract<Parsed<'people.seat'>['step'], { kind: 'ends' }>

/** One 组长 at a time; nobody in the group twice at once; none of the three officers, who see no titles. */
const refuseTerm = (work: Work, { person, seat, from, until }: Begins): void => {
  const row = personRow({ read: work.read }, person, 'step.person')
  const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: 'B6', field: `step.${field}` })
  const officer = THREE_OFFICERS.find((role) => rolesOf(row).some((one: Role) => one === role))
  if (officer) no(`${row.name}是${roleLabel[officer]}，不接触文件标题，不能进入领导小组。`, 'person')
  if (row.account === 'disabled') no(`${row.name}的账户已停用，不能进入领导小组。`, 'person')
  if (until !== undefined && until < from) refuse('input.range', '任期的止日不得早于起日。', { clause: 'B6', field: 'step.until' })
  const terms = termsIn(work.read).filter((term) => overlap(term, from, until))
  const own = terms.find((term) => isSamePerson(work.read, term.person, person))
  if (own) no(`${row.name}在这段时间里已任${seatLabel[own.seat]}（自${own.from_day}）。请先登记原任期结束。`, 'from')
  const leader = seat === 'leader' ? terms.find((term) => term.seat === 'leader') : undefined
  if (leader) no(`这段时间里${leader.name}任组长（自${leader.from_day}），组长同时只有一人。请先登记原任期结束。`, 'from')
}

const begin = (work: Work, step: Begins): number => {
  refuseTerm(work, step)
  const { person, seat, from, until, paper } = step
  const said = { subject: person, seat, from, until: until ?? null, appointment: digestOfWords(paper) }
  const by = { by_person: work.asking.person.id, at: work.now.toISOString(), signature: work.sign(work.me(), 'group.set', said) }
  work.about(personRow(work, person).name)
  return work.insert('group_term', { person, seat, from_day: from, until_day: until ?? null, paper, ...by })
}

/** A term ends on a day that has come: who signed on it until then, signed in office. */
const end = (work: Work, { term: id, endedOn, reason }: Ends): number => {
  const term =
    work.read.get<Term>(`${TERMS} WHERE t.id = ?`, id) ?? refuse('input.unknownRecord', '没有这个任期，请从列表中选择。', { field: 'step.term' })
  work.about(term.name)
  const day = work.wall.slice(0, 10)
  const range = (message: string) => refuse('input.range', message, { clause: 'B6', field: 'step.endedOn' })
  if (term.ended_on !== null)
    refuse('rule.forbids', `${term.name}的这个任期已经登记结束，不再改动。再任的请另行登记。`, { clause: 'B6', field: 'step.term' })
  if (endedOn < term.from_day) range(`结束日不得早于任期的起日${term.from_day}。`)
  if (term.until_day !== null && endedOn > term.until_day) range(`任期原到${term.until_day}为止，结束日不得晚于这一天。延长的请另行登记。`)
  if (endedOn > day) refuse('input.future', '结束日不得晚于今天。', { clause: 'B6', field: 'step.endedOn' })
  const said = { subject: term.person, seat: term.seat, from: term.from_day, endedOn, reason: digestOfWords(reason) }
  const by = { ended_by: work.asking.person.id, ended_at: work.now.toISOString(), end_signature: work.sign(work.me(), 'group.end', said) }
  work.change('group_term', id, { ended_on: endedOn, reason, ...by })
  return id
}

const view = (read: Read, term: Term, day: string): GroupTerm => ({
  id: term.id,
  person: { id: term.person, name: term.name, department: term.department },
  seat: term.seat,
  from: term.from_day,
  until: term.until_day,
  paper: term.paper,
  standing: holdsOn(term, day) ? 'inOffice' : term.from_day > day && term.ended_on === null ? 'ahead' : 'over',
  set: signatureMark(read, term.signature) as SignatureMark,
  ended:
    term.ended_on === null
      ? null
      : { on: term.ended_on, reason: term.reason as string, signed: signatureMark(read, term.end_signature) as SignatureMark },
})

/** 登记领导小组任期: begun, or ended. */
const seat = (work: Work, { step }: Parsed<'people.seat'>): Output<'people.seat'> => ({
  id: step.kind === 'begins' ? begin(work, step) : end(work, step),
})

/** The 领导小组, on the desk 人员 (B5, B6). */
export const groupDesk: Desk<typeof group> = {
  'people.seat': seat,
  'people.group': ({ read, wall }) => ({ terms: termsIn(read).map((term) => view(read, term, wall.slice(0, 10))) }),
}
