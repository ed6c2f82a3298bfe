import type { documents } from '../../../contract/documents.ts'
import type { Desk } from '../door/unit.ts'
import { changeLevel, correct, finish, setScope } from './correction.ts'
import { openEnvelope, receive, register } from './intake.ts'
import { envelopes } from './envelopes.ts'
import { get, list, whereIs } from './reading.ts'

/** The procedures of the 收文登记 desk. */
export const documentsDesk: Desk<typeof documents> = {
  'documents.receive': receive,
  'documents.openEnvelope': openEnvelope,
  'documents.envelopes': envelopes,
  'documents.register': register,
  'documents.correct': correct,
  'documents.changeLevel': changeLevel,
  'documents.setScope': setScope,
  'documents.finish': finish,
  'documents.list': list,
  'documents.get': get,
  'documents.whereIs': whereIs,
}
