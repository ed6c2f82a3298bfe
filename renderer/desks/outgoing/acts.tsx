import type { OutgoingView } from '../../../contract/outgoing-views.ts'
import { useAct } from '../../app/client.ts'
import { Voiding } from '../../components/voiding.tsx'
import { Decide, DecideOnPaper } from './deciding.tsx'
import { Receipt, Send } from './sending.tsx'

export type ActProps = { of: OutgoingView; onDone: () => void; onClose: () => void }

export const keys: Record<string, string> = { 'outgoing.decide': 'F6', 'outgoing.send': 'F4', 'outgoing.receipt': 'F9' }

/** 作废 before it leaves. */
const Cancel = ({ of: outgoing, onDone, onClose }: ActProps) => {
  const act = useAct('outgoing.cancel')
  return (
    <Voiding
      title={`作废发文　${outgoing.number}`}
      act={act}
      onVoid={(reason) => act.mutate({ outgoing: outgoing.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

const forms: Record<string, (props: ActProps) => React.JSX.Element> = {
  'outgoing.decide': Decide,
  'entry.fromPaper': DecideOnPaper,
  'outgoing.send': Send,
  'outgoing.receipt': Receipt,
  'outgoing.cancel': Cancel,
}

/** The small form of one act on an outgoing paper. */
export const OutgoingAct = ({ call, ...props }: ActProps & { call: string }) => {
  const Form = forms[call]
  return Form ? <Form {...props} /> : null
}
