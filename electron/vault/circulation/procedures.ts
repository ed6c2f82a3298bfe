import type { circulation } from '../../../contract/circulation.ts'
import type { Desk } from '../door/unit.ts'
import { confirmPaper, onPaper } from './confirming.ts'
import { handOut, receiveBack, returnUnread, sign } from './legs.ts'
import { handOutOnPaper, signOnPaper } from './on-paper.ts'
import { get, inBox, list, mine, overdueRows, widenings } from './reading.ts'
import { addReader, cancel, close, confirm, draft } from './sheets.ts'
import { reportShort, settleShort } from './shortage.ts'
import { decideWidening, decideWideningOnPaper, requestWidening } from './widening.ts'

/** The procedures of the 传阅 desk. None of them puts off a return: F1(4)b knows no extension. */
export const circulationDesk: Desk<typeof circulation> = {
  'circulation.draft': draft,
  'circulation.confirm': confirm,
  'circulation.cancel': cancel,
  'circulation.handOut': handOut,
  'circulation.sign': sign,
  'circulation.handOutOnPaper': handOutOnPaper,
  'circulation.signOnPaper': signOnPaper,
  'circulation.decideWideningOnPaper': decideWideningOnPaper,
  'circulation.confirmPaper': confirmPaper,
  'circulation.onPaper': onPaper,
  'circulation.receiveBack': receiveBack,
  'circulation.returnUnread': returnUnread,
  'circulation.reportShort': reportShort,
  'circulation.settleShort': settleShort,
  'circulation.close': close,
  'circulation.addReader': addReader,
  'circulation.requestWidening': requestWidening,
  'circulation.decideWidening': decideWidening,
  'circulation.widenings': widenings,
  'circulation.list': list,
  'circulation.get': get,
  'circulation.inBox': inBox,
  'circulation.mine': mine,
  'circulation.overdue': (query) => ({ rows: overdueRows(query), hour: query.settings.returnHour }),
}
