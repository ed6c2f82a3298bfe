import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts'

/** An empty page of a Chromium that knows nothing of before and keeps nothing for after. */
export type OpenPage = { context: BrowserContext; page: Page; close(): Promise<void> }

const SIZE = { width: 1366, height: 768 }
const quiet = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  acceptDownloads: false,
  serviceWorkers: 'block' as const,
  permissions: [],
  ignoreDefaultArgs: ['--enable-automation'],
}

/** A Chromium without a window, to open pages in. Whoever launches it closes it. */
export const launchHeadless = (executablePath = findChromium()): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, args: [...CHROMIUM_FLAGS], ignoreDefaultArgs: quiet.ignoreDefaultArgs })

/** A context of its own has cookies, storage and permissions of its own, and goes with all of them. */
const headlessPage = async (browser: Browser): Promise<OpenPage> => {
  const { ignoreDefaultArgs: _, ...shape } = quiet
  const context = await browser.newContext({ ...shape, viewport: SIZE })
  return { context, page: await context.newPage(), close: () => context.close() }
}

/** A page in a Chromium that was launched for it and goes with it. */
const onlyPage = async (executablePath: string): Promise<OpenPage> => {
  const browser = await launchHeadless(executablePath)
  return { ...(await headlessPage(browser)), close: () => browser.close() }
}

/** What the window's Chromium shall not offer: translation, spelling, remembered passwords and addresses (security-checklist 34, 50). */
const PREFERENCES = {
  translate: { enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  intl: { accept_languages: 'zh-CN' },
}

/** A window without tabs and address, as an application has; its profile lives in a folder that goes with it. */
const windowPage = async (executablePath: string): Promise<OpenPage> => {
  const profile = mkdtempSync(join(tmpdir(), 'mijuan-window-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES))
  const context = await chromium.launchPersistentContext(profile, {
    ...quiet,
    executablePath,
    headless: false,
    viewport: null,
    args: [...CHROMIUM_FLAGS, `--window-size=${SIZE.width},${SIZE.height}`, '--test-type', '--app=https://mijuan.invalid/'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    close: async () => {
      // The person may have closed the window already.
      await context.close().catch(() => undefined)
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/**
 * Opens Chromium on an empty page, in a window or headless, or the page in a headless Chromium that runs already. No second page can be opened
 * beside it.
 */
export const openPage = async (headless: boolean, running: string | Browser = findChromium()): Promise<OpenPage> => {
  const opened = await (typeof running !== 'string' ? headlessPage(running) : headless ? onlyPage(running) : windowPage(running))
  opened.context.on('page', (other) => void other.close().catch(() => undefined))
  return opened
}
