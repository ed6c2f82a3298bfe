import { BUSINESS_ROLES, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read } from '../door/unit.ts'
import { holdsOn } from './group.ts'
import { ENTERED } from './paper-signing.ts'

type Leaving = { id: number; name: string; roles: readonly Role[] }

/** Numbers that stand in somebody's way out, joined for a sentence; null when there are none. */
const numbers = (read: Read, sql: string, person: number): string | null => {
  const found = read.all<{ number: string }>(sql, person)
  return found.length > 0 ? found.map(({ number }) => number).join('、') : null
}

/** 依申请公开: what somebody handles that is not answered yet, with what to do about it; null when there is nothing. */
const itemsOf = (read: Read, person: number): string | null => {
  const found = numbers(
    read,
    `SELECT DISTINCT disclosure.number FROM disclosure_item JOIN disclosure ON disclosure.id = disclosure_item.disclosure
     WHERE disclosure_item.state IN ('inHand','consulting','inReview','drafted') AND handler = ? ORDER BY disclosure.id`,
    person,
  )
  return found && `承办的公开申请${found}尚未答复，请先答复，或由综合办公室负责人转承办`
}

/** Refuses to take the duty of a 经办科室 from somebody who handles an application still: nobody else could answer it (G三.2). */
export const refuseHandling = (read: Read, { id, name }: Pick<Leaving, 'id' | 'name'>): void => {
  const items = itemsOf(read, id)
  if (items) refuse('rule.forbids', `${name}${items}。办完后才能调整角色。`, { clause: 'F1(8)', field: 'roles' })
}

/** Texts under review whose 承办人 they are (B6, F1(8)). */
const reviewsOf = (read: Read, person: number): string[] => {
  const cases = numbers(read, "SELECT number FROM review WHERE handling = ? AND state NOT IN ('filed','byArchives','cancelled') ORDER BY id", person)
  return cases ? [`是${cases}的承办人，请先在“保密审查”更换承办人`] : []
}

/** A seat in the 领导小组, now or still to come (B5). */
const seatsOf = (read: Read, wall: string, person: number): string[] =>
  read
    .all<{ from_day: string; until_day: string | null; ended_on: string | null }>(
      'SELECT from_day, until_day, ended_on FROM group_term WHERE person = ?',
      person,
    )
    .some((term) => holdsOn(term, wall.slice(0, 10)))
    ? ['在领导小组任期内，请安全保密管理员先在“人员”的“领导小组”登记任期结束']
    : []

/** What somebody still owes beside what they hold, each with what to do about it: folders that wait for them, signatures on paper, letters addressed to them, requests that name them, cases and applications that they handle, a seat in the 领导小组, carriers in their hands or their charge (F1(8)). */
export const dutiesOf = ({ read, wall }: Pick<Query, 'read' | 'wall'>, person: number): string[] => [
  ...owedOf(read, person),
  ...reviewsOf(read, person),
  ...seatsOf(read, wall, person),
]

/** The same without what only who goes for good must give up: a change of duties leaves a case and a seat where they are. */
const owedOf = (read: Read, person: number): string[] => {
  const waiting = numbers(
    read,
    `SELECT DISTINCT sheet.number FROM leg JOIN sheet ON sheet.id = leg.sheet
     WHERE leg.reader = ? AND leg.state = 'waiting' AND sheet.state NOT IN ('finished','cancelled') ORDER BY sheet.id`,
    person,
  )
  const onPaper = numbers(
    read,
    `SELECT DISTINCT ${ENTERED.number} AS number FROM paper_signing ${ENTERED.joins}
     WHERE confirmed_at IS NULL AND paper_signing.person = ? ORDER BY paper_signing.id`,
    person,
  )
  const letters = numbers(read, "SELECT number FROM envelope WHERE personal_for = ? AND state IN ('personalUnopened','retained') ORDER BY id", person)
  const asked = numbers(
    read,
    `SELECT number FROM widening WHERE state = 'requested' AND EXISTS (SELECT 1 FROM json_each(widening.persons) WHERE value = ?) ORDER BY id`,
    person,
  )
  const boxes = numbers(read, "SELECT number FROM box WHERE custodian = ? AND state = 'open' ORDER BY number", person)
  const cases = numbers(read, "SELECT number FROM breach WHERE handler = ? AND state NOT IN ('closed','unfounded') ORDER BY id", person)
  const items = itemsOf(read, person)
  const carried = numbers(read, 'SELECT number FROM medium WHERE holder = ? ORDER BY id', person)
  const kept = numbers(
    read,
    "SELECT number FROM medium WHERE keeper = ? AND state IN ('inStore','out','inRepair','retired','toDestroy') ORDER BY id",
    person,
  )
  return [
    ...(boxes ? [`是保密箱${boxes}的专管人，请先更换专管人`] : []),
    ...(waiting ? [`在${waiting}中待阅，请先作“未阅退回”`] : []),
    ...(onPaper ? [`${onPaper}的纸质签尚未本人补签`] : []),
    ...(letters ? [`亲启件${letters}未拆封或由本人留存，请先由本人拆封、转登记`] : []),
    ...(asked ? [`扩大知悉范围申请${asked}尚未审批`] : []),
    ...(cases ? [`是${cases}的经办人，请先办结，或由分管领导、组长改派`] : []),
    ...(items ? [items] : []),
    ...(carried ? [`领用的载体${carried}未归还，请先在“载体设备”归还`] : []),
    ...(kept ? [`是载体设备${kept}的责任人，请先变更责任人`] : []),
  ]
}

/** What somebody holds, and what they owe beside. */
const owed = (read: Read, person: number, duties: readonly string[]): string[] => {
  const held = read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE holder = ?', person)?.n ?? 0
  return [...(held > 0 ? [`尚有${held}件未清退，请先办理离岗移交，全部清退`] : []), ...duties]
}

/** Refuses to let somebody go, or give up business duties, while they hold or owe anything (F1(8)). `becomes` is said in the refusal, `keeps` the duties that they will have. */
export const refuseOwing = (
  query: Pick<Query, 'read' | 'wall'>,
  { id, name }: Pick<Leaving, 'id' | 'name'>,
  becomes: string,
  keeps: readonly Role[] = [],
): void => {
  const stays = BUSINESS_ROLES.some((role) => keeps.includes(role))
  const why = owed(query.read, id, stays ? owedOf(query.read, id) : dutiesOf(query, id))
  if (why.length > 0) refuse('rule.forbids', `${name}${why.join('；')}。办完并移交后才能${becomes}。`, { clause: 'F1(8)', field: 'person' })
}

/**
 * The last 保密员 does not go while there is anything to keep: somebody must take over (F1(8)). What is 办结 lies in the box
 * still, and every paper came in an envelope; only what its addressee keeps is in other hands.
 */
export const refuseLastKeeper = (read: Read, { id, name, roles }: Leaving, keeps: readonly Role[]): void => {
  if (!roles.includes('officer') || keeps.includes('officer')) return
  const another = read.get(
    `SELECT 1 FROM person, json_each(person.roles) AS held WHERE held.value = 'officer' AND person.id <> ? AND person.account IN ('initial','active') LIMIT 1`,
    id,
  )
  if (another || !read.get("SELECT 1 FROM envelope WHERE state <> 'retained' LIMIT 1")) return
  refuse('rule.forbids', `${name}是最后一名保密员，尚有文件、信封在管。请先配备并开通接任保密员的账户，办理移交。`, {
    clause: 'F1(8)',
    field: 'person',
  })
}
