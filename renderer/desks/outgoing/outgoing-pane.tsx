import { Descriptions } from 'antd'
import { useState } from 'react'
import type { SignatureMark } from '../../../contract/fields.ts'
import type { OutgoingView } from '../../../contract/outgoing-views.ts'
import { outgoingStateLabel, routeLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { Acts } from '../../components/acts.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { minuteOf } from '../../components/when.tsx'
import { keys, OutgoingAct } from './acts.tsx'

/** `密发〔2026〕0001-01 至 -03`, or the one number. */
const numbersIn = ([first, ...others]: readonly string[]) => (others.length === 0 ? first : `${first} 至 ${others.at(-1)}`)

/** Who signed, with the short code; of a signature on paper, who entered it and whether its person has signed for it since. */
const signedIn = ({ by, code, paper }: SignatureMark) =>
  paper ? `${paper.of}　纸质签，${by}补录 ${code}，${paper.confirmed ? `本人补签 ${paper.confirmed.code}` : '待本人补签'}` : `${by} ${code}`

const Said = ({ of: outgoing }: { of: OutgoingView }) => {
  const { approved, sent, receipted, opinion, route, carriers, waybill, sentAt, receipt, receivedOn, maker } = outgoing
  const line = (label: string, children: React.ReactNode) => (children ? [{ key: label, label, children }] : [])
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      styles={{ label: { width: 118 } }}
      items={[
        ...line('标题', outgoing.title),
        ...line('密级★期限', outgoing.mark),
        ...line(
          '来文',
          <>
            <To desk="documents" id={outgoing.document.id}>
              {outgoing.document.number}
            </To>
            {`　${outgoing.document.mark}`}
          </>,
        ),
        ...line('文号', outgoing.symbol),
        ...line('制发日期', outgoing.madeOn),
        ...line('收文机关', outgoing.addressee),
        ...line('份数', `${outgoing.copies} 份：${numbersIn(outgoing.numbers)}`),
        ...line('承办人', `${maker.name}（${maker.department}）　登记 ${outgoing.enteredBy}`),
        ...line('审批', approved && `${signedIn(approved)}${opinion ? `　${opinion}` : ''}`),
        ...line(
          '发出',
          sent &&
            route &&
            sentAt &&
            `${minuteOf(sentAt)}　${routeLabel[route]}　${[...carriers, waybill].filter(Boolean).join('、')}　${sent.by} ${sent.code}`,
        ),
        ...line('回执', receipted && `${receipt}　${receivedOn}　${receipted.by} ${receipted.code}`),
        ...line('作废', outgoing.voidReason),
      ]}
    />
  )
}

/** One outgoing paper: what it says of itself, who signed, and what may be done next. */
export const OutgoingPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const [open, setOpen] = useState<string | null>(null)
  const { data: outgoing, error } = useQueryOf('outgoing.get', { outgoing: id })
  if (!outgoing) return <OpeningPane title="密件发文" refusal={error} onClose={onClose} />
  const close = () => setOpen(null)
  return (
    <RecordPane
      title={outgoing.number}
      mark={<LevelMark level={outgoing.level} mark={outgoing.mark} />}
      state={outgoingStateLabel[outgoing.state]}
      acts={
        outgoing.acts.length > 0 && (
          <Acts
            acts={outgoing.acts}
            keys={keys}
            main={['outgoing.decide', 'outgoing.send', 'outgoing.receipt']}
            enabled={open === null}
            run={({ call }) => setOpen(call)}
          />
        )
      }
      onClose={onClose}
    >
      <Said of={outgoing} />
      <h3>经过</h3>
      <History lines={outgoing.history} />
      {open && <OutgoingAct call={open} of={outgoing} onDone={close} onClose={close} />}
    </RecordPane>
  )
}
