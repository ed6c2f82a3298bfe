import type { Output } from '../../../contract/index.ts'
import type { HoldingKind } from '../../../contract/terms.ts'
import { daysPast } from '../door/clock.ts'
import type { Query } from '../door/unit.ts'
import { GROUND } from './holding.ts'

type Lent = Output<'today.home'>['lent'][number]
type Line = {
  copy: number
  number: string
  since: string
  holder: number
  name: string
  department: string
  kind: HoldingKind
  under: number
  underNumber: string
  due: string | null
}

const LIMIT = 200

/** 在外清单 of what is out against a signature beyond a folder, the loans that are due first, then the longest: an officer sees everybody's, anybody else what they hold. */
export const lentOf = ({ read, asking, wall }: Query): Lent[] => {
  const officer = asking.roles.includes('officer')
  return read
    .all<Line>(
      `SELECT copy.id AS copy, copy.number, holding.given_at AS since, person.id AS holder, person.name, person.department, loan.due,
       ${GROUND.kind} AS kind, ${GROUND.id} AS under, ${GROUND.number} AS underNumber
       FROM copy JOIN holding ON holding.copy = copy.id AND holding.back_at IS NULL JOIN person ON person.id = holding.person
       ${GROUND.joins}
       WHERE copy.state = 'lent' ${officer ? '' : 'AND copy.holder = ?'} ORDER BY loan.due IS NULL, loan.due, holding.id LIMIT ${LIMIT}`,
      ...(officer ? [] : [asking.person.id]),
    )
    .map(({ copy, number, since, holder, name, department, kind, under, underNumber, due }) => ({
      copy: { id: copy, number },
      since,
      holder: { id: holder, name, department },
      under: { kind, id: under, number: underNumber },
      due,
      overdueDays: due === null ? 0 : daysPast(due, wall.slice(0, 10)),
    }))
}
