import type { SignatureMark } from '../../../contract/fields.ts'
import type { Read } from '../door/unit.ts'
import { sha256 } from '../storage/bytes.ts'

type SignatureRow = { name: string; at: string; bytes: string; purpose: string }
type PaperRow = { of: string; signedAt: string; kept: string | null; confirmedAt: string | null; confirmed: string | null }

const codeOf = (bytes: string) => sha256(Buffer.from(bytes, 'base64')).toString('hex').slice(0, 8)

/** What was signed on paper, where this signature is the officer's who entered it. */
const paperOf = (read: Read, id: number): SignatureMark['paper'] => {
  const row = read.get<PaperRow>(
    `SELECT person.name AS of, signed_at AS signedAt, kept, confirmed_at AS confirmedAt, own.bytes AS confirmed FROM paper_signing
     JOIN person ON person.id = paper_signing.person LEFT JOIN signature AS own ON own.id = confirm_signature WHERE entry_signature = ?`,
    id,
  )
  if (!row) return null
  const { of, signedAt, kept, confirmedAt, confirmed } = row
  return { of, signedAt, kept, confirmed: confirmedAt !== null && confirmed !== null ? { at: confirmedAt, code: codeOf(confirmed) } : null }
}

/** A stored signature as lists and forms show it: who, when, a short code to find it by, and what paper it stands for. */
export const signatureMark = (read: Read, id: number | null): SignatureMark | null => {
  if (id === null) return null
  const row = read.get<SignatureRow>(
    'SELECT person.name, signature.at, signature.bytes, signature.purpose FROM signature JOIN person_key ON person_key.id = person_key JOIN person ON person.id = person_key.person WHERE signature.id = ?',
    id,
  )
  if (!row) return null
  return { by: row.name, at: row.at, code: codeOf(row.bytes), paper: row.purpose.startsWith('paper.') ? paperOf(read, id) : null }
}
