import { sha256 } from '../storage/bytes.ts'
import type { Signer } from '../door/unit.ts'
import type { Head } from './append.ts'

/** What is signed: origin, size, root, chain head and time (shape of C2SP tlog-checkpoint). */
export const checkpointBody = (vault: string, head: Head, at: string): string =>
  `mijuan/${vault}\n${head.size}\n${head.root}\nhead ${head.head}\nat ${at}\n`

const KEY_ALGORITHM = Buffer.from([0x0a, 0x01])

/** Which key signed, in four bytes: over the signer's name and public key. */
const keyHashOf = (name: string, publicKey: Uint8Array): Buffer => sha256(Buffer.concat([Buffer.from(name), KEY_ALGORITHM, publicKey])).subarray(0, 4)

/** A checkpoint as a signed note: the body, an empty line, the auditor's signature. */
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

/** The text of the QR on every sheet of paper: the head that the print was made under. Unsigned: the paper is the witness. */
export const witnessOf = (vault: string, head: Head, at: string): string => `mijuan1;${vault};${head.size};${head.root};${at}`
