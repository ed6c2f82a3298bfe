import { putAway, putBack } from '../custody/moves.ts'
import type { Work } from '../door/unit.ts'
import { destroy, takeOffList } from '../media/moves.ts'
import { copiesIn, type DestructionItem, mediaIn } from './records.ts'

/** Lines of a batch that are not destroyed after all: copies go back into the box, carriers wait again. */
export const putItemsBack = (work: Work, items: readonly DestructionItem[]): void => {
  putBack(work, copiesIn(items))
  takeOffList(work, mediaIn(items))
}

/** Lines of a batch that are gone for good. */
export const destroyItems = (work: Work, items: readonly DestructionItem[]): void => {
  putAway(work, copiesIn(items), 'destroyed')
  destroy(work, mediaIn(items))
}
