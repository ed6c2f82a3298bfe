import { Radio } from 'antd'
import { useState } from 'react'
import type { EnvelopeRow } from '../../../contract/documents-views.ts'
import { useAct } from '../../app/client.ts'
import { Countersign } from '../../components/countersign.tsx'

type Choice = 'register' | 'retain'
const choices = [
  { value: 'register', label: '转登记' },
  { value: 'retain', label: '本人留存' },
]

/** 亲启件: its addressee opens it before the officer, signs with their own password and decides what becomes of it (F1(1)d). */
export const OpenPersonal = ({ envelope, onClose }: { envelope: EnvelopeRow; onClose: () => void }) => {
  const [choice, setChoice] = useState<Choice>('register')
  const act = useAct('documents.openEnvelope')
  return (
    <Countersign
      title={`亲启件当面拆封　${envelope.number}`}
      says="亲启件由收件人本人拆封，并由本人决定是否转登记（F1(1)d）"
      name={envelope.personalFor?.name}
      ok="拆封"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'documents.openEnvelope', input: { envelope: envelope.id, choice } }}
      onTicket={(ticket) => act.mutate({ envelope: envelope.id, choice, ticket }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Radio.Group aria-label="拆封后" value={choice} onChange={(event) => setChoice(event.target.value)} options={choices} />
    </Countersign>
  )
}
