import type { reproduction } from '../../../contract/reproduction.ts'
import type { Desk } from '../door/unit.ts'
import { decide, opine } from './approval.ts'
import { cancel, request, submit } from './asking.ts'
import { close, issue, takeBack } from './issuing.ts'
import { make } from './making.ts'
import { decideOnPaper, issueOnPaper, opineOnPaper, takeBackOnPaper } from './on-paper.ts'
import { get, list, sources } from './reading.ts'

/** The procedures of the 复制 desk. */
export const reproductionDesk: Desk<typeof reproduction> = {
  'reproduction.request': request,
  'reproduction.submit': submit,
  'reproduction.cancel': cancel,
  'reproduction.opine': opine,
  'reproduction.decide': decide,
  'reproduction.opineOnPaper': opineOnPaper,
  'reproduction.decideOnPaper': decideOnPaper,
  'reproduction.make': make,
  'reproduction.issue': issue,
  'reproduction.issueOnPaper': issueOnPaper,
  'reproduction.takeBack': takeBack,
  'reproduction.takeBackOnPaper': takeBackOnPaper,
  'reproduction.close': close,
  'reproduction.list': list,
  'reproduction.get': get,
  'reproduction.sources': sources,
}
