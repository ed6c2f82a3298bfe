import type { media } from '../../../contract/media.ts'
import type { Desk } from '../door/unit.ts'
import { lose, maintain, repair, retire } from './keeping.ts'
import { get, list } from './reading.ts'
import { change, register } from './registering.ts'
import { decideOutside, give, requestOutside, takeBack } from './using.ts'

/** The procedures of the 载体设备 desk. What is taken out of use is destroyed at the desk 销毁, through `moves.ts`. */
export const mediaDesk: Desk<typeof media> = {
  'media.register': register,
  'media.change': change,
  'media.requestOutside': requestOutside,
  'media.decideOutside': decideOutside,
  'media.give': give,
  'media.takeBack': takeBack,
  'media.repair': repair,
  'media.maintain': maintain,
  'media.retire': retire,
  'media.lose': lose,
  'media.list': list,
  'media.get': get,
}
