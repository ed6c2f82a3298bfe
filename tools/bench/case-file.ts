/** The thickest paper of 依申请公开 on the real screen: a 案卷 of a hundred pages, from the button that opens it to the PDF that lies on the disk. */
import { buildScreen } from '../build.ts'
import { savePaper, signIn } from '../demo/acts.ts'
import { handAt } from '../demo/hand.ts'
import { openBrowserHost } from '../hosts/browser.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { type Figure, median, timed, under } from './figure.ts'
import { idOf, openBenchOffice, passwordOf, TODAY } from './office.ts'

const PAGES = 100
const ITEMS = 20
const LIMIT_MS = 5_000

/** So many characters of something that might be asked for. */
const asked = (nth: number, length: number) =>
  `第${nth}项：请公开各片区历年的接种点名单、开放时间、验收报告和付款凭证；`.repeat(length).slice(0, length)

/** An application for twenty things, each with all the words that it may have, and a letter about each; gives its id. */
const applicationIn = async (dir: string): Promise<number> => {
  const office = openBenchOffice(dir)
  await office.as('韩综')
  const { id } = await office.ok('disclosure.receive', {
    channel: 'inPerson',
    arrivedOn: TODAY.slice(0, 10),
    applicant: { kind: 'person', name: '申请人甲', evidence: 'identityCard', telephone: '0000-0000000' },
    content: asked(0, 10_000),
    providedAs: 'paper',
    obtainedBy: 'collected',
  })
  const things = Array.from({ length: ITEMS }, (_, nth) => ({ content: asked(nth + 1, 4_200), handler: idOf('陈科') }))
  const { items } = await office.ok('disclosure.register', { disclosure: id, items: things })
  for (const { item } of items)
    await office.ok('disclosure.letter', {
      disclosure: id,
      item,
      kind: 'assist',
      to: '青禾市示范局',
      words: asked(item, 300),
      writtenOn: TODAY.slice(0, 10),
    })
  await office.close()
  return id
}

export const printingCaseFile = async (archive: string, times: number): Promise<Figure[]> => {
  await buildScreen()
  const dir = copyOf(archive)
  const application = await applicationIn(dir)
  const host = await openBrowserHost({ dir, clock: TODAY, argon: 'floor', headless: true, saveTo: emptyFolder() })
  const hand = handAt(host.page)
  const took: number[] = []
  let pages = 0
  try {
    await signIn(hand, '韩综', passwordOf('韩综'))
    await host.page.evaluate((id) => location.assign(`#/disclosure/${id}`), application)
    for (let time = 0; time < times; time += 1) {
      await host.page.getByRole('button', { name: '打印案卷' }).waitFor()
      took.push(
        await timed(async () => {
          await hand.button('打印案卷')
          await host.page.locator('[data-complete]').waitFor()
          pages = await host.page.locator('.paper-pages > .paper-page').count()
          await savePaper(hand)
        }),
      )
    }
  } finally {
    await host.close()
  }
  if (pages < PAGES) throw new Error(`the file has ${pages} pages`)
  return [under(`案卷 of ${pages} pages: from its button to the PDF on the disk`, median(took), 'ms', LIMIT_MS)]
}
