import { lazy, Suspense, useState } from 'react'
import type { EnvelopeRow } from '../../../contract/documents-views.ts'
import { envelopeStateLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { OpenPersonal } from '../documents/open-personal.tsx'
import { Line, LineAct, LineBusy, Part } from './line.tsx'

const DeliveryPaper = lazy(() => import('../../paper/delivery-preview.tsx'))

/** Opening a sealed letter cannot be undone, and what is kept is not registered: it is asked for once more (F1(1)d). */
const KeepIt = ({ row, open, onClose }: { row: EnvelopeRow; open: ReturnType<typeof useAct<'documents.openEnvelope'>>; onClose: () => void }) => (
  <ActDialog
    title={`拆封，本人留存　${row.number}`}
    rule="F1(1)d 亲启件由本人拆封，并由本人决定是否转登记"
    ok="拆封留存"
    busy={open.isPending}
    error={open.error}
    onOk={() => open.mutate({ envelope: row.id, choice: 'retain' }, { onSuccess: onClose })}
    onClose={onClose}
  >
    <p>
      {row.sender}　{row.envelopeNo}
    </p>
    <p>拆封不能撤回。留存的不登记，由本人保管；以后可在“今日”转登记，离岗前须转登记清退。</p>
  </ActDialog>
)

type Began = 'inPlace' | 'printing' | 'keeping'
type ActsProps = { row: EnvelopeRow; open: () => void; turnOver: () => void; begin: (what: Began) => void }

/** Whoever may open a waiting envelope does so here: a 保密员 an ordinary one, the addressee alone an 亲启件 (F1(1)c, d). */
const OpenActs = ({ row, open, turnOver, begin }: ActsProps) => {
  const { person, roles } = useSession()
  const officer = roles.includes('officer')
  if (row.state === 'unopened' && officer) return <LineAct run={open}>拆封</LineAct>
  if (row.state === 'personalUnopened' && row.personalFor?.id === person.id)
    return (
      <>
        <LineAct main run={open}>
          拆封，转登记
        </LineAct>
        <LineAct run={() => begin('keeping')}>拆封，本人留存</LineAct>
      </>
    )
  if (row.state === 'retained' && row.personalFor?.id === person.id) return <LineAct run={turnOver}>转登记</LineAct>
  if (row.state === 'personalUnopened' && officer)
    return (
      <>
        <LineAct run={() => begin('printing')}>送达单</LineAct>
        <LineAct run={() => begin('inPlace')}>当面拆封</LineAct>
      </>
    )
  if ((row.state === 'opened' || row.state === 'toRegister') && officer)
    return <LineAct run={() => go('documents', null, `new-${row.id}`)}>登记</LineAct>
  return null
}

const Facts = ({ row, day }: { row: EnvelopeRow; day: string }) => (
  <>
    <span>{envelopeStateLabel[row.state]}</span>
    <span className="quiet">{row.sender}</span>
    <span className="quiet">
      收于 <When at={`${row.receivedAt}:00+08:00`} day={day} />
    </span>
    {!row.sealIntact && <span className="waits">密封不完好</span>}
  </>
)

const EnvelopeLine = ({ row, day }: { row: EnvelopeRow; day: string }) => {
  const open = useAct('documents.openEnvelope')
  const turnOver = useAct('documents.turnOver')
  const [began, setBegan] = useState<Began | null>(null)
  const end = () => setBegan(null)
  const refused = began === null && (open.error ?? turnOver.error)
  const working = (open.isPending && began === null && '正在拆封…') || (turnOver.isPending && '正在转登记…')
  return (
    <>
      <Line
        what={
          <span className="figures">
            {row.number}　{row.envelopeNo}
          </span>
        }
        who={row.personalFor && <strong>{row.personalFor.name}</strong>}
        facts={<Facts row={row} day={day} />}
      >
        {working ? (
          <LineBusy says={working} />
        ) : (
          <OpenActs
            row={row}
            open={() => open.mutate({ envelope: row.id, choice: 'register' })}
            turnOver={() => turnOver.mutate({ envelope: row.id })}
            begin={setBegan}
          />
        )}
      </Line>
      {refused && <RefusalNote of={refused} />}
      {began === 'printing' && (
        <Suspense fallback={null}>
          <DeliveryPaper envelope={row.id} onClose={end} />
        </Suspense>
      )}
      {began === 'inPlace' && <OpenPersonal envelope={row} onClose={end} />}
      {began === 'keeping' && <KeepIt row={row} open={open} onClose={end} />}
    </>
  )
}

type PartProps = { rows: readonly EnvelopeRow[]; day: string }

/** Envelopes that wait to be opened or registered. */
export const Envelopes = ({ rows, day }: PartProps) => (
  <Part title="待拆封、待登记的信封" rows={rows}>
    {(row) => <EnvelopeLine key={row.id} row={row} day={day} />}
  </Part>
)

/** 亲启件 that the signed-in person keeps: until it is turned over, nobody else knows what is in it. */
export const Retained = ({ rows, day }: PartProps) => (
  <Part title="本人留存的亲启件" rows={rows}>
    {(row) => <EnvelopeLine key={row.id} row={row} day={day} />}
  </Part>
)
