/** Signing in against the bare password hash it cannot do without, and what the calibration of a new vault chose on this machine. */
import { argon2id, hash } from 'argon2'
import { randomBytes } from 'node:crypto'
import { argonFloor, type ArgonCost } from '../../electron/vault/storage/key-wrap.ts'
import { readKeyFile } from '../verify/keys.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { atMost, type Figure, median, reported, timed } from './figure.ts'
import { officers, openBenchOffice, passwordOf } from './office.ts'

/** The peer: the same algorithm with the same parameters, and nothing else. */
export const bareArgon = ({ memoryKiB, passes, parallelism }: ArgonCost) =>
  hash('Mijuan#bare', {
    type: argon2id,
    salt: randomBytes(16),
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism,
    hashLength: 32,
    raw: true,
  })

/** Turn and turn about: the whole of `session.signIn`, from the call to the answer, and one bare hash. */
const beside = async (dir: string, person: string, password: string, cost: ArgonCost, samples: number) => {
  const office = openBenchOffice(dir)
  const times: { signIn: number[]; bare: number[] } = { signIn: [], bare: [] }
  for (let n = 0; n <= samples; n += 1) {
    const bare = await timed(() => bareArgon(cost))
    const signIn = await timed(() => office.ok('session.signIn', { name: person, password }))
    await office.ok('session.signOut', {})
    // The first of each is for warming up.
    if (n > 0) times.bare.push(bare)
    if (n > 0) times.signIn.push(signIn)
  }
  await office.close()
  return { signIn: median(times.signIn), bare: median(times.bare) }
}

const figureOf = (name: string, { signIn, bare }: { signIn: number; bare: number }) =>
  atMost(1.2, { name, value: signIn, unit: 'ms', peer: 'bare Argon2id with the same parameters', peerValue: bare })

/** Two vaults: a new one as calibrated, and the archive at the least cost that is allowed, where the rest of a sign-in weighs most. */
export const signingIn = async (archive: string, samples: number): Promise<Figure[]> => {
  const fresh = emptyFolder()
  const office = openBenchOffice(fresh, { calibrated: true })
  const officer = (name: string, place: number) => ({ name, identity: `QH-000${place}`, password: passwordOf(name) })
  await office.ok('setup.create', {
    unit: '青禾市疾控示范中心',
    level: 'confidential',
    calendarYears: [2026],
    officers: {
      systemAdmin: officer(officers.systemAdmin, 1),
      securityAdmin: officer(officers.securityAdmin, 2),
      auditor: officer(officers.auditor, 3),
    },
  })
  await office.close()
  const { kdf } = readKeyFile(fresh)
  const calibrated = await beside(fresh, officers.auditor, passwordOf(officers.auditor), kdf, samples)
  const floor = await beside(copyOf(archive), officers.auditor, passwordOf(officers.auditor), argonFloor, samples * 2)
  const above = kdf.memoryKiB >= argonFloor.memoryKiB && kdf.passes >= argonFloor.passes
  return [
    figureOf('session.signIn, calibrated', calibrated),
    figureOf('session.signIn, 10,000 documents, least cost', floor),
    {
      ...reported('Argon2id as calibrated', calibrated.bare, 'ms'),
      peer: 'limit',
      peerValue: 1000,
      ratio: Number((calibrated.bare / 1000).toPrecision(3)),
      goal: `700–1000 ms, ≥ 64 MiB/t3 (chosen: ${kdf.memoryKiB / 1024} MiB/t${kdf.passes}/p${kdf.parallelism})`,
      holds: above && calibrated.bare >= 700 && calibrated.bare <= 1000,
    },
  ]
}
