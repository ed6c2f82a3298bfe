import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { BreachStep, BreachView } from '../../../contract/breaches-views.ts'
import { breachActLabel, breachFateLabel, breachKindLabel, breachStateLabel, copyStateLabel, hiddenReporter } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { CopyLine } from '../../components/copy-line.tsx'
import { History } from '../../components/history.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { Signed } from '../../components/signature.tsx'
import { minuteOf, When } from '../../components/when.tsx'
import { CaseActs } from './acts.tsx'
import { Hours } from './hours.tsx'

type Of = { of: BreachView }

const line = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])

/** Only the handler is told who it was (E4). */
const reporterWords = ({ reporter }: BreachView) => {
  if (!reporter.shown) return hiddenReporter
  return reporter.person ? `${reporter.person.name}　${reporter.person.department}（只有经办人能看到）` : '未具名'
}

const Head = ({ of: breach }: Of) => (
  <Descriptions
    column={1}
    size="small"
    styles={{ label: { width: 118 } }}
    bordered
    items={[
      ...line('类别', breachKindLabel[breach.kind]),
      ...line('经过', breach.note),
      ...line('发现时间', minuteOf(breach.discoveredAt)),
      ...line(
        '上报期限',
        <>
          <When at={breach.due} />　<Hours left={breach.hoursLeft} />
        </>,
      ),
      ...line('登记时间', <When at={breach.registeredAt} />),
      ...line('经办人', breach.handler ? `${breach.handler.name}　${breach.handler.department}` : '待受理'),
      ...line('当事人', breach.persons.map(({ name, department }) => `${name}（${department}）`).join('、')),
      ...line('举报人', reporterWords(breach)),
    ]}
  />
)

const Copies = ({ of: { list } }: Of) =>
  list.length > 0 && (
    <>
      <h3>涉及的份（{list.length}）</h3>
      <ol className="lines">
        {list.map((one) => (
          <CopyLine
            key={one.copy}
            of={one}
            state={
              <>
                <span className={one.state === 'missing' || one.state === 'lost' ? 'overdue' : 'quiet'}>
                  {one.fate ? breachFateLabel[one.fate] : copyStateLabel[one.state]}
                </span>
                {one.was && <span className="quiet">受理时{copyStateLabel[one.was]}</span>}
              </>
            }
          />
        ))}
      </ol>
    </>
  )

const Step = ({ of: { act, words, report, handler, responsibility, numbers, signature } }: { of: BreachStep }) => (
  <li>
    <Signed act={breachActLabel[act]} mark={signature} />
    {handler && <div>经办人：{handler}</div>}
    {report && (
      <div>
        报{report.to}，{report.symbol}，{minuteOf(report.at)}
        {report.late && <span className="overdue">　超过24小时</span>}
      </div>
    )}
    {words && <div>{words}</div>}
    {responsibility && <div>责任认定和处理：{responsibility}</div>}
    {numbers.length > 0 && <div className="figures">{numbers.join('、')}</div>}
  </li>
)

/** One case beside the others: until when it is to be reported, what it is about, what was done and signed. */
export const CasePane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('breaches.get', { breach: id })
  const breach = got.data
  if (!breach) return <OpeningPane title="违规事件" refusal={got.error} onClose={onClose} />
  return (
    <RecordPane title={breach.number} state={breachStateLabel[breach.state]} acts={<CaseActs key={breach.id} of={breach} />} onClose={onClose}>
      <Head of={breach} />
      <Copies of={breach} />
      {breach.steps.length > 0 && (
        <>
          <h3>办理</h3>
          <ol className="lines">
            {breach.steps.map((step) => (
              <Step key={step.id} of={step} />
            ))}
          </ol>
        </>
      )}
      <h3>经过</h3>
      <History lines={breach.history} />
    </RecordPane>
  )
}
