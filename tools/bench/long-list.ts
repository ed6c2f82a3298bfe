/**
 * The register of 180,000 papers on the real screen, beside antd's and TanStack's virtual tables with as many rows in memory: how long until the first rows
 * stand there, the time from frame to frame and the longest task while the wheel turns at one pace, what the page's process holds. Ours reads its rows
 * through the door as they come into sight, and is asked for places anywhere in the list besides.
 */
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { buildScreen } from '../build.ts'
import { signIn } from '../demo/acts.ts'
import { handAt } from '../demo/hand.ts'
import { openBrowserHost } from '../hosts/browser.ts'
import { launchHeadless } from '../hosts/open-page.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { compared, type Figure, p95, timed, under } from './figure.ts'
import { fillRegister } from './many.ts'
import { residentOf } from './memory.ts'
import { passwordOf, TODAY } from './office.ts'
import { randomFrom } from './papers.ts'
import { openRaw } from './raw.ts'
import { framesSeen, longestOf, traceTasks, watchFrames } from './screen.ts'

const WHEEL = 900
const LIMITS = { frame: 20, task: 50, jump: 100, memory: 350 }
const ORIGIN = 'https://tables.invalid'
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

type Seen = { first: number; frames: number[]; task: { wall: number; processor: number }; memory: number }

/** MiB that the process of a page holds: of the browser's renderers the greatest. */
const heldBy = async (page: Page): Promise<number> => {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('there is no browser to ask')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id).now))
}

/** Turns the wheel over what is on the page, so many times for its frames and as many for its tasks: the trace that times these costs frames itself. */
const wheel = async (page: Page, over: string, turns: number) => {
  const box = await page.locator(over).boundingBox()
  if (!box) throw new Error('the list is not on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const turned = async () => {
    for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, WHEEL)
  }
  await watchFrames(page)
  await turned()
  const frames = await framesSeen(page)
  const trace = await traceTasks(page)
  await turned()
  return { task: longestOf(await trace.end()), frames }
}

/** Builds the peers' pages into a folder that goes with the run. */
const buildTables = async (): Promise<string> => {
  const outDir = emptyFolder()
  const root = join(import.meta.dirname, 'tables')
  const input = ['antd', 'tanstack'].map((name) => join(root, `${name}.html`))
  const define = { 'process.env.NODE_ENV': '"production"' }
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    define,
    build: { outDir, rolldownOptions: { input }, chunkSizeWarningLimit: 4000 },
  })
  return outDir
}

const ofPeer = async (folder: string, name: string, over: string, rows: number, turns: number): Promise<Seen> => {
  const browser = await launchHeadless()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url())
      return route.fulfill({ contentType: TYPES[extname(pathname)] ?? 'text/plain', body: readFileSync(join(folder, pathname)) })
    })
    const first = await timed(async () => {
      await page.goto(`${ORIGIN}/${name}.html#${rows}`)
      await page.getByText(`第${rows}件`).first().waitFor()
    })
    const { task, frames } = await wheel(page, over, turns)
    return { first, task, frames, memory: await heldBy(page) }
  } finally {
    await browser.close()
  }
}

/** Milliseconds from the bar's move to a place until another row than before stands in the middle of the list, and none is still being read. */
const jumped = (page: Page, to: number): Promise<number> =>
  page.evaluate(async (part) => {
    const list = document.querySelector('.list') as HTMLElement
    const { left, top, height } = list.getBoundingClientRect()
    const middle = () =>
      document
        .elementsFromPoint(left + 100, top + height / 2)
        .find((element) => element.matches('.list-row'))
        ?.getAttribute('data-index')
    const frame = () => new Promise(requestAnimationFrame)
    const before = middle()
    const isThere = () => ![before, undefined, null].includes(middle()) && list.querySelector('[aria-busy]') === null
    const start = performance.now()
    list.scrollTop = (list.scrollHeight - list.clientHeight) * part
    do await frame()
    while (!isThere())
    return performance.now() - start
  }, to)

const ofOurs = async (archive: string, rows: number, turns: number, jumps: number): Promise<Seen & { jumps: number[] }> => {
  const dir = copyOf(archive)
  const database = await openRaw(dir)
  fillRegister(database, rows)
  database.close()
  await buildScreen()
  const host = await openBrowserHost({ dir, clock: TODAY, argon: 'floor', headless: true, saveTo: emptyFolder() })
  try {
    const { page } = host
    // A machine that has just written all those rows is slow to begin.
    await page.getByLabel('姓名').waitFor({ timeout: 180_000 })
    await signIn(handAt(page), '李保', passwordOf('李保'))
    const first = await timed(async () => {
      await page.getByRole('link', { name: /收文登记/ }).click()
      await page.locator('.list .list-row').first().waitFor()
    })
    const { task, frames } = await wheel(page, '.list', turns)
    const random = randomFrom(rows)
    const times: number[] = []
    for (let n = 0; n < jumps; n += 1) times.push(await jumped(page, n === 0 ? 1 : random()))
    return { first, task, frames, memory: await heldBy(page), jumps: times }
  } finally {
    await host.close()
  }
}

/** `rows` in each; the wheel is turned `turns` times, and ours jumps to so many places. */
export const longLists = async (archive: string, rows: number, turns: number, jumps: number): Promise<Figure[]> => {
  const folder = await buildTables()
  const ours = await ofOurs(archive, rows, turns, jumps)
  const peers: [string, Seen][] = [
    ["antd's virtual table, rows in memory", await ofPeer(folder, 'antd', '.ant-table-tbody-virtual-holder', rows, turns)],
    ['TanStack Table and Virtual, rows in memory', await ofPeer(folder, 'tanstack', '.box', rows, turns)],
  ]
  const what = `register of ${rows.toLocaleString('en')} rows`
  return [
    under(`${what}: time between frames while the wheel turns, p95`, p95(ours.frames), 'ms', LIMITS.frame),
    under(`${what}: longest task meanwhile, processor time`, ours.task.processor, 'ms', LIMITS.task),
    under(`${what}: from a jump to its rows on the screen, p95 of ${jumps}`, p95(ours.jumps), 'ms', LIMITS.jump),
    under(`${what}: memory of the page's process after it`, ours.memory, 'MiB', LIMITS.memory),
    ...peers.flatMap(([peer, seen]) => [
      compared({ name: `${what}: until its first rows stand there, beside ${peer}`, value: ours.first, unit: 'ms', peer, peerValue: seen.first }),
      compared({ name: `${what}: time between frames, p95, beside ${peer}`, value: p95(ours.frames), unit: 'ms', peer, peerValue: p95(seen.frames) }),
      compared({
        name: `${what}: longest task, processor time, beside ${peer}`,
        value: ours.task.processor,
        unit: 'ms',
        peer,
        peerValue: seen.task.processor,
      }),
      compared({ name: `${what}: memory of the page's process, beside ${peer}`, value: ours.memory, unit: 'MiB', peer, peerValue: seen.memory }),
    ]),
  ]
}
