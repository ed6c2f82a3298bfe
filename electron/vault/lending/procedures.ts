import type { lending } from '../../../contract/lending.ts'
import type { Desk } from '../door/unit.ts'
import { cancel, decide, lend, request, takeBack } from './loans.ts'
import { lentNow } from './out.ts'
import { get, loans, sources, visits } from './reading.ts'
import { admit, leave } from './visits.ts'

/** The procedures of the 查阅借用 desk. None of them puts off a return: F1(7)b knows no extension but a new approval. */
export const lendingDesk: Desk<typeof lending> = {
  'lending.request': request,
  'lending.cancel': cancel,
  'lending.decide': decide,
  'lending.lend': lend,
  'lending.takeBack': takeBack,
  'lending.admit': admit,
  'lending.leave': leave,
  'lending.loans': loans,
  'lending.get': get,
  'lending.visits': visits,
  'lending.lent': lentNow,
  'lending.sources': sources,
}
