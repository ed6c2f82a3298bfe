import { createHmac } from 'node:crypto'
import type { Level } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { OpenKeyFile, Slot } from '../storage/key-file.ts'
import { derive } from '../storage/key-wrap.ts'
import { policyOf } from './password-policy.ts'
import type { SigningKey } from './slots.ts'

/** A password's digest under a key that only its owner has: a guess costs whoever else reads the key file what it costs at the password itself. */
const digestOf = (vault: string, person: number, { seed }: SigningKey, password: string): string => {
  const key = derive(seed, vault, `mijuan/earlier-passwords/${person}`)
  const digest = createHmac('sha256', key).update(password.normalize('NFKC')).digest('base64')
  key.fill(0)
  return digest
}

/** What is remembered of somebody's very first password of their own. */
export const firstPassword = (vault: string, person: number, signing: SigningKey, password: string): string[] => [
  digestOf(vault, person, signing, password),
]

/** What is remembered once `next` is chosen. Refused when it is one of the last that the level remembers (口令). */
export const withNextPassword = (
  { vault }: Pick<OpenKeyFile, 'vault'>,
  { person, earlier }: Slot,
  signing: SigningKey,
  { next, current, level }: { next: string; current: string; level: Level },
): string[] => {
  const { remembered } = policyOf(level)
  const chosen = digestOf(vault, person, signing, next)
  // A password from before its history was kept, as an initial one, counts too
  const known = [...new Set([...earlier, digestOf(vault, person, signing, current)])].slice(-remembered)
  if (known.includes(chosen)) refuse('rule.forbids', `新口令不得与最近${remembered}次用过的口令相同。`, { clause: '口令', field: 'next' })
  return [...known, chosen].slice(-remembered)
}
