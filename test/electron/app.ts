import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { signIn } from '../../tools/demo/acts.ts'
import { handAt } from '../../tools/demo/hand.ts'
import { electronBinary } from '../../tools/electron.ts'
import { openOffice } from '../support/office.ts'

const root = resolve(import.meta.dirname, '../..')
/** The packed vault knows no clock but the system's: the officer gets a password of today. */
const PASSWORD = 'Electron#today-2026'

/** The unpacked app on the prepared office, its sandbox on, with a profile of its own. out/ must have been built (tools/build.ts). */
export const openElectron = async () => {
  const office = await openOffice()
  await office.later(new Date().toISOString(), '李保')
  await office.ok('session.changePassword', { current: office.passwordOf('李保'), next: PASSWORD })
  await office.station.close()
  const home = mkdtempSync(join(tmpdir(), 'mijuan-electron-'))
  const start = {
    executablePath: electronBinary() ?? '',
    args: [root, '--data', office.dir],
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: home, APPDATA: home },
  }
  const app = await _electron.launch({ ...start, chromiumSandbox: true })
  const page = await app.firstWindow()
  const hand = handAt(page)
  return {
    app,
    page,
    hand,
    start,
    /** An empty folder for what is saved. */
    home,
    signIn: () => signIn(hand, '李保', PASSWORD),
    close: async () => {
      await app.close()
      await office.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
export type Electron = Awaited<ReturnType<typeof openElectron>>
