import type { audit } from '../../../contract/audit.ts'
import type { Output } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Work } from '../door/unit.ts'
import { acknowledge } from './acknowledging.ts'
import { issueCheckpoint, lastTaken } from './checkpoint.ts'
import { countRefused, listed, OF_USERS, page } from './entries.ts'
import { headOf } from './span.ts'
import type { Heads } from './heads.ts'
import { checkpointOf, prove, proveGrowth } from './proving.ts'
import { inAll } from './row-verification.ts'
import { beginVerification, checkedIn, checkSpan, type Verification } from './verification.ts'
import { nextOf } from '../storage/paging.ts'

/** Lets the shell save the text of a checkpoint outside this machine. */
const ticketFor = (work: Work, { text, size }: { text: string; size: number }) =>
  work.shellTicket({ kind: 'text', fileName: `检查点-${work.wall.slice(0, 10)}-${size}.txt`, text, about: `检查点${size}` })

/** The procedures of the 审计 desk. One verification at a time goes on from span to span. */
export const auditDesk = (heads: () => Heads | null): Desk<typeof audit> => {
  let run: Verification = beginVerification()
  return {
    'audit.list': listed,
    'audit.users': (query, { after, limit, ...filter }) => page(query.read, filter, { after, limit }, OF_USERS),
    'audit.verify': (query, { from }) => {
      if (from === 0) run = beginVerification()
      if (from !== checkedIn(run)) refuse('state.conflict', '校验已被另一次校验打断，请重新开始。', { clause: '审计' })
      checkSpan(run, query.read)
      const { broken, head: reached } = run
      const last = broken !== null || run.done
      const checked = checkedIn(run)
      // The digests of every row are much to keep: a run that has ended is forgotten.
      if (last) run = beginVerification()
      return {
        checked,
        total: last ? checked : Math.max(checked, inAll(query.read)),
        next: last ? null : checked,
        ok: broken === null,
        broken,
        head: reached,
      }
    },
    'audit.checkpoint': (work) => {
      const made = issueCheckpoint(work, 'taken', work.me())
      return { ...made, ticket: ticketFor(work, made) }
    },
    'audit.exportCheckpoint': (work, { checkpoint }) => {
      const { text, size } = checkpointOf(work.read, checkpoint, 'checkpoint')
      work.about(`检查点${size}`)
      return { text, size, ticket: ticketFor(work, { text, size }) }
    },
    'audit.checkpoints': (query, { after, limit }) => {
      const rows = query.read.all<Output<'audit.checkpoints'>['rows'][number]>(
        'SELECT checkpoint.id, occasion, checkpoint.at, person.name AS by, size, root FROM checkpoint JOIN person ON person.id = by_person WHERE checkpoint.id < ? ORDER BY checkpoint.id DESC LIMIT ?',
        after ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      return { rows, next: nextOf(rows, limit) }
    },
    'audit.heads': () => ({ lines: heads()?.lines() ?? 0, putBack: heads()?.putBack()?.words ?? null }),
    'audit.acknowledge': (work, input) => acknowledge(work, input, heads()),
    'audit.prove': prove,
    'audit.proveGrowth': proveGrowth,
    'audit.summary': (query) => ({
      entries: headOf(query.read).size,
      refusals: countRefused(query.read),
      clockBack: query.read.get<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE instr(detail, \'"clockBack"\') > 0')?.n ?? 0,
      last: query.read.get<{ at: string }>('SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1')?.at ?? null,
      lastCheckpoint: lastTaken(query.read),
      head: headOf(query.read).head,
    }),
  }
}
