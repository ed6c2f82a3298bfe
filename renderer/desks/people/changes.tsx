import type { Output } from '../../../contract/index.ts'
import { procedures } from 'virtual:procedures'
import { type AccountState, accountStateLabel, type Role, roleLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { Empty } from '../../components/empty.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { rolesInWords } from './words.ts'

type Change = Output<'people.changes'>['rows'][number]

const isRole = (word: string) => word in roleLabel

/** Roles or the state of an account, as they were kept, in words. */
const inWords = (kept: string) => {
  const words = kept.split(' ').filter(Boolean)
  if (words.every(isRole)) return rolesInWords(words as Role[]) || '（无）'
  return words.map((word) => accountStateLabel[word as AccountState] ?? word).join('、')
}

const actInWords = (act: string) => (act in procedures ? procedures[act as keyof typeof procedures].act : act)

const Line = ({ change }: { change: Change }) => (
  <li>
    <When at={change.at} />
    <span className="history-act">{actInWords(change.act)}</span>
    <span>{change.by}</span>
    <span className="history-note">
      {inWords(change.before)}　→　{inWords(change.after)}
    </span>
    <span className="history-note">原因：{change.reason}</span>
    {change.signed.length > 0 && <span className="history-note">签名：{change.signed.map(({ by, code }) => `${by} ${code}`).join('、')}</span>}
  </li>
)

/** Why a person's roles or account were changed, by whom, oldest first (实施条例34, F1(8)). */
export const Changes = ({ of: person }: { of: number }) => {
  const asked = useQueryOf('people.changes', { person })
  if (asked.error) return <RefusalNote of={asked.error} />
  if (!asked.data) return <p className="quiet">正在读取经过…</p>
  if (asked.data.rows.length === 0) return <Empty says="角色和账户还没有变动过。调整角色、停用账户时所写的原因列在这里。" />
  return (
    <ol className="history">
      {asked.data.rows.map((change) => (
        <Line key={change.id} change={change} />
      ))}
    </ol>
  )
}
