import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, GONE_STATES } from '../../../contract/terms.ts'
import { type CopyMeant, numberMeant } from '../custody/labels.ts'
import { instantOf } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { nameOf } from '../people/names.ts'
import { dueOf, isLosing } from './records.ts'

type Report = Parsed<'breaches.report'>

/** Whose report it is: one's own; entered by a 保密员 for whoever told them; of a letter without a name, nobody's. */
const reporterOf = (work: Work, { reporter }: Report): number | null => {
  const me = work.asking.person.id
  if (reporter === undefined || reporter === me) return me
  if (!work.asking.roles.includes('officer'))
    refuse('session.role', '只能以本人名义举报。不愿具名的，可书面交保密员或分管领导，由其登记。', { clause: 'E4', field: 'reporter' })
  if (reporter !== null && nameOf(work.read, reporter) === '')
    refuse('input.unknownRecord', '查无此人，请从名单中选择；不具名的来信不填举报人。', { field: 'reporter' })
  return reporter
}

/** The name of whoever reported would pass every mask in the words of the report itself. */
const refuseNameInNote = (work: Work, { note, persons }: Report, reporter: number | null) => {
  if (reporter === null || persons.includes(reporter)) return
  if (note.includes(nameOf(work.read, reporter)))
    refuse('rule.forbids', '举报人保密：经过中请不要写举报人的姓名。举报人由程序另行记载，只有经办人能看到。', { clause: 'E4', field: 'note' })
}

const refuseBadTime = (work: Work, { discoveredAt }: Report) => {
  if (instantOf(discoveredAt) > work.now) refuse('input.future', '发现时间不得晚于现在。', { clause: '实施条例61', field: 'discoveredAt' })
}

const refuseStrangers = (work: Work, persons: readonly number[]) => {
  for (const [index, person] of persons.entries())
    if (nameOf(work.read, person) === '') refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: `persons.${index}` })
}

/** The copies by number or label, each once. Also one that was destroyed may turn up: then it is no loss, but may well be reported. */
const copiesNamed = (work: Work, { kind, numbers }: Report): CopyMeant[] => {
  if (isLosing(kind) && numbers.length === 0)
    refuse('input.missing', '遗失、损毁的，请填写涉及的份的编号。', { clause: '实施条例61', field: 'numbers' })
  const copies = numbers.map((typed, index) => {
    const field = `numbers.${index}`
    const number = numberMeant(work.read, typed, field)
    const copy =
      work.read.get<CopyMeant>('SELECT id, number, document, state FROM copy WHERE number = ?', number) ??
      refuse('input.unknownRecord', '台账上没有这个编号，请核对份上的编号。', { clause: '实施条例61', field })
    if (isLosing(kind) && GONE_STATES.some((state) => state === copy.state))
      refuse('state.forbids', `${copy.number}已是“${copyStateLabel[copy.state]}”，不再是遗失、损毁。另有情况的，请按“其他违规”登记。`, {
        clause: '实施条例61',
        field,
      })
    return copy
  })
  if (new Set(copies.map(({ id }) => id)).size < copies.length)
    refuse('input.duplicate', '同一份列了两次，请核对。', { clause: '实施条例61', field: 'numbers' })
  return copies
}

/**
 * 登记违规. The entry is about the case alone, never about its copies: in their history it would tell those concerned. Who reported stands in
 * the chain and in the row, and is shown to the handler alone (E4).
 */
export const report = (work: Work, input: Report): Output<'breaches.report'> => {
  refuseBadTime(work, input)
  const reporter = reporterOf(work, input)
  refuseStrangers(work, input.persons)
  refuseNameInNote(work, input, reporter)
  const copies = copiesNamed(work, input)
  const number = work.number('breach')
  const id = work.insert('breach', {
    number,
    kind: input.kind,
    note: input.note,
    discovered_at: input.discoveredAt,
    registered_at: work.now.toISOString(),
    persons: JSON.stringify([...new Set(input.persons)]),
    reporter,
    state: 'registered',
    handler: null,
  })
  for (const copy of copies) work.insert('breach_copy', { breach: id, copy: copy.id, was: null, fate: null })
  work.about(number)
  return { id, number, due: dueOf(input.discoveredAt).toISOString() }
}
