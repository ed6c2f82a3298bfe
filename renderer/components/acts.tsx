/**
 * The next possible acts of a record as buttons, from its `acts`: `<Acts acts={view.acts} keys={{ 'documents.finish': 'F6' }} run={(act) => …} />`.
 * The first allowed one is the main act. What a clause stands against is shown disabled, with the clause under the buttons. A key is named only while it works.
 * `enabled` false while a dialog of one of them is open. `main` names the calls that may be the main act, when not every one may.
 */
import { Button } from 'antd'
import { useKeys } from './keys.ts'

export type Act = { call: string; label: string; allowed: boolean; why: string | null }
type Props<A extends Act> = { acts: readonly A[]; run: (act: A) => void; keys?: Record<string, string>; enabled?: boolean; main?: readonly string[] }

export const Acts = <A extends Act>({ acts, run, keys = {}, enabled = true, main: may }: Props<A>) => {
  const main = acts.find((act) => act.allowed && (!may || may.includes(act.call)))
  const keyed = acts.flatMap((act) => {
    const key = keys[act.call]
    return key && act.allowed ? [[key, () => run(act)] as const] : []
  })
  useKeys(keyed, enabled)
  const keyOf = ({ call, allowed }: A) => (enabled && allowed && keys[call] ? ` ${keys[call]}` : '')
  return (
    <div className="acts">
      <div className="acts-row">
        {acts.map((act) => (
          <Button
            key={`${act.call} ${act.label}`}
            type={act === main ? 'primary' : 'default'}
            disabled={!act.allowed}
            title={act.why ?? undefined}
            onClick={() => run(act)}
          >
            {act.label}
            {keyOf(act)}
          </Button>
        ))}
      </div>
      {acts
        .filter((act) => !act.allowed && act.why)
        .map((act) => (
          <div key={`${act.call} ${act.label}`} className="act-why">
            {act.label}：{act.why}
          </div>
        ))}
    </div>
  )
}
