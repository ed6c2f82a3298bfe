import { contract, type Output } from '../../../contract/index.ts'
import type { Clock } from '../door/clock.ts'
import { declared, roleFor } from '../door/door.ts'
import type { Opened } from '../door/opened.ts'
import { parseInput } from '../door/parse.ts'
import { refuse } from '../door/refuse.ts'
import { renewDataKey } from './data-key.ts'
import { newSheets } from './new-sheets.ts'

/** What changes the keys of the open vault themselves. */
export type OwnKeys = 'keys.renew' | 'keys.newSheets'

/** Long work that has the file open, what is said of it, and how it ends. */
export type UnderWay = readonly (readonly [work: { running(): boolean }, what: string, way: string])[]

type Place = {
  dir: string
  clock: Clock
  underWay: UnderWay
  printable: (words: string, place: number) => Output<'keys.newSheets'>['sheets'][number]
}

/**
 * Another data key, or new recovery sheets: a unit of work of its own, since the database it is in is another afterwards (清单38, 46). Refused while long work
 * has the file open.
 */
export const changeKeys = ({ dir, clock, underWay, printable }: Place, name: OwnKeys, input: unknown, session: Opened): Output<OwnKeys> => {
  const role = roleFor(declared(name), session, name)
  const wanted = name === 'keys.newSheets' ? parseInput(contract[name].input, input) : null
  if (name === 'keys.renew') parseInput(contract[name].input, input)
  for (const [work, what, way] of underWay) if (work.running()) refuse('state.conflict', `${what}，不能更换数据密钥。${way}`)
  if (!wanted) return renewDataKey(dir, session, clock, role)
  const { sheets, ...made } = newSheets(dir, session, clock, role, wanted)
  return { ...made, sheets: sheets.map(printable) }
}
