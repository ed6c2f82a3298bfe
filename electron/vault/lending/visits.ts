import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { give, heldUnder, inPlace, refuseGivingToOneself, takeBack } from '../custody/holding.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'
import { reproductionById, sourcesOf } from '../reproduction/records.ts'
import { visitLifecycle } from './lifecycle.ts'
import { refuseBadPlace, refuseNotHere, refuseOutsider, visitById, type Wanted, wantedById } from './records.ts'

/** Copying out in the reading room needs an approved request of this person for one of the papers (F1(7)a, F1(5)a). */
const refuseBadApproval = (work: Work, copies: readonly Wanted[], person: number, reproduction: number) => {
  const asked = reproductionById(work.read, reproduction)
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(7)a', field: 'reproduction' })
  if (asked.state === 'approved' && (asked.valid_until ?? '') < work.wall.slice(0, 10))
    no(`${asked.number}的有效期到${asked.valid_until}为止，已经过期。仍需抄录、复制的，请重新申请。`)
  if (asked.state !== 'approved') no(`${asked.number}没有批准或已经办完，不能据以抄录、复制。`)
  if (asked.applicant !== person) no(`${asked.number}不是${nameOf(work.read, person)}的申请。`)
  const named = sourcesOf(work.read, asked.id)
  if (!copies.some(({ id }) => named.some((source) => source.id === id))) no(`${asked.number}批准的不是这几份文件。`)
}

/** 查阅登记: the papers go to a person in the reading room, who signs for them; the time in is now. */
export const admit = (work: Work, input: Parsed<'lending.admit'>): Output<'lending.admit'> => {
  if (new Set(input.copies).size < input.copies.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause: 'F1(7)a', field: 'copies' })
  const copies = input.copies.map((id, index) => wantedById(work.read, id, `copies.${index}`))
  work.about(...copies.map(({ number }) => number))
  refuseGivingToOneself(work, input.person)
  for (const [index, wanted] of copies.entries()) {
    refuseOutsider(work.read, wanted, input.person, 'person')
    refuseNotHere(work.read, wanted, copyStateLabel[wanted.state], `copies.${index}`)
  }
  refuseBadPlace(work, copies, input.room, work.settings.readingRooms, 'room')
  if (input.reproduction !== undefined) refuseBadApproval(work, copies, input.person, input.reproduction)
  const number = work.number('visit')
  const id = work.insert('visit', {
    number,
    person: input.person,
    purpose: input.purpose,
    room: input.room,
    reproduction: input.reproduction ?? null,
    state: 'reading',
    came_at: work.now.toISOString(),
    by_person: work.asking.person.id,
  })
  const ground = { column: 'visit', id, facts: { visit: number, room: input.room } } as const
  give(work, copies, ground, inPlace(work, input.person, input.ticket, 'issue.take'))
  work.about(number)
  return { id, number }
}

/** 查阅归还: every paper back by its number before the person leaves; the time out is now. */
export const leave = (work: Work, input: Parsed<'lending.leave'>): Output<'lending.leave'> => {
  const visit = visitById(work.read, input.visit)
  work.about(visit.number)
  if (visit.state === 'reading') refuseGivingToOneself(work, visit.person)
  const held = heldUnder(work.read, 'visit', visit.id)
  if (visit.state === 'reading') {
    const { missing } = countBack(work.read, held, input.numbers, { of: '本次查阅', clause: 'F1(7)a' })
    if (missing.length > 0)
      refuse('rule.forbids', `缺 ${missing.map(({ number }) => number).join('、')}。请当场查找，各份归还后才能离开。`, {
        clause: 'F1(7)a',
        field: 'numbers',
      })
  }
  work.move(visitLifecycle, visit.id, 'left', { left_at: work.now.toISOString() })
  takeBack(work, held, { visit: visit.number }, inPlace(work, visit.person, input.ticket, 'giveBack'))
  return { id: visit.id }
}
