import { mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type BrowserHost, openBrowserHost } from '../hosts/browser.ts'
import { backupsIn, newestIn } from '../hosts/paper.ts'
import { signIn } from './acts.ts'
import type { Person } from './cast.ts'
import { type Effort, type Hand, handAt } from './hand.ts'

/** One thing that was done: at which desk, what, how long it took to stand on the screen, and with how many keys and clicks. */
export type Step = { desk: string; did: string; ms: number; keys: number; clicks: number }

/** The fictional office's one computer: its screen, whoever sits at it, the clock on the wall, and what is kept of the day. */
export type Stage = {
  hand: Hand
  host: BrowserHost
  steps: readonly Step[]
  /** Does one step; gives what it gave. Its time and effort go into the report. */
  step<T>(desk: string, did: string, act: (hand: Hand) => Promise<T>): Promise<T>
  /** A picture of the screen as it stands, into `screens/`. */
  picture(name: string): Promise<void>
  /** Where old ledgers come from: the newest file in it. */
  ledgers: string
  /** Moves the clock on the wall. */
  clock(iso: string): Promise<void>
  close(): Promise<void>
}

/** `data`: another folder of data than `out`/data. */
export type StageOptions = { out: string; at: string; argon?: 'floor' | undefined; data?: string }

/**
 * Opens the real screen over the vault in `out`/data, a new one where there is none. Paper and lists that are saved go to `out`/paper, texts to `out`, backups and
 * exports of the whole to `out`/backup; old ledgers come from `out`/ledgers.
 */
export const openStage = async ({ out, at, argon, data = join(out, 'data') }: StageOptions): Promise<Stage> => {
  const folders = { data, paper: join(out, 'paper'), screens: join(out, 'screens'), ledgers: join(out, 'ledgers') }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ask = async (fileName: string) => (extname(fileName) === '.txt' ? join(out, 'checkpoint.txt') : join(folders.paper, fileName))
  const askFolder = backupsIn(join(out, 'backup'))
  const askFile = newestIn({ calendar: folders.ledgers, ledger: folders.ledgers })
  const host = await openBrowserHost({ dir: folders.data, clock: at, argon, headless: true, ask, askFolder, askFile })
  const hand = handAt(host.page)
  const steps: Step[] = []
  const noted = (desk: string, did: string, ms: number, { keys, clicks }: Effort) => steps.push({ desk, did, ms: Math.round(ms), keys, clicks })
  return {
    hand,
    host,
    steps,
    ledgers: folders.ledgers,
    step: async (desk, did, act) => {
      hand.spent()
      const begun = performance.now()
      const given = await act(hand)
      noted(desk, did, performance.now() - begun, hand.spent())
      return given
    },
    picture: async (name) => {
      // Two frames, so that what was asked for last stands there.
      await host.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      await host.page.screenshot({ path: join(folders.screens, `${name}.png`) })
    },
    clock: (iso) => host.clock(iso),
    close: () => host.close(),
  }
}

/** The clock stands at `at`, and this person comes in. */
export const comesIn = async ({ step, clock }: Stage, at: string, who: Person): Promise<void> => {
  await clock(at)
  await step('登录', `${who.name}登录`, (hand) => signIn(hand, who.name, who.password))
}
