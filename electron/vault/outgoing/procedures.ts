import type { outgoing } from '../../../contract/outgoing.ts'
import type { Desk } from '../door/unit.ts'
import { get, list } from './reading.ts'
import { cancel, decide, draft, receipt, send } from './sending.ts'

/** The procedures of the 上报答复 desk. */
export const outgoingDesk: Desk<typeof outgoing> = {
  'outgoing.draft': draft,
  'outgoing.decide': decide,
  'outgoing.send': send,
  'outgoing.receipt': receipt,
  'outgoing.cancel': cancel,
  'outgoing.list': list,
  'outgoing.get': get,
}
