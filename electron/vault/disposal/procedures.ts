import type { disposal } from '../../../contract/disposal.ts'
import type { Desk } from '../door/unit.ts'
import { count } from './counting.ts'
import { approve, cancel } from './deciding.ts'
import { complete, send } from './destroying.ts'
import { hold, release } from './holds.ts'
import { propose } from './proposing.ts'
import { holds, list, offer } from './reading.ts'
import { check, handBack } from './returning.ts'
import { get } from './viewing.ts'

/** The procedures of the 清退销毁 desk. */
export const disposalDesk: Desk<typeof disposal> = {
  'disposal.hold': hold,
  'disposal.release': release,
  'disposal.holds': holds,
  'disposal.offer': offer,
  'disposal.propose': propose,
  'disposal.check': check,
  'disposal.handBack': handBack,
  'disposal.count': count,
  'disposal.approve': approve,
  'disposal.send': send,
  'disposal.complete': complete,
  'disposal.cancel': cancel,
  'disposal.list': list,
  'disposal.get': get,
}
