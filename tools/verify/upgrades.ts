import type Database from 'better-sqlite3'
import type { Past } from './chain.ts'
import type { Findings } from './report.ts'
import type { Orders } from './rows.ts'
import { versionOf } from './vault.ts'

type Upgrade = { id: number; at: string; by_person: number; from_version: number; to_version: number; size: number; root: string }

/** The upgrades on record. */
export const upgradesIn = (database: Database.Database): Upgrade[] => database.prepare('SELECT * FROM upgrade ORDER BY id').all() as Upgrade[]

/** Whether a person had a signing key in force when an entry was written. */
const hadKey = (database: Database.Database, orders: Orders, { by_person: person, at }: Upgrade, entry: number): boolean =>
  (database.prepare('SELECT id, retired FROM person_key WHERE person = ?').all(person) as { id: number; retired: string | null }[]).some(
    ({ id, retired }) => (orders.person_key.get(id)?.made ?? entry) < entry && (retired === null || retired > at),
  )

/**
 * Each upgrade was made by an act of its own of whoever signed in, over the record as its copy has it, one version after the other up to
 * the one that is here, and a checkpoint of theirs stands on it.
 */
export const checkUpgrades = (
  database: Database.Database,
  upgrades: readonly Upgrade[],
  { orders, pasts, findings }: { orders: Orders; pasts: ReadonlyMap<number, Past>; findings: Findings },
): void => {
  const entryOf = database.prepare('SELECT actor, call, outcome FROM audit_entry WHERE seq = ?')
  const nameOf = database.prepare('SELECT name FROM person WHERE id = ?').pluck()
  const covered = database.prepare("SELECT 1 FROM checkpoint WHERE occasion = 'backup' AND size = ? AND by_person = ?")
  let version: number | null = null
  for (const upgrade of upgrades) {
    const breaks = (why: string) => findings.breaks('升级', `upgrade ${upgrade.id}`, why)
    const seq = orders.upgrade.get(upgrade.id)?.made ?? -1
    const entry = entryOf.get(seq) as { actor: string; call: string; outcome: string } | undefined
    if (entry?.call !== 'vault.upgrade' || entry.outcome !== 'done' || entry.actor !== nameOf.get(upgrade.by_person))
      breaks('记录中没有本人登录时升级的一条')
    if (upgrade.size !== seq || pasts.get(upgrade.size)?.root !== upgrade.root) breaks('所记升级前的条数或根与记录不符')
    if (version !== null && upgrade.from_version !== version) breaks(`原版本应为库结构${version}，记为${upgrade.from_version}`)
    if (hadKey(database, orders, upgrade, seq) && !covered.get(seq + 1, upgrade.by_person)) breaks('此后应有本人签名的检查点，没有')
    version = upgrade.to_version
  }
  if (version !== null && version !== versionOf(database)) findings.breaks('升级', 'user_version', `应为${version}，现为${versionOf(database)}`)
}
