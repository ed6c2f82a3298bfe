import type { Output, Parsed } from '../../../contract/index.ts'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { training, TrainingRow } from '../../../contract/training.ts'
import type { TrainingKind } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Read, Value, Work } from '../door/unit.ts'
import { signatureMark } from '../people/marks.ts'
import { digestOfWords } from '../storage/bytes.ts'
import { trainedBy } from './records.ts'
import { nextOf } from '../storage/paging.ts'

type Line = {
  id: number
  number: string
  kind: TrainingKind
  held_on: string
  hours: number
  subject: string
  material: string | null
  signature: number
}

/** Everybody who was there is somebody with a place in the unit, named once. */
const refusePresent = (read: Read, present: readonly number[]): void => {
  for (const [index, id] of present.entries()) {
    const field = `present.${index}`
    if (present.indexOf(id) < index) refuse('input.duplicate', '参加人员有重复，请核对。', { clause: 'G7', field })
    if (!read.get("SELECT 1 FROM person WHERE id = ? AND account <> 'disabled'", id))
      refuse('input.unknownRecord', '参加人员应从在岗人员中选择。', { clause: 'G7', field })
  }
}

/** 登记培训 (G5, G7) or 流程改进会议 (G6), signed over everything that it says; its words by their digest alone. */
const record = (work: Work, input: Parsed<'office.recordTraining'>): Output<'office.recordTraining'> => {
  const { kind, heldOn, hours, subject, material, present } = input
  const clause = kind === 'training' ? 'G7' : 'G6'
  if (heldOn > work.wall.slice(0, 10)) refuse('input.future', '日期不得晚于今天，办完以后再登记。', { clause, field: 'heldOn' })
  if (kind === 'improvement' && material === undefined)
    refuse('input.missing', '流程改进会议请写明提出的改进意见；没有意见的写“无”。', { clause: 'G6', field: 'material' })
  refusePresent(work.read, present)
  const number = work.number('training')
  work.about(number)
  const signature = work.sign(work.me(), 'training', {
    training: number,
    ...{ kind, heldOn, hours, subject: digestOfWords(subject), material: material === undefined ? null : digestOfWords(material) },
    present: present.toSorted((one, other) => one - other),
  })
  const said = { kind, held_on: heldOn, hours, subject, material: material ?? null }
  const id = work.insert('training', { number, ...said, by_person: work.asking.person.id, at: work.now.toISOString(), signature })
  for (const person of present) work.insert('training_present', { training: id, person })
  return { id, number }
}

const rowOf = (read: Read, { held_on, signature, ...line }: Line): TrainingRow => ({
  ...line,
  heldOn: held_on,
  present: read.all(
    'SELECT person.id, person.name, person.department FROM training_present JOIN person ON person.id = person WHERE training = ? ORDER BY training_present.id',
    line.id,
  ),
  recorded: signatureMark(read, signature) as SignatureMark,
})

/** The log, newest first, a page at a time. */
export const trainings = ({ read, wall }: Query, { year, text, after, limit }: Parsed<'office.trainings'>): Output<'office.trainings'> => {
  const parts = ['id < ?']
  const params: Value[] = [after ?? Number.MAX_SAFE_INTEGER]
  if (year !== undefined) {
    parts.push('held_on BETWEEN ? AND ?')
    params.push(`${year}-01-01`, `${year}-12-31`)
  }
  if (text !== undefined) {
    parts.push('(instr(number, ?) > 0 OR instr(subject, ?) > 0)')
    params.push(text, text)
  }
  const rows = read.all<Line>(
    `SELECT id, number, kind, held_on, hours, subject, material, signature FROM training WHERE ${parts.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    ...params,
    limit,
  )
  return {
    rows: rows.map((line) => rowOf(read, line)),
    next: nextOf(rows, limit),
    people: trainedBy(read, wall.slice(0, 10)),
  }
}

/** 培训登记, under 本单位. */
export const trainingDesk: Desk<typeof training> = { 'office.recordTraining': record, 'office.trainings': trainings }
