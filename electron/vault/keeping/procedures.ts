import type { keeping } from '../../../contract/keeping.ts'
import type { Desk } from '../door/unit.ts'
import { balance } from './balance.ts'
import { boxes, setBox } from './boxes.ts'
import { close, found } from './closing.ts'
import { begin, cancel, scan } from './counting.ts'
import { copies } from './kept.ts'
import { get, list } from './reading.ts'
import { archive, store } from './storing.ts'

/** The procedures of the desk 归档清点. */
export const keepingDesk: Desk<typeof keeping> = {
  'keeping.setBox': setBox,
  'keeping.boxes': boxes,
  'keeping.store': store,
  'keeping.archive': archive,
  'keeping.copies': copies,
  'keeping.begin': begin,
  'keeping.scan': scan,
  'keeping.close': close,
  'keeping.cancel': cancel,
  'keeping.found': found,
  'keeping.list': list,
  'keeping.get': get,
  'keeping.balance': balance,
}
