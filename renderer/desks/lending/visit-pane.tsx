import { Descriptions } from 'antd'
import { useState } from 'react'
import type { VisitRow } from '../../../contract/lending-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { Acts } from '../../components/acts.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { Signed } from '../../components/signature.tsx'
import { lastedOf, When, whenOf } from '../../components/when.tsx'
import { Leave } from './leaving.tsx'
import { line, PaperLines } from './paper-lines.tsx'
import { VisitWord } from './state-words.tsx'
import { Step, Steps } from './steps.tsx'

type Of = { of: VisitRow }

/** In and out, and how long between. */
const Times = ({ of: { cameAt, leftAt } }: Of) => (
  <>
    <When at={cameAt} />
    {leftAt && (
      <>
        {'　至　'}
        <When at={leftAt} day={whenOf(cameAt).slice(0, 10)} />
        <span className="quiet unbroken">　{lastedOf(cameAt, leftAt)}</span>
      </>
    )}
  </>
)

/** 抄录、拍照、复制: no, unless under an approved request (F1(7)a). */
const Copying = ({ of: { reproduction } }: Of) =>
  reproduction ? (
    <>
      按{' '}
      <To desk="reproduction" id={reproduction.id}>
        <span className="figures">{reproduction.number}</span>
      </To>
    </>
  ) : (
    '否'
  )

const Head = (props: Of) => {
  const { person, purpose, room } = props.of
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 118 } }}
      bordered
      items={[
        ...line('查阅人', `${person.name}　${person.department}`),
        ...line('事由', purpose),
        ...line('地点', room),
        ...line('入室、离室', <Times {...props} />),
        ...line('抄录复制', <Copying {...props} />),
      ]}
    />
  )
}

const Papers = ({ of: { copies } }: Of) => (
  <>
    <h3>查阅的份　{copies.length} 份</h3>
    <ol className="lending-papers">
      {copies.map((copy) => (
        <li key={copy.id}>
          <LevelMark level={copy.document.level} mark={copy.document.mark} />
          <PaperLines of={copy} />
        </li>
      ))}
    </ol>
  </>
)

const Signatures = ({ of: { give, take, leftAt, giveBack, takeBack } }: Of) => (
  <Steps>
    <Step name="入室">
      <Signed act="交出" mark={give} />
      <Signed act="签收" mark={take} />
    </Step>
    {leftAt && (
      <Step name="离室">
        <Signed act="归还" mark={giveBack} />
        <Signed act="收回" mark={takeBack} />
      </Step>
    )}
  </Steps>
)

const leave = { call: 'lending.leave', label: '查阅归还', allowed: true, why: null }

type Props = { id: number /** 查阅归还 is begun at once. */; leaving: boolean; onClose: () => void; onLeft: () => void }

const Visit = ({ of: visit, leaving, onClose, onLeft }: Omit<Props, 'id'> & Of) => {
  const [open, setOpen] = useState(leaving)
  const reading = visit.state === 'reading'
  const close = () => {
    setOpen(false)
    onLeft()
  }
  return (
    <RecordPane
      title={visit.number}
      state={<VisitWord of={visit} />}
      acts={reading && <Acts acts={[leave]} keys={{ 'lending.leave': 'F7' }} enabled={!open} run={() => setOpen(true)} />}
      onClose={onClose}
    >
      <Head of={visit} />
      <Papers of={visit} />
      <Signatures of={visit} />
      {open && reading && <Leave of={visit} onDone={close} onClose={close} />}
    </RecordPane>
  )
}

/** One visit beside the register: who read what, where, from when to when, and every signature (F1(7)a). */
export const VisitPane = ({ id, ...rest }: Props) => {
  const got = useQueryOf('lending.visits', { visit: id })
  const visit = got.data?.rows[0]
  if (visit) return <Visit of={visit} {...rest} />
  const says = got.data ? '没有这次查阅，请从登记中选择。' : '正在打开查阅登记…'
  return (
    <RecordPane title="查阅登记" onClose={rest.onClose}>
      {got.error ? <RefusalNote of={got.error} /> : says}
    </RecordPane>
  )
}
