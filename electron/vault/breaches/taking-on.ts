import type { Output, Parsed } from '../../../contract/index.ts'
import {
  BREACH_ROLES,
  BREACH_STATES,
  type BreachState,
  CONCLUDING_ROLES,
  copyStateLabel,
  GONE_STATES,
  holdKindLabel,
  type Role,
} from '../../../contract/terms.ts'
import { moveTo } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { loanLifecycle, visitLifecycle } from '../lending/lifecycle.ts'
import { isSamePerson } from '../people/identity.ts'
import { nameOf } from '../people/names.ts'
import { type BreachRecord, type ConcernedCopy, concerns, copiesOf, isLosing, openBreach, signStep } from './records.ts'

const isLeader = (work: Work): boolean => CONCLUDING_ROLES.some((role) => work.asking.roles.includes(role))

/** The 经办人 from now: whoever takes it on, or whom a leader names. */
const handlerMeant = (work: Work, breach: BreachRecord, named: number | undefined): number => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'E4', field: named === undefined ? 'breach' : 'handler' })
  const handler = named ?? work.asking.person.id
  if (breach.handler !== null && isSamePerson(work.read, breach.handler, handler)) no(`${breach.number}已由${nameOf(work.read, handler)}经办。`)
  if (breach.handler !== null && !isLeader(work)) no(`${breach.number}由${nameOf(work.read, breach.handler)}经办，需要换人的，请分管领导或组长改派。`)
  if (handler === work.asking.person.id) return handler
  if (!isLeader(work)) no('指定他人经办的，请分管领导或组长办理。')
  const row =
    work.read.get<{ name: string; roles: string; account: string }>('SELECT name, roles, account FROM person WHERE id = ?', handler) ??
    refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: 'handler' })
  const roles = JSON.parse(row.roles) as Role[]
  if (row.account !== 'active' || !BREACH_ROLES.some((role) => roles.includes(role))) no(`${row.name}不是在岗的保密员或领导，不能经办。`)
  if (concerns(work.read, breach.persons, handler)) no(`${row.name}是本案当事人，不得经办。`)
  return handler
}

const OPEN = BREACH_STATES.filter((state: BreachState) => state !== 'closed' && state !== 'unfounded')
  .map((state) => `'${state}'`)
  .join(',')

/** Another open case that holds a copy already: one paper is looked for once. */
const heldElsewhere = (work: Work, breach: BreachRecord, copy: number): boolean =>
  work.read.get(
    `SELECT 1 FROM breach_copy JOIN breach ON breach.id = breach_copy.breach
     WHERE copy = ? AND breach <> ? AND was IS NOT NULL AND fate IS NULL AND breach.state IN (${OPEN})`,
    copy,
    breach.id,
  ) !== undefined

/** What has an act of its own before it can be looked for. */
const refuseBadPlaces = (copies: readonly ConcernedCopy[]) => {
  for (const { number, state } of copies) {
    if (state === 'circulating')
      refuse('rule.forbids', `${number}在传阅夹内，请先在“传阅”中作短少登记：其余各份收回入箱，缺的由本案接办。`, {
        clause: 'F1(2)b',
        field: 'breach',
      })
    if (state === 'toDestroy')
      refuse(
        'rule.forbids',
        `${number}现为“${copyStateLabel.toDestroy}”。请先在“清退销毁”作“留用登记”，种类选“${holdKindLabel.case}”，移出销毁清单后再受理。`,
        { clause: '实施条例28', field: 'breach' },
      )
  }
}

/** What lay in somebody's hands ends there: the loan is over, not intact; a visit is over when nothing else of it is in hand. */
const endHoldings = (work: Work, breach: BreachRecord, copies: readonly ConcernedCopy[]) => {
  const at = work.now.toISOString()
  for (const copy of copies) {
    const held = work.read.get<{ id: number; loan: number | null; visit: number | null }>(
      'SELECT id, loan, visit FROM holding WHERE copy = ? AND back_at IS NULL',
      copy.id,
    )
    if (!held) continue
    work.change('holding', held.id, { back_at: at, breach: breach.id })
    const condition = breach.kind === 'loss' ? '遗失待查' : '损毁待查'
    if (held.loan !== null) work.move(loanLifecycle, held.loan, 'returned', { intact: 0, condition, closed_at: at })
    if (held.visit !== null && !work.read.get('SELECT 1 FROM holding WHERE visit = ? AND back_at IS NULL', held.visit))
      work.move(visitLifecycle, held.visit, 'left', { left_at: at })
  }
}

/** The copies of a loss or damage are 短少待查 from now; those that are missing already the case takes over as they are. */
const takeOver = (work: Work, breach: BreachRecord): ConcernedCopy[] => {
  const copies = copiesOf(work.read, breach.id).filter(
    ({ id, state }) => !GONE_STATES.some((gone) => gone === state) && !heldElsewhere(work, breach, id),
  )
  refuseBadPlaces(copies)
  endHoldings(
    work,
    breach,
    copies.filter(({ state }) => state === 'lent'),
  )
  const here = copies.filter(({ state }) => state !== 'missing')
  moveTo(work, here, 'missing', { holder: null, sheet: null, since: work.now.toISOString() })
  for (const { row, state } of copies) work.change('breach_copy', row, { was: state })
  work.about(...copies.map(({ number }) => number))
  return copies
}

/** 受理: the handler is known, the copies are looked for, signed by whoever takes it on or gives it out. */
export const takeOn = (work: Work, input: Parsed<'breaches.takeOn'>): Output<'breaches.takeOn'> => {
  const breach = openBreach(work, input.breach)
  const handler = handlerMeant(work, breach, input.handler)
  const copies = breach.handler === null && isLosing(breach.kind) ? takeOver(work, breach) : []
  const numbers = copies.map(({ number }) => number)
  signStep(work, breach, work.me(), 'takeOn', { handler, numbers })
  work.change('breach', breach.id, { handler })
  return { id: breach.id, missing: numbers }
}
