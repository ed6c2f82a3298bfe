/** A signature as the vault makes it for the signed-in person, and for one who signs in place, against bare Ed25519 over the same bytes. */
import { randomBytes, sign } from 'node:crypto'
import { keyObjectOf } from '../../electron/vault/storage/key-wrap.ts'
import { canonicalJson } from '../../electron/vault/storage/bytes.ts'
import { signerOf, signerOfSession } from '../../electron/vault/people/slots.ts'
import { atLeast, type Figure, median, reported, timed } from './figure.ts'

const ROUND = 500
const person = { id: 4, name: '李保', department: '综合办公室' }
const at = '2026-03-10T01:05:00.000Z'

/** What a hand-out of three copies is signed over. */
const record = (n: number) => ({
  at,
  folder: '夹03',
  leg: n,
  numbers: [`密收〔2026〕${n}-01`, `密收〔2026〕${n}-02`, `密收〔2026〕${n}-03`],
  order: 1,
  person: person.id,
  place: '本单位阅文室',
  purpose: 'handOut.give',
  reader: 5,
  sheet: `传阅〔2026〕${n}`,
  vault: 'bench',
})

/** Rounds of all three, turn and turn about; the first round is for warming up. */
export const signing = async (rounds: number): Promise<Figure[]> => {
  const seed = randomBytes(32)
  const bare = keyObjectOf(seed)
  const session = signerOfSession(person, 1, seed)
  const inPlace = signerOf(person, 1, seed)
  const times = { bare: [] as number[], session: [] as number[], inPlace: [] as number[] }
  const round = (each: (n: number) => unknown) =>
    timed(() => {
      for (let n = 0; n < ROUND; n += 1) each(n)
    })
  const texts = Array.from({ length: ROUND }, (_, n) => Buffer.from(canonicalJson(record(n))))
  for (let n = 0; n <= rounds; n += 1) {
    const took = {
      bare: await round((one) => sign(null, texts[one] as Buffer, bare)),
      session: await round((one) => session.sign(Buffer.from(canonicalJson(record(one))))),
      inPlace: await round((one) => inPlace.sign(Buffer.from(canonicalJson(record(one))))),
    }
    if (n > 0) for (const who of ['bare', 'session', 'inPlace'] as const) times[who].push(took[who])
  }
  for (const signer of [session, inPlace]) signer.erase()
  const rate = (samples: readonly number[]) => (ROUND * 1000) / median(samples)
  return [
    atLeast(0.8, {
      name: 'a signature of the signed-in person, its record written and signed',
      value: rate(times.session),
      unit: '/s',
      peer: 'bare Ed25519 over the same bytes',
      peerValue: rate(times.bare),
    }),
    reported('a signature in place, whose key is made for it and erased', rate(times.inPlace), '/s'),
  ]
}
