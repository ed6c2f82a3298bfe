import type { breaches } from '../../../contract/breaches.ts'
import type { Desk } from '../door/unit.ts'
import { close, found, measure, notify } from './handling.ts'
import { get, list } from './reading.ts'
import { report } from './reporting.ts'
import { takeOn } from './taking-on.ts'

/** The procedures of the 违规遗失 desk. */
export const breachesDesk: Desk<typeof breaches> = {
  'breaches.report': report,
  'breaches.takeOn': takeOn,
  'breaches.notify': notify,
  'breaches.measure': measure,
  'breaches.found': found,
  'breaches.close': close,
  'breaches.list': list,
  'breaches.get': get,
}
