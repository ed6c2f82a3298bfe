import type { SignatureMark } from '../../../contract/fields.ts'
import type { Read } from '../door/unit.ts'
import { sha256 } from '../storage/bytes.ts'

/** A stored signature as lists and forms show it: who, when, and a short code to find it by. */
export const signatureMark = (read: Read, id: number | null): SignatureMark | null => {
  if (id === null) return null
  const row = read.get<{ name: string; at: string; bytes: string }>(
    'SELECT person.name, signature.at, signature.bytes FROM signature JOIN person_key ON person_key.id = person_key JOIN person ON person.id = person_key.person WHERE signature.id = ?',
    id,
  )
  return row ? { by: row.name, at: row.at, code: sha256(Buffer.from(row.bytes, 'base64')).toString('hex').slice(0, 8) } : null
}
