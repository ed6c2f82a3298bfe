import type { Clause } from '../../../contract/clauses.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { LASTING_CLASSES, type PublicationEnding, publicationClassLabel, publicationStateLabel } from '../../../contract/terms.ts'
import { endDeadline } from '../calendar/deadlines.ts'
import { stepOf } from '../door/lifecycle.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Work } from '../door/unit.ts'
import { publicationLifecycle } from './lifecycle.ts'
import { isOwnEntry, publicationById, type PublicationRecord, releasesOf, signEnding } from './records.ts'
import { standingOf } from './standing.ts'

type Against = { message: string; clause: Clause } | null

/** What stands against taking a text off the 网站: it is not there, stays for good, or its year is not over (A三(三)). */
const whyNotTakenDown = ({ number, class: heading, take_down_by: by }: PublicationRecord, today: string): Against => {
  const clause = 'A3(3)'
  if (LASTING_CLASSES.some((one) => one === heading))
    return { message: `“${publicationClassLabel[heading]}”在网上长期公开，不按一年期限下网。已失效的，请办理撤回。`, clause }
  if (by === null) return { message: `${number}没有在网站公开，不用下网。`, clause }
  return today < by ? { message: `${number}网上留存到${by}，期满以前不下网。确需提前撤下的，请办理撤回并说明理由。`, clause } : null
}

/** 除依法免予公开外均予公开 (A一): not made public is what its review decided so, never what nobody wants to. */
const whyNotWithheld = (entry: PublicationRecord, today: string): Against =>
  standingOf(entry, today) === 'refused'
    ? null
    : { message: `${entry.number}的审查没有确定为不予公开或者依申请公开。除依法免予公开的以外，应予公开：请先办结保密审查。`, clause: 'A1' }

/** What stands against an ending from where the entry is, in the words of its rule. */
export const whyNotEnded = (entry: PublicationRecord, how: PublicationEnding, today: string): Against => {
  const step = stepOf(publicationLifecycle, entry.state, how)
  if (step && how === 'takenDown') return whyNotTakenDown(entry, today)
  if (step) return how === 'withheld' ? whyNotWithheld(entry, today) : null
  const is = `${entry.number}现为“${publicationStateLabel[entry.state]}”`
  const says: Record<PublicationEnding, string> = {
    takenDown: `${is}，不在网站上，不能登记下网。`,
    withdrawn: `${is}，没有公开或者已经撤回，不能撤回。`,
    withheld: `${is}，不能登记不予公开。已公开的，请办理撤回。`,
    cancelled: `${is}，不能作废。已公开的，请办理撤回。`,
  }
  return { message: says[how], clause: how === 'takenDown' ? 'A3(3)' : 'A3(1)' }
}

/** Whether this person may end it: its own 科室, or 公开办 (综合办公室). */
export const mayEnd = (query: Pick<Query, 'asking'>, entry: PublicationRecord): boolean =>
  query.asking.roles.includes('officeHead') || isOwnEntry(query, entry)

type Ending = Parsed<'publication.end'>['ending']

/** The day of it: not ahead, not before the text was public, nor before it should leave the 网站. */
const refuseBadDay = (work: Work, entry: PublicationRecord, ending: Extract<Ending, { on: string }>) => {
  const field = 'ending.on'
  const clause = 'A3(3)'
  if (ending.on > work.wall.slice(0, 10)) refuse('input.future', '日期不得晚于今天。', { clause, field })
  const from = ending.kind === 'takenDown' ? entry.take_down_by : entry.published_on
  if (from !== null && ending.on < from)
    refuse('input.range', ending.kind === 'takenDown' ? `下网日期不得早于${from}。` : `撤回日期不得早于公开日期${from}。`, { clause, field })
}

/** 登记下网, 撤回, 不予公开 or 作废: the end of an entry, signed. Its number stays used. */
export const end = (work: Work, { publication: id, ending }: Parsed<'publication.end'>): Output<'publication.end'> => {
  const entry = publicationById(work, id)
  work.about(entry.number)
  if (!mayEnd(work, entry))
    refuse('rule.forbids', `${entry.number}由责任科室${entry.department}或者综合办公室办理。`, { clause: 'B3', field: 'publication' })
  const against = whyNotEnded(entry, ending.kind, work.wall.slice(0, 10))
  if (against) refuse('rule.forbids', against.message, { clause: against.clause, field: 'ending.kind' })
  if ('on' in ending) refuseBadDay(work, entry, ending)
  const released = entry.review === null ? undefined : releasesOf(work.read, entry.review).at(-1)
  const version = ending.kind === 'cancelled' ? null : (released?.version ?? entry.reviewVersion)
  signEnding(work, entry, ending.kind, { ...ending, version })
  endDeadline(work, { of: 'publication', record: id, kind: 'publish' })
  work.move(publicationLifecycle, id, ending.kind, { take_down_by: null })
  return { id, number: entry.number, state: ending.kind }
}
