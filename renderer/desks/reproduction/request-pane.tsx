import { Button, Descriptions } from 'antd'
import { useState } from 'react'
import type { ReproductionView } from '../../../contract/reproduction-views.ts'
import { reproductionKindLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { PrintLabels } from '../../components/print-labels.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import { RequestActs } from './acts.tsx'
import { MadeItems } from './made-items.tsx'
import { StateWord } from './requests.tsx'
import { Originals } from './sources.tsx'
import { Steps } from './steps.tsx'

type Of = { of: ReproductionView }

/** 份数, from what was asked to what is out. */
const Counts = ({ of: { asked, approved, made, out } }: Of) => (
  <span className="figures">
    申请 {asked}
    {approved !== null && `　批准 ${approved}`}
    {made > 0 && `　已制 ${made}　在外 `}
    {made > 0 && (out > 0 ? <strong>{out}</strong> : out)}
  </span>
)

/** The paper that was compiled, for whoever reads the register. */
const Compiled = ({ of: { id, number } }: { of: NonNullable<ReproductionView['compiled']> }) =>
  useMay()('documents.get') ? (
    <To desk="documents" id={id}>
      <span className="figures">{number}</span>
    </To>
  ) : (
    <span className="figures">{number}</span>
  )

const Head = ({ of: asked }: Of) => {
  const line = (label: string, children: string | null) => (children ? [{ key: label, label, children }] : [])
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 118 } }}
      bordered
      items={[
        ...line('汇编标题', asked.title),
        { key: '原件', label: '原件', children: <Originals of={asked} /> },
        ...line('种类', reproductionKindLabel[asked.kind]),
        ...(asked.compiled ? [{ key: '汇编', label: '汇编', children: <Compiled of={asked.compiled} /> }] : []),
        ...line('摘抄范围', asked.extent),
        ...line('申请人', `${asked.applicant.name}　${asked.department}`),
        { key: '份数', label: '份数', children: <Counts of={asked} /> },
        ...line('用途', asked.purpose),
        ...line('分发对象', asked.recipients.map(({ name }) => name).join('、')),
        ...line('复制地点', asked.place),
        {
          key: '录入',
          label: '录入',
          children: (
            <>
              <When at={asked.enteredAt} />
              {asked.enteredBy && `　${asked.enteredBy}代录`}
            </>
          ),
        },
        ...line('作废原因', asked.reason),
      ]}
    />
  )
}

/** 打印标签 of what was made: each item carries its own (F1(5)d). */
const Labels = ({ of: { id, number } }: { of: ReproductionView }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        打印标签
      </Button>
      {open && <PrintLabels of={{ of: 'reproduction', reproduction: id }} says={number} onClose={() => setOpen(false)} />}
    </>
  )
}

/** One request beside the list: what may be done next, what is asked for, who signed, where each item is, and its history. */
export const RequestPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const may = useMay()
  const got = useQueryOf('reproduction.get', { reproduction: id })
  const asked = got.data
  if (!asked) return <OpeningPane title="复制申请" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane
      title={asked.number}
      mark={<LevelMark level={asked.level} mark={asked.mark} />}
      state={<StateWord of={asked} />}
      acts={(asked.acts.length > 0 || may('paper.reproduction')) && <RequestActs key={asked.id} of={asked} />}
      onClose={onClose}
    >
      <Head of={asked} />
      <Steps of={asked} />
      {asked.items.length > 0 && <MadeItems of={asked} />}
      {asked.items.length > 0 && may('paper.labels') && <Labels of={asked} />}
      <h3>经过</h3>
      <History lines={asked.history} />
    </RecordPane>
  )
}
