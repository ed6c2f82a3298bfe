import type { archive, ArchiveRow } from '../../../contract/archive.ts'
import { ARCHIVE_APPROVING_ROLES, roleLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Signer, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { isSamePerson } from '../people/identity.ts'
import type { Archives } from './jobs.ts'
import { nextOf } from '../storage/paging.ts'

/** The leader who approves is none of those who export, on whichever account (F1(5)a). */
const approver = (work: Work, ticket: string): Signer => {
  const signer = work.signer(ticket)
  const forbids = (message: string) => refuse('rule.forbids', message, { clause: 'F1(5)a', field: 'ticket' })
  if (!hasDuty(work.read, signer.person.id, ARCHIVE_APPROVING_ROLES))
    forbids(`批准整库导出的应为${ARCHIVE_APPROVING_ROLES.map((role) => roleLabel[role]).join('、')}。请分管领导当场签字。`)
  if (isSamePerson(work.read, signer.person.id, work.asking.person.id)) forbids('不得批准本人的整库导出。请另一位分管领导当场签字。')
  return signer
}

/** The procedures of 整库导出. What is under way is outside the unit of work and the order of the calls (jobs.ts). */
export const archiveDesk = (archives: Archives): Desk<typeof archive> => ({
  'archive.begin': (work, { ticket }) => {
    if (archives.running()) refuse('state.conflict', '已有一项整库导出在进行。请等它结束，或先停止它。', { clause: 'F1(5)b' })
    const signer = approver(work, ticket)
    const number = work.number('archive')
    const { person } = work.asking
    const id = work.insert('archive', {
      number,
      by_person: person.id,
      at: work.now.toISOString(),
      approved_by: signer.person.id,
      approve_signature: work.sign(signer, 'approval', { archive: number, asking: person.id }),
    })
    work.about(number)
    const given = work.shellTicket({ kind: 'archive', fileName: '', about: number })
    const approved = { id, number, by: person.name, approvedBy: signer.person.name }
    work.afterCommit(() => archives.order(given, approved))
    return { number, ticket: given }
  },
  'archive.progress': () => ({ running: archives.progress() }),
  'archive.cancel': (work) => {
    const running = archives.progress()
    if (!running) return refuse('state.conflict', '没有正在进行的整库导出。', { clause: 'F1(5)b' })
    work.about(running.number)
    work.afterCommit(archives.cancel)
    return {}
  },
  'archive.list': ({ read }, { after, limit }) => {
    const rows = read.all<ArchiveRow>(
      `SELECT archive.id, number, at, maker.name AS by, approver.name AS approvedBy, ended_at AS endedAt, outcome, archive.name, level,
         size AS entries, root, files, lines, digest, why
       FROM archive JOIN person AS maker ON maker.id = by_person JOIN person AS approver ON approver.id = approved_by
       WHERE archive.id < ? ORDER BY archive.id DESC LIMIT ?`,
      after ?? Number.MAX_SAFE_INTEGER,
      limit,
    )
    return { rows, next: nextOf(rows, limit) }
  },
})
