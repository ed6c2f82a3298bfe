import type { handover } from '../../../contract/handover.ts'
import type { Desk } from '../door/unit.ts'
import { begin, cancel, check, complete, supervise } from './handing-over.ts'
import { get, list } from './reading.ts'

/** The procedures of the 离岗移交 desk. */
export const handoverDesk: Desk<typeof handover> = {
  'handover.begin': begin,
  'handover.check': check,
  'handover.supervise': supervise,
  'handover.complete': complete,
  'handover.cancel': cancel,
  'handover.list': list,
  'handover.get': get,
}
