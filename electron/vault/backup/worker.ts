/** The thread that copies and looks through: acts go on meanwhile in the vault's own. Started by copying.ts only. */
import { carryOutErrand } from '../storage/errand.ts'
import { copyAndLook, type Found, type Order } from './copy.ts'
import type { Progress } from './copying.ts'

carryOutErrand<Order, Progress, Found>((order, key, goOn) => copyAndLook(order, key, (stage, done, total) => goOn({ stage, done, total })))
