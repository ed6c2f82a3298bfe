/** The thread that writes the whole record: acts go on meanwhile in the vault's own. Started by jobs.ts only. */
import { carryOutErrand } from '../storage/errand.ts'
import { type Order, type Progress, writeArchive, type Written } from './writing.ts'

carryOutErrand<Order, Progress, Written>(writeArchive)
