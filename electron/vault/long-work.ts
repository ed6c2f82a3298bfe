import type { Delivery } from '../../contract/bridge.ts'
import { openArchives } from './archive/jobs.ts'
import { openChecks } from './backup/checks.ts'
import { openJobs } from './backup/jobs.ts'
import type { Clock } from './door/clock.ts'
import { recordAndRefuse, refusalFrom } from './door/door.ts'
import type { Opened } from './door/opened.ts'
import { exportedLists } from './exporting/lists.ts'
import { openExports } from './exporting/making.ts'
import { openImports } from './importing/chosen.ts'
import { faultsList } from './importing/faults.ts'
import type { UnderWay } from './people/own-keys.ts'

type Place = {
  dir: string
  clock: Clock
  /** One step after the other, among the calls. */
  inOrder: <T>(step: () => Promise<T>) => Promise<T>
  seated: () => Opened | null
  /** Whoever sits there; refuses where nobody does. */
  current: () => Opened
  /** Milliseconds from the first sign-in of a day to its check of the data. */
  checkAfter: number
}

/** What a vault does beside the calls: backups and drills, exports of the whole, files of lists, old ledgers, checks of the data. */
export const openLongWork = ({ dir, clock, inOrder, seated, current, checkAfter }: Place) => {
  const jobs = openJobs({ dir, clock, inOrder, current: seated, busy: () => archives.running() })
  const archives = openArchives({ dir, clock, inOrder, busy: jobs.running })
  const imports = openImports({ clock, inOrder })
  const exports = openExports({ clock, inOrder, lists: { ...exportedLists, importFaults: faultsList(imports) } })
  const busy = () => jobs.running() || archives.running()
  const checks = openChecks({ dir, clock, inOrder, current: seated, busy, after: checkAfter })
  /** What the keys are not changed under, and what to do about it. */
  const underWay: UnderWay = [
    [jobs, '正在备份或演练', '请等它结束，或先停止它。'],
    [archives, '正在整库导出', '请等它结束，或先停止它。'],
    [imports, '正在读入或核对旧账', '请等它结束，或先放弃导入。'],
    [exports, '正在生成导出文件', '请等它结束。'],
  ]
  return {
    jobs,
    archives,
    imports,
    exports,
    checks,
    underWay,
    /** Whoever began it leaves. A check is stopped before. */
    abandon: () => {
      jobs.abandon()
      archives.abandon()
      exports.abandon()
      imports.forget()
    },
    /** Resolves when no thread of it runs any more. */
    gone: () => Promise.all([jobs.gone(), archives.gone()]),
    /** Does in a folder what a ticket was given for: begins in order, and ends whenever it does. */
    carryOut: async (ticket: string, folder: string): Promise<Delivery> => {
      const begun = await inOrder(async () => {
        const session = current()
        const whole = session.tickets.redeem(ticket)?.kind === 'archive'
        await checks.stop()
        try {
          return (whole ? archives : jobs).begin(session, ticket, folder)
        } catch (error) {
          const reply = recordAndRefuse(session, clock.now(), whole ? 'archive.begin' : 'backup.begin', refusalFrom(error))
          return { ended: Promise.resolve<Delivery>({ ok: false, message: reply.ok ? '' : reply.refused.message }) }
        }
      })
      return begun.ended
    },
  }
}
