/**
 * The browser host: the very vault and the very screen, in the system's Chromium instead of Electron. Chromium is driven over a pipe and
 * opens no port; the page comes from out/screen by request interception under a name that does not exist; every other request is aborted.
 */
import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { DELIVERIES, delivering, type Means } from '../../electron/shell/delivery.ts'
import { answerPage, filesOnce, type PageFiles } from '../../electron/shell/page.ts'
import { screenFolder } from '../build.ts'
import { openPage } from './open-page.ts'
import { buildBridge } from './page-bridge.ts'
import { backupsIn, intoFolder, newestIn, paperOf } from './paper.ts'
import { startVault, type VaultProcess } from './vault-process.ts'

export const ORIGIN = 'https://mijuan.invalid'

export type BrowserHostOptions = {
  /** The data folder. */
  dir: string
  /** An instant at which time stands still (tests, the demo); left out, the system's clock runs. */
  clock?: string
  argon?: 'floor'
  headless: boolean
  /** The folder that saved files go to; `ask` decides instead when given. */
  saveTo?: string
  ask?: Means['ask']
  /** Where backups go and come from; left out, a folder of their own in the person's home. */
  askFolder?: Means['askFolder']
  /** The file of a calendar or an old ledger; left out, the newest in a folder of their own in the person's home. */
  askFile?: Means['askFile']
  /** The vault's program; left out, the sources. */
  program?: string
  /** Path of a Chromium, found or installed when left out; or a headless one that runs already and stays (journeys). */
  chromium?: string | Browser
}

export type BrowserHost = {
  page: Page
  /** The vault behind the page, for what a test must do or know without the screen. */
  vault: VaultProcess
  /** Sets the vault's clock. */
  clock(iso: string): Promise<void>
  /** Requests that were not for the screen's own files, and were aborted. */
  aborted: readonly string[]
  /** What the page complained of: breaches of the content policy, errors of its scripts. */
  complaints: readonly string[]
  /** Resolves when the window is closed by the person. */
  closed: Promise<void>
  close(): Promise<void>
}

const servePage = (files: PageFiles, aborted: string[]) => {
  let nonce = ''
  return async (route: Route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.origin !== ORIGIN) {
      aborted.push(request.url())
      return route.abort('blockedbyclient')
    }
    if (request.isNavigationRequest()) nonce = randomBytes(18).toString('base64url')
    return route.fulfill(answerPage(files, request.method(), url.pathname, nonce))
  }
}

/** Bindings answer the main frame of the page at its own origin and nobody else (security-checklist 17). */
const fromOurPage = (page: Page, frame: { url(): string }): boolean =>
  frame === page.mainFrame() && URL.canParse(frame.url()) && new URL(frame.url()).origin === ORIGIN

type Asking = Pick<Means, 'ask' | 'askFolder' | 'askFile'>

const exposeVault = async (context: BrowserContext, page: Page, vault: VaultProcess, asking: Asking): Promise<void> => {
  const paper = paperOf(page, asking)
  const deliver = delivering(vault, paper)
  let lockedBy = ''
  const expose = (name: string, answer: (text: string) => Promise<string>) =>
    context.exposeBinding(name, async (source, text: string) => {
      if (!fromOurPage(page, source.frame)) throw new Error('not the page')
      return answer(text)
    })
  await expose('mijuanCall', async (text) => {
    const { name, input, background } = JSON.parse(text)
    return JSON.stringify(await vault.call(name, input, { background }))
  })
  await expose('mijuanDeliver', async (text) => {
    const { how, ticket, printer } = JSON.parse(text)
    const known = DELIVERIES.find((each) => each === how)
    if (!known) throw new Error('not a delivery')
    return JSON.stringify(await (known === 'printPaper' ? deliver[known](String(ticket), printer) : deliver[known](String(ticket))))
  })
  await expose('mijuanTell', async (what) => {
    if (what === 'active') await vault.active()
    if (what === 'chooseBackup') return JSON.stringify(await deliver.chooseBackup())
    if (what === 'chooseCalendar') return JSON.stringify(await deliver.chooseCalendar())
    if (what === 'chooseLedger') return JSON.stringify(await deliver.chooseLedger())
    if (what === 'printers') return JSON.stringify(await paper.printers())
    if (what !== 'lockedBy') return ''
    const reason = lockedBy
    lockedBy = ''
    return reason
  })
  await context.addInitScript(buildBridge)
  // The page is thrown away on lock, so that nothing it had read stays in its memory (security-checklist 39).
  vault.onLocked((reason) => {
    lockedBy = reason
    page.reload().catch(() => undefined)
  })
}

/** Opens the app in Chromium on a data folder. out/screen must have been built (tools/build.ts). */
export const openBrowserHost = async (options: BrowserHostOptions): Promise<BrowserHost> => {
  const files = filesOnce(screenFolder)
  const ask = options.ask ?? intoFolder(options.saveTo ?? join(homedir(), '密卷导出'))
  const askFolder = options.askFolder ?? backupsIn(join(homedir(), '密卷备份'))
  const askFile = options.askFile ?? newestIn({ calendar: join(homedir(), '密卷日历'), ledger: join(homedir(), '密卷旧账') })
  const vault = await startVault({ dir: options.dir, clock: options.clock, argon: options.argon, program: options.program })
  const { context, page, close } = await openPage(options.headless, options.chromium).catch(async (error: unknown) => {
    await vault.close()
    throw error
  })
  const aborted: string[] = []
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const closed = new Promise<void>((done) => page.once('close', () => done()))
  await context.route('**/*', servePage(files, aborted))
  await context.routeWebSocket(/.*/, (socket) => socket.close())
  await exposeVault(context, page, vault, { ask, askFolder, askFile })
  await page.goto(`${ORIGIN}/`)
  return {
    page,
    vault,
    clock: (iso) => vault.clock(iso),
    aborted,
    complaints,
    closed,
    close: async () => {
      await close()
      await vault.close()
    },
  }
}
