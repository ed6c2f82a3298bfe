import { lazy, Suspense, useState } from 'react'
import type { EnvelopeRow } from '../../../contract/documents.ts'
import { envelopeStateLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { OpenPersonal } from '../documents/open-personal.tsx'
import { Line, LineAct, Part } from './line.tsx'

const DeliveryPaper = lazy(() => import('../../paper/delivery-preview.tsx'))

/** Whoever may open a waiting envelope does so here: a 保密员 an ordinary one, the addressee alone an 亲启件 (F1(1)c, d). */
type ActsProps = { row: EnvelopeRow; open: (choice: 'register' | 'retain') => void; inPlace: () => void; print: () => void; turnOver: () => void }

const OpenActs = ({ row, open, inPlace, print, turnOver }: ActsProps) => {
  const { person, roles } = useSession()
  const officer = roles.includes('officer')
  if (row.state === 'unopened' && officer) return <LineAct run={() => open('register')}>拆封</LineAct>
  if (row.state === 'personalUnopened' && row.personalFor?.id === person.id)
    return (
      <>
        <LineAct main run={() => open('register')}>
          拆封，转登记
        </LineAct>
        <LineAct run={() => open('retain')}>拆封，本人留存</LineAct>
      </>
    )
  if (row.state === 'retained' && row.personalFor?.id === person.id) return <LineAct run={turnOver}>转登记</LineAct>
  if (row.state === 'personalUnopened' && officer)
    return (
      <>
        <LineAct run={print}>送达单</LineAct>
        <LineAct run={inPlace}>当面拆封</LineAct>
      </>
    )
  if ((row.state === 'opened' || row.state === 'toRegister') && officer)
    return <LineAct run={() => go('documents', null, `new-${row.id}`)}>登记</LineAct>
  return null
}

const EnvelopeLine = ({ row, day }: { row: EnvelopeRow; day: string }) => {
  const open = useAct('documents.openEnvelope')
  const turnOver = useAct('documents.turnOver')
  const refused = open.error ?? turnOver.error
  const [inPlace, setInPlace] = useState(false)
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <Line
        what={
          <span className="figures">
            {row.number}　{row.envelopeNo}
          </span>
        }
        who={row.personalFor && <strong>{row.personalFor.name}</strong>}
        facts={
          <>
            <span>{envelopeStateLabel[row.state]}</span>
            <span className="quiet">{row.sender}</span>
            <span className="quiet">
              收于 <When at={`${row.receivedAt}:00+08:00`} day={day} />
            </span>
            {!row.sealIntact && <span className="overdue">密封不完好</span>}
          </>
        }
      >
        <OpenActs
          row={row}
          open={(choice) => open.mutate({ envelope: row.id, choice })}
          inPlace={() => setInPlace(true)}
          print={() => setPrinting(true)}
          turnOver={() => turnOver.mutate({ envelope: row.id })}
        />
      </Line>
      {refused && <RefusalNote of={refused} />}
      {printing && (
        <Suspense fallback={null}>
          <DeliveryPaper envelope={row.id} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
      {inPlace && <OpenPersonal envelope={row} onClose={() => setInPlace(false)} />}
    </>
  )
}

/** Envelopes that wait to be opened or registered. */
export const Envelopes = ({ rows, day }: { rows: readonly EnvelopeRow[]; day: string }) => (
  <Part title="待拆封、待登记的信封" rows={rows}>
    {(row) => <EnvelopeLine key={row.id} row={row} day={day} />}
  </Part>
)
