import { openLog } from '../audit/append.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { openTickets } from '../door/tickets.ts'
import type { Signer } from '../door/unit.ts'
import { boot } from '../people/sign-in.ts'
import { type SigningKey, signerOf } from '../people/slots.ts'
import { type Database, openDatabase } from '../storage/database.ts'
import type { Here } from './comparing.ts'
import { dutiesOf, type Officers } from './officers.ts'
import type { Backup } from './sources.ts'

/** The made-ready backup in nobody's hands but for the one act. What is kept of the head beside the database belongs to what is here, and waits. */
const openedBy = (database: Database, officers: Officers, vault: string, me: Signer, now: Date): Opened => ({
  vault,
  dataKey: officers[0]?.opened.dataKey as Buffer,
  membership: officers[0]?.opened.membership as Buffer,
  database,
  log: openLog(database, boot),
  heads: null,
  tickets: openTickets(),
  person: me.person,
  roles: ['systemAdmin'],
  me,
  passwordSetAt: now,
  mustChangePassword: false,
  lastActive: now.getTime(),
  release: () => undefined,
})

/** Writes the first entry after a restore into the made-ready database: both officers' signatures over the same words, the counts, a checkpoint. */
export const recordRestore = (path: string, { manifest, file }: Backup, officers: Officers, here: Here, clock: Clock): void => {
  const database = openDatabase(path, officers[0]?.opened.dataKey as Buffer, file.vault)
  const signers: Signer[] = []
  try {
    for (const { person, opened } of dutiesOf(database.read, officers)) {
      const { keyId, ...who } = person
      signers.push(signerOf(who, keyId, (opened.signing as SigningKey).seed))
    }
    const [me, auditor] = signers as [Signer, Signer]
    const opened = openedBy(database, officers, file.vault, me, clock.now())
    const { size, root } = opened.log.head()
    if (size !== manifest.entries || root !== manifest.root) refuse('vault.medium', '做好准备的副本已被改动，没有恢复。请重新选择备份。')
    const { found, lost } = here
    runWork(opened, queryOf(opened, clock, 'systemAdmin'), 'setup.restore', (work) => {
      const record = { root, entries: size, found, lost }
      work.insert('restoration', {
        at: work.now.toISOString(),
        by_person: me.person.id,
        agreed_by: auditor.person.id,
        size,
        root,
        found,
        lost,
        set_signature: work.sign(me, 'restore.set', record),
        agree_signature: work.sign(auditor, 'restore.agree', record),
      })
      work.about(me.person.name, auditor.person.name)
      work.note({ entries: size, here: found, ...(lost !== null && { lost }) })
      work.checkpoint('restore', me)
    })
  } finally {
    for (const signer of signers) signer.erase()
    database.close()
  }
}
