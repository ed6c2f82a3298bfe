import { call } from '../app/client.ts'
import { deliveryForm } from './delivery.tsx'
import { Preview } from './preview.tsx'

type Props = { envelope: number; onClose: () => void }

/** The 亲启件送达签收单 of an envelope, on its page. Opening it is a recorded print. */
const DeliveryPaper = ({ envelope, onClose }: Props) => (
  <Preview
    name="亲启件送达签收单"
    ask={() => call('paper.delivery', { envelope })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={deliveryForm}
    onClose={onClose}
  />
)

export default DeliveryPaper
