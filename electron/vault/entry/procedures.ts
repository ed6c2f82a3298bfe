import type { entry } from '../../../contract/entry.ts'
import type { Desk } from '../door/unit.ts'
import { fromPaper } from './entering.ts'

/** 纸质签补录 of every desk whose records keep no form of it of their own. */
export const entryDesk: Desk<typeof entry> = { 'entry.fromPaper': fromPaper }
