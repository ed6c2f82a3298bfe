import type { Output, Parsed } from '../../../contract/index.ts'
import type { BoxRow } from '../../../contract/keeping-views.ts'
import type { BoxState } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import { hasDuty } from '../people/duties.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { boxLifecycle } from './lifecycle.ts'
import { type BoxRecord, boxById } from './records.ts'

const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: 'F1(6)', field })

/** 专人专管: one 保密员 whose account is open. */
const refuseNoKeeper = (read: Read, custodian: number) => {
  const person =
    read.get<{ name: string; account: string }>('SELECT name, account FROM person WHERE id = ?', custodian) ??
    refuse('input.unknownRecord', '查无此人，请从名单中选择。', { field: 'custodian' })
  if (!hasDuty(read, custodian, ['officer']) || person.account === 'disabled')
    no(`${person.name}不是在岗的保密员。保密箱由保密员专人专管。`, 'custodian')
}

/** Nothing lies in a box that is put out of use, and nothing that is out comes back to it. */
const refuseFull = (read: Read, box: BoxRecord) => {
  const held = read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE box = ?', box.id)?.n ?? 0
  if (held > 0) no(`${box.number}内还有${held}份（含在外待归的），不能停用。请先移入别的箱或归档。`, 'state')
}

type Wanted = Pick<Parsed<'keeping.setBox'>, 'cabinet' | 'shelf' | 'custodian'>

const keep = (work: Work, box: number, { cabinet, shelf, custodian }: Wanted, state: BoxState, reason: string | null) =>
  work.insert('box_change', {
    box,
    at: work.now.toISOString(),
    by_person: work.asking.person.id,
    reason,
    cabinet,
    shelf,
    custodian,
    state,
  })

const make = (work: Work, input: Parsed<'keeping.setBox'>): Output<'keeping.setBox'> => {
  const { number } = input
  work.about(number)
  if (work.read.get('SELECT 1 FROM box WHERE number = ?', number))
    refuse('input.duplicate', `已有${number}。箱号不得重复，请核对箱上的编号。`, { clause: 'F1(6)', field: 'number' })
  if (input.state === 'closed') no('新登记的保密箱是在用的。', 'state')
  refuseNoKeeper(work.read, input.custodian)
  const { cabinet, shelf, custodian } = input
  const id = work.insert('box', { number, cabinet, shelf, custodian, state: 'open' })
  keep(work, id, input, 'open', null)
  return { id }
}

const change = (work: Work, box: BoxRecord, input: Parsed<'keeping.setBox'>): Output<'keeping.setBox'> => {
  work.about(box.number)
  if (input.number !== box.number) no(`${box.number}的箱号不能更改。要用新号的，请另行登记一个箱。`, 'number')
  if (!input.reason) refuse('input.missing', '更改、停用保密箱，请写明理由。', { clause: 'F1(6)', field: 'reason' })
  const { cabinet, shelf, custodian, state, reason } = input
  const same = cabinet === box.cabinet && shelf === box.shelf && custodian === box.custodian && state === box.state
  if (same) refuse('state.conflict', `${box.number}没有要更改的内容。`, { clause: 'F1(6)', field: 'box' })
  // Who kept a box that goes out of use may have left since
  if (state === 'open' || custodian !== box.custodian) refuseNoKeeper(work.read, custodian)
  if (state === 'closed') refuseFull(work.read, box)
  work.change('box', box.id, { cabinet, shelf, custodian })
  if (state !== box.state) work.move(boxLifecycle, box.id, state)
  keep(work, box.id, input, state, reason ?? null)
  return { id: box.id }
}

/** Makes a 保密箱, or changes its place, its 专管人, or whether it is in use; its number stays (F1(6)). */
export const setBox = (work: Work, input: Parsed<'keeping.setBox'>): Output<'keeping.setBox'> =>
  input.box === undefined ? make(work, input) : change(work, boxById(work.read, input.box, 'box'), input)

type Line = BoxRecord & { name: string; department: string; inside: number; held: number }

const changesOf = (read: Read, box: number): BoxRow['changes'] =>
  read.all<BoxRow['changes'][number]>(
    `SELECT box_change.at, by.name AS by, reason, cabinet, shelf, keeper.name AS custodian, state FROM box_change
     JOIN person AS by ON by.id = by_person JOIN person AS keeper ON keeper.id = box_change.custodian WHERE box = ? ORDER BY box_change.id`,
    box,
  )

/** The boxes in the order of their numbers, or one of them. */
export const boxesOf = (read: Read, only?: number): BoxRow[] =>
  read
    .all<Line>(
      `SELECT box.id, box.number, cabinet, shelf, custodian, box.state, person.name, person.department,
       (SELECT count(*) FROM copy WHERE copy.box = box.id AND copy.state IN ('inBox','toDestroy')) AS inside,
       (SELECT count(*) FROM copy WHERE copy.box = box.id) AS held
       FROM box JOIN person ON person.id = box.custodian ${only === undefined ? '' : 'WHERE box.id = ?'} ORDER BY box.number`,
      ...(only === undefined ? [] : [only]),
    )
    .map(({ id, number, cabinet, shelf, custodian, state, name, department, inside, held }) => ({
      id,
      number,
      cabinet,
      shelf,
      custodian: { id: custodian, name, department },
      state,
      inside,
      out: held - inside,
      changes: changesOf(read, id),
    }))

export const boxes = ({ read }: Query): Output<'keeping.boxes'> => ({ rows: boxesOf(read) })
