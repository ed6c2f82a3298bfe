import { Descriptions } from 'antd'
import type { LoanView } from '../../../contract/lending-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { LoanActs } from './acts.tsx'
import { line, PaperLines } from './paper-lines.tsx'
import { LoanWord } from './state-words.tsx'
import { Step, Steps } from './steps.tsx'

type Of = { of: LoanView }

/** Who keyed it in, and when. */
const Entered = ({ of: { enteredAt, enteredBy } }: Of) => (
  <>
    <When at={enteredAt} />
    {enteredBy && `　${enteredBy}代录`}
  </>
)

/** 应还: as approved; until then as asked for. */
const dueWords = ({ state, due, askedUntil }: LoanView) => {
  if (state === 'requested') return `${askedUntil}（申请）`
  if (state === 'rejected' || state === 'cancelled') return null
  return due === askedUntil ? due : `${due}（申请到 ${askedUntil}）`
}

const Head = (props: Of) => {
  const loan = props.of
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 118 } }}
      bordered
      items={[
        ...line('借用人', `${loan.borrower.name}　${loan.borrower.department}`),
        ...line('文件', <PaperLines of={loan.copy} />),
        ...line('事由', loan.reason),
        ...line('应还', dueWords(loan)),
        ...line('使用地点', loan.place),
        ...line('录入', <Entered {...props} />),
        ...line('作废原因', loan.voidReason),
      ]}
    />
  )
}

/** What is signed below the request, in the order of the paper: 审批意见, 借出, 归还 (F1(7)b). */
const Signatures = ({ of: { state, due, opinion, decision, holding, intact, condition } }: Of) =>
  (decision || holding) && (
    <Steps>
      {decision && (
        <Step name="审批意见" said={state === 'rejected' ? '退回' : `批准，应还 ${due}`} more={opinion && `意见：${opinion}`}>
          <Signed act="签署" mark={decision} />
        </Step>
      )}
      {holding && (
        <Step name="借出">
          <Signed act="交出" mark={holding.give} />
          <Signed act="借用" mark={holding.take} />
        </Step>
      )}
      {holding?.backAt && (
        <Step name="归还" said={intact ? '完好' : '有缺损'} more={condition}>
          <Signed act="归还" mark={holding.giveBack} />
          <Signed act="接收" mark={holding.takeBack} />
        </Step>
      )}
    </Steps>
  )

/** One loan beside the list: what may be done next, what is borrowed by whom until when, who signed, and its history. */
export const LoanPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('lending.get', { loan: id })
  const loan = got.data
  if (!loan) return <OpeningPane title="借用" refusal={got.error} onClose={onClose} />
  const { level, mark } = loan.copy.document
  return (
    <RecordPane
      title={loan.number}
      mark={<LevelMark level={level} mark={mark} />}
      state={<LoanWord of={loan} />}
      acts={<LoanActs key={loan.id} of={loan} />}
      onClose={onClose}
    >
      <Head of={loan} />
      <Signatures of={loan} />
      <h3>经过</h3>
      <History lines={loan.history} />
    </RecordPane>
  )
}
