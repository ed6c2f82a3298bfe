import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { Browser } from 'playwright-core'
import type { Level } from '../../contract/terms.ts'
import { handAt } from '../../tools/demo/hand.ts'
import { cursorIn, signIn } from '../../tools/demo/acts.ts'
import { openBrowserHost } from '../../tools/hosts/browser.ts'
import { launchHeadless } from '../../tools/hosts/open-page.ts'
import { backupsIn, newestIn } from '../../tools/hosts/paper.ts'
import { type Office, openOffice, passwordOf } from './office.ts'
import { programs } from './programs.ts'

const MORNING = '2026-03-10T09:05:00+08:00'

type Options<T> = {
  /** What the office went through, at the vault's door: done once, and each journey of the worker that begins from the same has a copy of the folder. */
  from?: (office: Office) => Promise<T>
  /** What this journey's office went through besides. */
  before?: (office: Office) => Promise<void>
  at?: string
  /** an empty folder instead of the prepared office */
  empty?: boolean
  level?: Level
}

type Grown = { grow: unknown; at: string; level: Level | undefined; dir: string; made: unknown }
/** The offices that were grown in this worker, closed; they go with it. */
const grown: Grown[] = []
process.once('exit', () => {
  for (const { dir } of grown) rmSync(join(dir, '..'), { recursive: true, force: true })
})

/** The closed office that `grow` made of the prepared one, at this hour and level. */
const grownBy = async (grow: (office: Office) => Promise<unknown>, at: string, level: Level | undefined): Promise<Grown> => {
  const known = grown.find((one) => one.grow === grow && one.at === at && one.level === level)
  if (known) return known
  const office = await openOffice({ at, ...(level ? { level } : {}) })
  const made = await grow(office)
  await office.station.close()
  const fresh = { grow, at, level, dir: office.dir, made }
  grown.push(fresh)
  return fresh
}

let running: Browser | null = null
/** The one Chromium of this worker: each journey has a context of its own in it, as new as a Chromium of its own. It ends with the worker. */
const chromium = async (): Promise<Browser> => {
  if (!running?.isConnected()) running = await launchHeadless()
  return running
}

/**
 * The real screen on the prepared office, and somebody's hands at it.
 * Closing holds the page to its content policy: no breach, no script error, no request beyond its own files.
 */
export const openScreen = async <T = undefined>({ from, before, at = MORNING, empty = false, level }: Options<T> = {}) => {
  const origin = from && (await grownBy(from, at, level))
  const office = await openOffice({ at, ...(level ? { level } : {}), ...(origin ? { from: origin.dir } : {}) })
  await before?.(office)
  await office.station.close()
  const saved = mkdtempSync(join(tmpdir(), 'mijuan-saved-'))
  const dir = empty ? join(saved, 'empty') : office.dir
  const medium = join(saved, 'medium')
  const calendars = join(saved, 'calendars')
  const ledgers = join(saved, 'ledgers')
  const host = await openBrowserHost({
    dir,
    clock: at,
    argon: 'floor',
    headless: true,
    saveTo: join(saved, 'paper'),
    askFolder: backupsIn(medium),
    askFile: newestIn({ calendar: calendars, ledger: ledgers }),
    chromium: await chromium(),
    program: join(programs(), 'vault.mjs'),
  })
  const hand = handAt(host.page)
  const abandon = async () => {
    await host.close()
    await office.close()
    rmSync(saved, { recursive: true, force: true })
  }
  return {
    office,
    /** What `from` gave. */
    made: origin?.made as T,
    host,
    hand,
    page: host.page,
    as: (name: string) => signIn(hand, name, passwordOf(name)),
    /** Moves the clock; ten minutes and more lock the vault at the next call. */
    later: (iso: string) => host.clock(iso),
    /** Names of what was saved. */
    saved: () => readdirSync(join(saved, 'paper')),
    folder: join(saved, 'paper'),
    /** The medium that backups go to and come from. */
    medium,
    /** Where calendars come from: the newest file in it is chosen. */
    calendars,
    /** Where old ledgers come from, by the same rule. */
    ledgers,
    /** Closes without holding the page to anything: for journeys that break the policy on purpose and look at it themselves. */
    abandon,
    close: async () => {
      await abandon()
      expect(host.complaints, 'the page kept to its content policy and raised no error').toEqual([])
      expect(host.aborted, 'the page asked for nothing but its own files').toEqual([])
    },
  }
}
export type Screen = Omit<Awaited<ReturnType<typeof openScreen>>, 'made'>

/** What the hands of a journey do and look at again and again, at the screen that is open when they do. */
export const handsOn = (screen: () => Screen) => {
  const typeAnd = async (text: string, ...keys: string[]) => {
    await screen().hand.type(text)
    for (const key of keys) await screen().hand.press(key)
  }
  const dialog = (): Locator => screen().page.getByRole('dialog')
  return {
    typeAnd,
    dialog,
    pane: (): Locator => screen().page.locator('.record'),
    head: (): Locator => screen().page.locator('.record-head'),
    /** Begins an act by its key, once the page takes keys again after the one before. */
    begin: (key: string, where = dialog()) =>
      expect(async () => {
        await screen().hand.press(key)
        await expect(where).toBeVisible({ timeout: 500 })
      }).toPass(),
    /** Leaves the open dialog by its key, once what was typed or scanned last is saved. */
    leave: (key: string) =>
      expect(async () => {
        await screen().hand.press(key)
        await expect(dialog()).toHaveCount(0, { timeout: 500 })
      }).toPass(),
    /** What a scanner does where papers are counted: the number, then Enter. */
    scan: async (number: string) => {
      await cursorIn(screen().hand, '扫描或输入编号')
      await typeAnd(number, 'Enter')
    },
  }
}

/** Keys and clicks together. */
export const sum = ({ keys, clicks }: { keys: number; clicks: number }) => keys + clicks
