import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../storage/files.ts'

/** Wrong passwords in a row that lock an account (domain 3.5). */
export const WRONG_PASSWORDS = 5
/** Refusals kept while the database is closed; beyond it they are only counted. */
const KEPT = 1000

const gateFile = z.strictObject({
  failures: z.record(z.string(), z.int().nonnegative()),
  /** `id` tells a refusal that the log already has from one that only looks the same. */
  pending: z.array(z.strictObject({ id: z.string(), at: z.string(), actor: z.string(), call: z.string(), code: z.string() })),
  dropped: z.int().nonnegative(),
})
type GateFile = z.infer<typeof gateFile>
export type Knock = GateFile['pending'][number]

/**
 * What must be remembered while the vault is closed: wrong passwords in a row, and refusals that wait for the audit log.
 * It survives a restart. It holds no password and no name that is not a person's of this unit.
 */
export type Gate = {
  failures(person: number): number
  /** People with five wrong passwords in a row. */
  locked(): number[]
  fail(person: number): number
  clear(person: number): void
  knock(knock: Omit<Knock, 'id'>): void
  /** Hands over the waiting refusals; they are erased by `handed` once the audit log has them. */
  waiting(): { knocks: readonly Knock[]; dropped: number }
  handed(): void
}

const empty = (): GateFile => ({ failures: {}, pending: [], dropped: 0 })

export const openGate = (dir: string): Gate => {
  const path = join(dir, 'gate.json')
  const read = (): GateFile => {
    if (!existsSync(path)) return empty()
    try {
      return gateFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      // A spoilt gate file is itself an event that the auditor should see.
      return { ...empty(), pending: [{ id: 'spoilt', at: new Date(0).toISOString(), actor: '-', call: 'session.signIn', code: 'vault.damaged' }] }
    }
  }
  const update = (change: (file: GateFile) => void) => {
    const file = read()
    change(file)
    writeWhole(path, JSON.stringify(file))
    return file
  }
  return {
    failures: (person) => read().failures[person] ?? 0,
    locked: () => Object.entries(read().failures).flatMap(([person, failures]) => (failures >= WRONG_PASSWORDS ? [Number(person)] : [])),
    fail: (person) =>
      update((file) => {
        file.failures[person] = (file.failures[person] ?? 0) + 1
      }).failures[person] as number,
    clear: (person) => {
      if (read().failures[person])
        update((file) => {
          delete file.failures[person]
        })
    },
    knock: (knock) => {
      update((file) => {
        if (file.pending.length < KEPT) file.pending.push({ id: randomBytes(6).toString('hex'), ...knock })
        else file.dropped += 1
      })
    },
    waiting: () => {
      const { pending, dropped } = read()
      return { knocks: pending, dropped }
    },
    handed: () => {
      const { pending, dropped } = read()
      if (pending.length + dropped > 0)
        update((file) => {
          file.pending = []
          file.dropped = 0
        })
    },
  }
}
