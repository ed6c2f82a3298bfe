import { Descriptions } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import {
  applicantKindLabel,
  applicationChannelLabel,
  disclosureStateLabel,
  evidenceLabel,
  obtainedByLabel,
  providedAsLabel,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { Deadline } from '../../components/deadline.tsx'
import { History } from '../../components/history.tsx'
import { LongText } from '../../components/long-text.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { applicationOf, Name } from './about.tsx'
import { DisclosureActs } from './acts.tsx'
import { Items } from './items.tsx'
import { Deliver } from './letters.tsx'
import { Paper, usePapers } from './papers.tsx'
import { Heards, Letters, Steps, Supplemented, Versions } from './said.tsx'

type Of = { of: DisclosureView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

/** How it came in, and which day is the day of receipt (条例31). */
const receiptInWords = ({ channel, arrivedOn, confirmedOn, receivedOn, labelled }: DisclosureView) =>
  [
    applicationChannelLabel[channel],
    arrivedOn === receivedOn ? '' : `${arrivedOn}到`,
    confirmedOn === null || confirmedOn === receivedOn ? '' : `${confirmedOn}确认`,
    labelled === false ? '没有注明“政府信息公开申请”' : '',
  ]
    .filter(Boolean)
    .join('　')

const Head = ({ of: view }: Of) => {
  const application = applicationOf(view)
  const { evidence, evidenceNo, agent, telephone, address, email, providedAs, obtainedBy } = application
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      styles={{ label: { width: 108 } }}
      items={[
        ...line('申请人', <Name of={application.name} before={applicantKindLabel[application.kind]} />),
        ...line('代理人', agent && <Name of={agent} />),
        ...line('身份证明', evidence ? `${evidenceLabel[evidence]}${evidenceNo ? `　${evidenceNo}` : ''}` : <span className="waits">没有提供</span>),
        ...line('联系方式', [telephone, address, email].filter(Boolean).join('　')),
        ...line('收到日期', `${view.receivedOn}　${receiptInWords(view)}`),
        ...line('申请内容', <LongText label="申请内容">{application.content}</LongText>),
        ...line('获取方式', [providedAs && providedAsLabel[providedAs], obtainedBy && obtainedByLabel[obtainedBy]].filter(Boolean).join('，')),
      ]}
    />
  )
}

/** Clocks of the application itself that still run: until it is registered, and of a 补正. */
const Clocks = ({ of }: Of) => {
  const clocks = of.clocks.filter(({ open }) => open)
  if (clocks.length === 0) return null
  return (
    <>
      <h3>期限</h3>
      {clocks.map((clock) => (
        <Deadline key={`${clock.kind} ${clock.from}`} of={clock} />
      ))}
    </>
  )
}

/** One application beside the others: who asks for what, its clocks, each item with its own, letters, and what may be done next. */
export const ApplicationPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('disclosure.get', { disclosure: id })
  const papers = usePapers()
  const [delivering, setDelivering] = useState<number | null>(null)
  const [paper, setPaper] = useState<{ call: string; id: number } | null>(null)
  const view = got.data
  if (!view) return <OpeningPane title="依申请公开" refusal={got.error} onClose={onClose} />
  const delivered = () => setDelivering(null)
  const print = (call: string) => setPaper({ call, id: view.id })
  return (
    <RecordPane
      title={view.number}
      state={disclosureStateLabel[view.state]}
      acts={<DisclosureActs key={view.id} of={view} papers={papers} onPaper={print} covered={delivering !== null || paper !== null} />}
      onClose={onClose}
    >
      <Head of={view} />
      <Clocks of={view} />
      <Supplemented of={view} />
      <Items of={view} />
      <Letters of={view} onDeliver={setDelivering} onPrint={(letter) => setPaper({ call: 'paper.letter', id: letter })} />
      <Heards of={view} />
      <Versions of={view} />
      <Steps of={view} />
      <h3>经过</h3>
      <History lines={view.history} />
      {delivering !== null && <Deliver of={view} letter={delivering} onDone={delivered} onClose={delivered} />}
      {paper && <Paper {...paper} onClose={() => setPaper(null)} />}
    </RecordPane>
  )
}
