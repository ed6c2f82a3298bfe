/** The longest sheet of the desks on the real screen: a 销毁清单 of two hundred lines, from the key that opens it to the PDF that lies on the disk. */
import { buildScreen } from '../build.ts'
import { savePaper, signIn } from '../demo/acts.ts'
import { handAt } from '../demo/hand.ts'
import { openBrowserHost } from '../hosts/browser.ts'
import { copyOf, emptyFolder } from './archive.ts'
import { type Figure, median, timed, under } from './figure.ts'
import { openBenchOffice, passwordOf, TODAY } from './office.ts'

const LINES = 200
const LIMIT_MS = 2_000

/** A batch of the two hundred oldest papers, counted; gives its id. */
const batchIn = async (dir: string): Promise<number> => {
  const office = openBenchOffice(dir)
  await office.as('李保')
  const { rows } = await office.ok('disposal.offer', { kind: 'destruction', limit: LINES })
  if (rows.length < LINES) throw new Error(`only ${rows.length} papers can be destroyed`)
  const { id } = await office.ok('disposal.propose', { kind: 'destruction', copies: rows.map((row) => row.id), reason: '保存期满，不需留存' })
  await office.ok('disposal.count', { destruction: id, counted: rows.map(({ number }, nth) => ({ number, pages: 1 + (nth % 9) })) })
  await office.close()
  return id
}

export const printing = async (archive: string, times: number): Promise<Figure[]> => {
  await buildScreen()
  const dir = copyOf(archive)
  const batch = await batchIn(dir)
  const host = await openBrowserHost({ dir, clock: TODAY, argon: 'floor', headless: true, saveTo: emptyFolder() })
  const hand = handAt(host.page)
  const took: number[] = []
  try {
    await signIn(hand, '李保', passwordOf('李保'))
    await host.page.evaluate((id) => location.assign(`#/disposal/destruction-${id}`), batch)
    for (let time = 0; time < times; time += 1) {
      await host.page.getByRole('button', { name: '打印销毁清单 F8' }).waitFor()
      took.push(
        await timed(async () => {
          await hand.press('F8')
          await savePaper(hand)
        }),
      )
    }
  } finally {
    await host.close()
  }
  return [under(`销毁清单 of ${LINES} lines: from F8 to the PDF on the disk`, median(took), 'ms', LIMIT_MS)]
}
