import type { Occasion } from '../../../contract/terms.ts'
import { sha256 } from '../storage/bytes.ts'
import type { Read, Signer, Work } from '../door/unit.ts'
import type { Head } from './append.ts'

/** What is signed: origin, size, root, chain head, time and occasion (shape of C2SP tlog-checkpoint). */
export const checkpointBody = (vault: string, head: Head, at: string, occasion: Occasion): string =>
  `mijuan/${vault}\n${head.size}\n${head.root}\nhead ${head.head}\nat ${at}\nfor ${occasion}\n`

const KEY_ALGORITHM = Buffer.from([0x0a, 0x01])

/** Which key signed, in four bytes: over the signer's name and public key. */
const keyHashOf = (name: string, publicKey: Uint8Array): Buffer => sha256(Buffer.concat([Buffer.from(name), KEY_ALGORITHM, publicKey])).subarray(0, 4)

/** A checkpoint as a signed note: the body, an empty line, the signature of whoever made it. */
export const signedNote = (body: string, vault: string, signer: Signer, publicKey: Buffer): string => {
  const name = `mijuan/${vault}/${signer.person.id}`
  const signature = Buffer.concat([keyHashOf(name, publicKey), signer.sign(Buffer.from(body))])
  return `${body}\n— ${name} ${signature.toString('base64')}\n`
}

/** Whether a note names this key (base64) as the one it was signed with. */
export const isSignedUnder = (note: string, publicKey: string): boolean => {
  const [name, signature] = note.trimEnd().split('\n').at(-1)?.split(' ').slice(1) ?? []
  if (!name || !signature) return false
  return keyHashOf(name, Buffer.from(publicKey, 'base64')).equals(Buffer.from(signature, 'base64').subarray(0, 4))
}

/** What the entry of a checkpoint that follows an act is called. */
export const FOLLOWS = 'vault.checkpoint'

/** Signs the head as it is now and keeps the checkpoint: what is recorded up to here stands on a key that lies in no file. */
export const issueCheckpoint = (work: Work, occasion: Occasion, signer: Signer) => {
  const head = work.head()
  const at = work.now.toISOString()
  const vault = work.read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')?.vault ?? ''
  const key = work.read.get<{ public_key: string }>('SELECT public_key FROM person_key WHERE id = ?', signer.keyId)?.public_key ?? ''
  const text = signedNote(checkpointBody(vault, head, at, occasion), vault, signer, Buffer.from(key, 'base64'))
  work.insert('checkpoint', { occasion, at, by_person: signer.person.id, ...head, text })
  work.about(`检查点${head.size}`)
  work.note({ occasion })
  return { ...head, text }
}

/** When the 安全审计员 last signed one to be taken outside; null: never. Those that acts make do not count. */
export const lastTaken = (read: Read): string | null =>
  read.get<{ at: string }>("SELECT at FROM checkpoint WHERE occasion = 'taken' ORDER BY id DESC LIMIT 1")?.at ?? null

const BY_TABLE: Record<string, Occasion> = {
  person_change: 'people',
  person_key: 'keys',
  acknowledgement: 'putBack',
  day_close: 'day',
  year_close: 'day',
}

/** The checkpoint that an act asks for by the tables it changed and its desk; null: none. An act may also ask itself (`work.checkpoint`). */
export const occasionOf = (call: string, tables: readonly string[]): Occasion | null => {
  for (const [table, occasion] of Object.entries(BY_TABLE)) if (tables.includes(table)) return occasion
  return call.startsWith('keys.') ? 'keys' : null
}

/** The text of the QR on every sheet of paper: the head that the print was made under. Unsigned: the paper is the witness. */
export const witnessOf = (vault: string, head: Head, at: string): string => `mijuan1;${vault};${head.size};${head.root};${at}`
