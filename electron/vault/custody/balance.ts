import { COPY_STATES } from '../../../contract/terms.ts'
import type { DocumentView } from '../../../contract/documents-views.ts'

/**
 * 份的平衡 of one document: what came in and what was made from it, against the places where it lies. Each copy is in one place,
 * so that the two sides are equal whatever was done; the standalone verifier counts them again.
 */
export const balanceOf = (copies: DocumentView['copyList']): DocumentView['balance'] => ({
  received: copies.filter(({ kind }) => kind === 'original').length,
  made: copies.filter(({ kind }) => kind !== 'original').length,
  places: COPY_STATES.map((state) => ({ state, copies: copies.filter((copy) => copy.state === state).length })).filter((place) => place.copies > 0),
})
