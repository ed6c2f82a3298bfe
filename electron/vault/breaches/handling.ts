import type { Output, Parsed } from '../../../contract/index.ts'
import { CONCLUDING_ROLES } from '../../../contract/terms.ts'
import { endShortages } from '../circulation/shortage.ts'
import { countBack } from '../custody/counting.ts'
import { putAway, putBack } from '../custody/moves.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Signer, Work } from '../door/unit.ts'
import { endDifferences } from '../keeping/closing.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import { nameOf } from '../people/names.ts'
import { breachLifecycle } from './lifecycle.ts'
import { type BreachRecord, concerns, copiesOf, dueOf, hasStep, isLosing, missingIn, openBreach, signStep } from './records.ts'

/** Only the 经办人 goes on with a case; the others who see it do not. */
const refuseNotHandler = (work: Work, { number, handler }: BreachRecord) => {
  if (handler === null) return refuse('rule.forbids', `${number}尚未受理，请先受理。`, { clause: '实施条例61', field: 'breach' })
  if (!isSamePerson(work.read, handler, work.asking.person.id))
    refuse('rule.forbids', `${number}由经办人${nameOf(work.read, handler)}办理。需要换人的，请分管领导或组长改派。`, {
      clause: 'E4',
      field: 'breach',
    })
}

/** The leader who signs: neither the 经办人 nor concerned (domain 4: nobody decides on their own matter). */
const leaderBy = (work: Work, breach: BreachRecord, ticket: string): Signer => {
  const signer = work.signer(ticket)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'E5', field: 'ticket' })
  if (!hasDuty(work.read, signer.person.id, CONCLUDING_ROLES)) no('应由分管领导或组长签字。')
  if (concerns(work.read, breach.persons, signer.person.id)) no(`${signer.person.name}是本案当事人，不得签字。请由另一名领导签字。`)
  if ([breach.handler, work.asking.person.id].some((one) => one !== null && isSamePerson(work.read, one, signer.person.id)))
    no('经办人不得审定自己办理的事件，请由另一名领导签字。')
  return signer
}

/** What is always reported: a clue of a leak, and the loss of a state secret. */
const refuseExempt = (work: Work, breach: BreachRecord) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '实施条例61', field: 'how.kind' })
  if (breach.kind === 'leak') no('泄密线索应当在二十四小时内上报，不得免报；查明不实的，作“查否”。')
  const secret = copiesOf(work.read, breach.id).find(({ level }) => level !== 'internal')
  if (breach.kind === 'loss' && secret) no(`${secret.number}是国家秘密载体，遗失应当在二十四小时内上报，不得免报。`)
}

/** 上报, or a leader's word that nothing need be. */
export const notify = (work: Work, input: Parsed<'breaches.notify'>): Output<'breaches.notify'> => {
  const breach = openBreach(work, input.breach)
  refuseNotHandler(work, breach)
  if (breach.state !== 'registered') refuse('state.forbids', `${breach.number}已经上报或已定为无需上报。`, { clause: '实施条例61', field: 'breach' })
  const { how } = input
  if (how.kind === 'exempt') {
    if (input.ticket === undefined)
      return refuse('input.missing', '无需上报的，请分管领导或组长当场签字。', { clause: '实施条例61', field: 'ticket' })
    refuseExempt(work, breach)
    signStep(work, breach, leaderBy(work, breach, input.ticket), 'exempt', { words: how.reason })
    work.move(breachLifecycle, breach.id, 'handling')
    return { id: breach.id, late: false }
  }
  if (instantOf(how.at) > work.now) refuse('input.future', '上报时间不得晚于现在。', { clause: '实施条例61', field: 'how.at' })
  if (how.at < breach.discovered_at) refuse('input.range', '上报时间不得早于发现时间。', { clause: '实施条例61', field: 'how.at' })
  const late = instantOf(how.at) > dueOf(breach.discovered_at)
  signStep(work, breach, work.me(), 'reported', { to: how.to, symbol: how.symbol, reportedAt: how.at, late })
  work.move(breachLifecycle, breach.id, hasStep(work.read, breach.id, 'measure') ? 'handling' : 'notified')
  return { id: breach.id, late }
}

