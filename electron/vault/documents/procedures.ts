import type { documents } from '../../../contract/documents.ts'
import { knowers } from '../custody/knowing.ts'
import type { Desk } from '../door/unit.ts'
import { readCode } from './code.ts'
import { correct, finish } from './correction.ts'
import { register } from './intake.ts'
import { changeLevel, declassify } from './notices.ts'
import { reviewExpiry } from './expiry-review.ts'
import { expiryList, MOST_LISTED } from './expiry-list.ts'
import { reviewYear } from './year-review.ts'
import { openEnvelope, receive, turnOver } from './letters.ts'
import { envelopes } from './envelopes.ts'
import { list } from './list.ts'
import { get, whereIs } from './reading.ts'
import { narrowScope, setScope } from './scope.ts'
import { closeYear } from '../years/closing.ts'
import { closedYear, closedYears, yearAhead } from '../years/reading.ts'

/** The procedures of the 收文登记 desk. */
export const documentsDesk: Desk<typeof documents> = {
  'documents.receive': receive,
  'documents.openEnvelope': openEnvelope,
  'documents.turnOver': turnOver,
  'documents.envelopes': envelopes,
  'documents.register': register,
  'documents.readCode': readCode,
  'documents.correct': correct,
  'documents.changeLevel': changeLevel,
  'documents.declassify': declassify,
  'documents.reviewExpiry': reviewExpiry,
  'documents.reviewYear': reviewYear,
  'documents.expiryList': (query, input) => expiryList(query, input, MOST_LISTED),
  'documents.countYear': yearAhead,
  'documents.closeYear': closeYear,
  'documents.closedYears': closedYears,
  'documents.closedYear': closedYear,
  'documents.setScope': setScope,
  'documents.narrowScope': narrowScope,
  'documents.finish': finish,
  'documents.list': list,
  'documents.get': get,
  'documents.knowers': knowers,
  'documents.whereIs': whereIs,
}
