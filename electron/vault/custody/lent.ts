import type { Output } from '../../../contract/index.ts'
import type { Query } from '../door/unit.ts'

type Lent = Output<'today.home'>['lent'][number]
type Line = {
  copy: number
  number: string
  since: string
  holder: number
  name: string
  department: string
  reproduction: number
  asked: string
}

const LIMIT = 200

/** 在外清单 of what is out against a signature beyond the day, longest first: an officer sees everybody's, anybody else what they hold. */
export const lentOf = ({ read, asking }: Query): Lent[] => {
  const officer = asking.roles.includes('officer')
  return read
    .all<Line>(
      `SELECT copy.id AS copy, copy.number, holding.given_at AS since, person.id AS holder, person.name, person.department,
       reproduction.id AS reproduction, reproduction.number AS asked
       FROM copy JOIN holding ON holding.copy = copy.id AND holding.back_at IS NULL JOIN person ON person.id = holding.person
       JOIN reproduction ON reproduction.id = holding.reproduction WHERE copy.state = 'lent' ${officer ? '' : 'AND copy.holder = ?'} ORDER BY copy.id LIMIT ${LIMIT}`,
      ...(officer ? [] : [asking.person.id]),
    )
    .map(({ copy, number, since, holder, name, department, reproduction, asked }) => ({
      copy: { id: copy, number },
      since,
      holder: { id: holder, name, department },
      reproduction: { id: reproduction, number: asked },
    }))
}