/** 处置措施, as many as there are; also before the report: what can still be saved does not wait. */
export const measure = (work: Work, input: Parsed<'breaches.measure'>): Output<'breaches.measure'> => {
  const breach = openBreach(work, input.breach)
  refuseNotHandler(work, breach)
  for (const [index, person] of input.persons.entries()) {
    const field = `persons.${index}`
    if (nameOf(work.read, person) === '') refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field })
    if (breach.handler !== null && isSamePerson(work.read, breach.handler, person))
      refuse('rule.forbids', '经办人本人牵涉在内的，请先由分管领导或组长改派经办人。', { clause: 'E4', field })
  }
  const persons = [...new Set(input.persons)].filter((person) => !breach.persons.includes(person))
  signStep(work, breach, work.me(), 'measure', { words: input.measure, ...(persons.length > 0 && { persons }) })
  if (persons.length > 0) work.change('breach', breach.id, { persons: JSON.stringify([...breach.persons, ...persons]) })
  if (breach.state === 'notified') work.move(breachLifecycle, breach.id, 'handling')
  return { id: breach.id }
}

/** Whatever else waited for copies that a case found, or lost, ends with that: short returns, and differences of a 清点. */
const endAll = (work: Work, breach: BreachRecord, copies: readonly { id: number }[], note: string) => {
  endShortages(work, copies, note)
  endDifferences(work, breach.id, copies, note)
}

/** 找回: back into the box by their numbers, signed by the 保密员 who has them in hand; what waited for them ends. */
export const found = (work: Work, input: Parsed<'breaches.found'>): Output<'breaches.found'> => {
  const breach = openBreach(work, input.breach)
  const missing = missingIn(work.read, breach.id)
  const { present, missing: still } = countBack(work.read, missing, input.numbers, { of: '本案短少待查的份', clause: 'F1(6)' })
  const numbers = present.map(({ number }) => number)
  putBack(work, present)
  for (const { row } of present) work.change('breach_copy', row, { fate: 'found' })
  endAll(work, breach, present, `${numbers.join('、')}找回`)
  signStep(work, breach, work.me(), 'found', { words: input.condition ?? null, numbers })
  work.about(...numbers)
  return { id: breach.id, missing: still.map(({ number }) => number) }
}

/** × 结案 before it was reported, without a measure, without saying who answers; × 查否 while anything is missing. */
const refuseEarly = (
  work: Work,
  breach: BreachRecord,
  { outcome, responsibility }: Parsed<'breaches.close'>,
  missing: readonly { number: string }[],
) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '实施条例61', field: 'breach' })
  if (outcome === 'unfounded') {
    if (missing.length > 0) no(`${missing.map(({ number }) => number).join('、')}仍短少待查，不能查否。找到的，请先登记找回。`)
    return
  }
  if (breach.state === 'registered') no(`${breach.number}尚未上报，不能结案。请先上报；依规定不必上报的，由领导签字定为无需上报。`)
  if (!hasStep(work.read, breach.id, 'measure')) no(`${breach.number}还没有处置措施，不能结案。请先登记处置。`)
  if (responsibility === undefined) refuse('input.missing', '结案的，请写明责任认定和处理。', { clause: 'E5', field: 'responsibility' })
}

/** What the case held and came back by another act counts as found. */
const settleFates = (work: Work, breach: number, lost: readonly { row: number }[]) => {
  for (const { row, was, fate } of copiesOf(work.read, breach))
    if (was !== null && fate === null) work.change('breach_copy', row, { fate: lost.some((one) => one.row === row) ? 'lost' : 'found' })
}

/** 结案 or 查否, signed by a leader; what is still missing of a loss or damage is lost from now, and folders go on without it. */
export const close = (work: Work, input: Parsed<'breaches.close'>): Output<'breaches.close'> => {
  const breach = openBreach(work, input.breach)
  const byLeader = breach.handler !== null && !work.read.get(`SELECT 1 FROM person WHERE id = ? AND instr(roles, '"officer"') > 0`, breach.handler)
  if (!byLeader) refuseNotHandler(work, breach)
  const missing = isLosing(breach.kind) ? missingIn(work.read, breach.id) : []
  refuseEarly(work, breach, input, missing)
  const leader = leaderBy(work, breach, input.ticket)
  const numbers = missing.map(({ number }) => number)
  putAway(work, missing, 'lost')
  settleFates(work, breach.id, missing)
  endAll(work, breach, missing, `${numbers.join('、')}${breach.kind === 'loss' ? '遗失' : '损毁'}，${breach.number}结案`)
  signStep(work, breach, leader, input.outcome, { words: input.conclusion, responsibility: input.responsibility ?? null, numbers })
  work.move(breachLifecycle, breach.id, input.outcome)
  work.about(...numbers)
  return { id: breach.id, lost: numbers }
}
