import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { settableClock, systemClock } from '../../electron/vault/door/clock.ts'
import { openStation } from '../../electron/vault/station.ts'
import { argonFloor } from '../../electron/vault/storage/key-wrap.ts'

export type HostStation = { dir: string; clock?: string | undefined; argon?: string | undefined }

/** The fictional unit's calendars lie with the program. */
export const calendars = resolve(import.meta.dirname, '../../resources/calendars')

/**
 * Opens a station for a host outside Electron. The folder is made 0700 when absent.
 * `clock`: an instant at which time stands still until it is set. `argon: 'floor'`: the least password-hash cost that is allowed, for tests.
 */
export const openHostStation = ({ dir, clock, argon }: HostStation) => {
  if (dir === '') throw new Error('no data folder given')
  if (argon !== undefined && argon !== 'floor') throw new Error('--argon knows only: floor')
  process.umask(0o077)
  const folder = resolve(dir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let settable = clock === undefined ? null : settableClock(clock)
  const station = openStation({
    dir: folder,
    clock: { now: () => (settable ?? systemClock).now() },
    calendars,
    ...(argon === 'floor' ? { argon: argonFloor } : {}),
  })
  const setClock = (iso: string): void => {
    if (settable) settable.set(iso)
    else settable = settableClock(iso)
  }
  return { station, setClock }
}
