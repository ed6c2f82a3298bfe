/** The real screen in Chromium over the archive: first paint of the sign-in page, and the register of 10,000 rows scrolled by the wheel from top to end. */
import type { Page } from 'playwright-core'
import { buildScreen } from '../build.ts'
import { signIn } from '../demo/acts.ts'
import { handAt } from '../demo/hand.ts'
import { openBrowserHost } from '../hosts/browser.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { type Figure, median, p95, reported, under } from './figure.ts'
import { passwordOf, TODAY } from './office.ts'

const WHEEL = 900
const ROWS = 10_000

/** Milliseconds from the navigation to the first pixels of the sign-in page. */
const firstPaint = async (page: Page) => {
  await page.reload()
  await page.getByLabel('姓名').waitFor()
  const paint = () => performance.getEntriesByType('paint').map(({ name, startTime }) => [name, startTime] as const)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const entries = new Map(await page.evaluate(paint))
  return { first: entries.get('first-paint') ?? 0, contentful: entries.get('first-contentful-paint') ?? 0 }
}

type TraceEvent = { name: string; pid: number; tid: number; dur?: number; tdur?: number; args: { name?: string } }
/** A task of the page's main thread, in milliseconds: by the clock on the wall, and of the processor. The rest it was kept waiting by others. */
type Task = { wall: number; processor: number }

const microseconds = (time: number | undefined) => (time ?? 0) / 1000

/** Chromium's own trace of the tasks of the page's main thread; `end` gives them. */
export const traceTasks = async (page: Page) => {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('there is no browser to trace')
  const tasks: (Task & { thread: string })[] = []
  const names = new Map<string, string>()
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, pid, tid, dur, tdur, args } of value as unknown as TraceEvent[]) {
      if (name === 'thread_name') names.set(`${pid} ${tid}`, args.name ?? '')
      if (name === 'RunTask') tasks.push({ thread: `${pid} ${tid}`, wall: microseconds(dur), processor: microseconds(tdur) })
    }
  })
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline'], recordMode: 'recordUntilFull' },
  })
  return {
    end: async (): Promise<Task[]> => {
      await session.send('Tracing.end')
      await ended
      await session.detach()
      const ours = tasks.filter(({ thread }) => names.get(thread) === 'CrRendererMain')
      if (ours.length === 0) throw new Error('the trace holds no task of the page')
      return ours
    },
  }
}

export const longestOf = (tasks: readonly Task[]): Task =>
  tasks.reduce((longest, { wall, processor }) => ({ wall: Math.max(longest.wall, wall), processor: Math.max(longest.processor, processor) }))

/** From now on the page notes the time from frame to frame. */
export const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const frame = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(globalThis, { frames })
  })
export const framesSeen = (page: Page) => page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)

const LIST = '.list'

/** Where the list stands: pixels above, pixels in all, pixels shown. */
const place = (page: Page) =>
  page.evaluate((list) => {
    const { scrollTop, scrollHeight, clientHeight } = document.querySelector(list) as HTMLElement
    return { scrollTop, scrollHeight, clientHeight }
  }, LIST)

/** Turns the wheel until the last of the rows is on the screen; gives how many turns it took. */
const scrollToEnd = async (page: Page): Promise<number> => {
  const box = await page.locator(LIST).boundingBox()
  if (!box) throw new Error('the list is not on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const rowHeight = await page
    .locator(`${LIST} .list-row`)
    .first()
    .evaluate((row) => row.getBoundingClientRect().height)
  for (let turns = 1; ; turns += 1) {
    await page.mouse.wheel(0, WHEEL)
    const { scrollTop, scrollHeight, clientHeight } = await place(page)
    if (scrollHeight >= ROWS * rowHeight - 1 && scrollTop + clientHeight >= scrollHeight - 1) return turns
    if (turns > ROWS) throw new Error('the list has no end')
  }
}

const scrolled = async (page: Page) => {
  await page.getByRole('link', { name: /收文登记/ }).click()
  await page.locator(`${LIST} .list-row`).first().waitFor()
  await watchFrames(page)
  const trace = await traceTasks(page)
  await scrollToEnd(page)
  return { tasks: await trace.end(), frames: await framesSeen(page) }
}

/** Each pass signs in afresh, so that every page of the list is fetched through the door while it is scrolled. */
export const scrolling = async (archive: string, passes: number): Promise<Figure[]> => {
  await buildScreen()
  const host = await openBrowserHost({ dir: copyOf(archive), clock: TODAY, argon: 'floor', headless: true, saveTo: emptyFolder() })
  const hand = handAt(host.page)
  const longest: Task[] = []
  const frames: number[] = []
  const paints = { first: [] as number[], contentful: [] as number[] }
  try {
    for (let pass = 0; pass < passes; pass += 1) {
      for (let n = 0; n < 3; n += 1) {
        const { first, contentful } = await firstPaint(host.page)
        paints.first.push(first)
        paints.contentful.push(contentful)
      }
      await signIn(hand, '李保', passwordOf('李保'))
      const { tasks, frames: between } = await scrolled(host.page)
      longest.push(longestOf(tasks))
      frames.push(...between)
      await hand.press('Control+l')
    }
  } finally {
    await host.close()
  }
  return [
    under('screen: longest task while 10,000 rows are scrolled, processor time', median(longest.map(({ processor }) => processor)), 'ms', 50),
    under('screen: longest task while 10,000 rows are scrolled, wall time', median(longest.map(({ wall }) => wall)), 'ms', 50),
    reported('screen: time between frames meanwhile, p95', p95(frames), 'ms'),
    reported('screen: first paint of the sign-in page', median(paints.first), 'ms'),
    reported('screen: first contentful paint of the sign-in page', median(paints.contentful), 'ms'),
  ]
}
