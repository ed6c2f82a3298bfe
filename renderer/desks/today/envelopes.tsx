import { Button } from 'antd'
import type { EnvelopeRow } from '../../../contract/documents.ts'
import { envelopeStateLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { minuteOf } from '../../components/when.tsx'

/** One waiting envelope; whoever may open it does so here: a 保密员 an ordinary one, the addressee alone an 亲启件 (F1(1)c, d). */
const EnvelopeLine = ({ row }: { row: EnvelopeRow }) => {
  const { person, roles } = useSession()
  const open = useAct('documents.openEnvelope')
  const officer = roles.includes('officer')
  const mine = row.personalFor?.id === person.id
  return (
    <>
      <div className="today-line">
        <span className="figures">{row.number}</span>
        <span>{row.envelopeNo}</span>
        <span>{row.sender}</span>
        <span className="figures">{minuteOf(row.receivedAt)}</span>
        {row.personalFor && <span>亲启：{row.personalFor.name}</span>}
        <span>
          {row.state === 'unopened' && officer && <Button onClick={() => open.mutate({ envelope: row.id })}>拆封</Button>}
          {row.state === 'personalUnopened' && mine && (
            <>
              <Button type="primary" onClick={() => open.mutate({ envelope: row.id, choice: 'register' })}>
                拆封，转登记
              </Button>{' '}
              <Button onClick={() => open.mutate({ envelope: row.id, choice: 'retain' })}>拆封，本人留存</Button>
            </>
          )}
          {(row.state === 'opened' || row.state === 'toRegister') && officer && (
            <Button onClick={() => go('documents', null, `new-${row.id}`)}>登记</Button>
          )}{' '}
          <span className="quiet">{envelopeStateLabel[row.state]}</span>
        </span>
      </div>
      {open.error && <RefusalNote of={open.error} />}
    </>
  )
}

export const Envelopes = ({ rows }: { rows: readonly EnvelopeRow[] }) =>
  rows.length > 0 && (
    <section>
      <h3>待拆封、待登记的信封（{rows.length}）</h3>
      {rows.map((row) => (
        <EnvelopeLine key={row.id} row={row} />
      ))}
    </section>
  )
