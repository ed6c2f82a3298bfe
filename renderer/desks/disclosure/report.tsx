import { Alert, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReportFigures, ReportView } from '../../../contract/evaluation-views.ts'
import { reportCheckLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { Signed } from '../../components/signature.tsx'
import { ReportCharts } from './report-charts.tsx'
import { ReportTable } from './report-table.tsx'
import { type Period, periodIn, periodName, periodOf } from './report-period.ts'
import './report.css'

const EvaluationPaper = lazy(() => import('../../paper/evaluation-preview.tsx'))
const BACK = 6

/** The years that have begun and their halves, the latest first. */
const periodsUntil = (day: string): Period[] => {
  const year = Number(day.slice(0, 4))
  return Array.from({ length: BACK }, (_, back) => year - back)
    .flatMap((one): Period[] => [
      { year: one, half: null },
      { year: one, half: 2 },
      { year: one, half: 1 },
    ])
    .filter((one) => one.year < year || one.half !== 2 || day.slice(5) >= '07-01')
}

/** 勾稽关系: what was held against what, in words beside its colour. */
const Checks = ({ of: { checks } }: { of: ReportFigures }) => (
  <ul className="report-checks" aria-label="勾稽关系">
    {checks.map(({ check, holds, says }) => (
      <li key={check} className={holds ? 'report-holds' : 'report-fails'}>
        <b>{holds ? '成立' : '不成立'}</b>
        <span>{reportCheckLabel[check]}</span>
        <span className="quiet">{says}</span>
      </li>
    ))}
  </ul>
)

const percent = (part: number, of: number) => (of === 0 ? '—' : `${Math.round((part * 1000) / of) / 10}%`)

/** What is read at a glance. */
const Glance = ({ of: { replies, extensions, supplements, heard, reviews } }: { of: ReportFigures }) => {
  const { onTime, late, unknown, averageDays, longestDays } = replies
  const mended = heard.reduce((sum, one) => sum + one.mended, 0)
  const all: [string, string][] = [
    ['答复', `${replies.count}件`],
    ['及时率', percent(onTime, onTime + late)],
    ['逾期答复', `${late}件${unknown > 0 ? `，另${unknown}件期限不明` : ''}`],
    ['平均用时', averageDays === null ? '—' : `${averageDays}天`],
    ['最长用时', longestDays === null ? '—' : `${longestDays}天`],
    ['延期', `${extensions}件`],
    ['补正告知', `${supplements}件`],
    ['反馈后改进', `${mended}件`],
    ['保密审查', `确定${reviews.decided}件，其中不予公开${reviews.withheld}件`],
    ['发布', `${reviews.released}次`],
  ]
  return (
    <dl className="report-glance">
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What was recorded last, or that nothing was; and whether the record has moved on since. */
const Standing = ({ of: { record, changed, over, half } }: { of: ReportView }) => {
  const what = half === null ? '年报' : '评估'
  if (record === null)
    return (
      <Alert type="info" title={over ? `还没有登记${what}，下面是现在的数。` : `这一期还没有结束，下面是到现在为止的数；结束以后登记${what}。`} />
    )
  return (
    <Alert
      type={changed ? 'warning' : 'success'}
      title={
        <>
          <Signed act={record.number} mark={record.signature} />
          {changed && <span>登记以后又有补录、拆分或者答复作废，表三的数已经不同：下面是现在的数，请重新登记{what}。</span>}
        </>
      }
    />
  )
}

const Opened = ({ of: report }: { of: ReportView }) => (
  <Scroll className="report-body" label="年报评估">
    <Standing of={report} />
    <Glance of={report.figures} />
    <ReportTable of={report.figures} half={report.half !== null} />
    <Checks of={report.figures} />
    <ReportCharts of={report.figures} />
  </Scroll>
)

/** 年报评估: the figures of a year or a half as the record has them, with their checks and charts; F7 records them, F8 prints them (条例49, G三.4). */
export const Report = ({ of: asked }: { of: Period | null }) => {
  const may = useMay()
  const { now } = useSession()
  const periods = periodsUntil(now)
  const period = asked ?? periodOf(now.slice(0, 10))
  const { year, half } = period
  const report = useQueryOf('disclosure.annualReport', half === null ? { year } : { year, half }, { keep: true })
  const [printing, setPrinting] = useState(false)
  const mayRecord = may('disclosure.evaluate') && report.data?.over === true
  const mayPrint = may('paper.evaluation')
  const record = () => go('disclosure', null, `${periodIn(period)}-new`)
  const print = () => setPrinting(true)
  useKeys([...(mayRecord ? [['F7', record] as const] : []), ...(mayPrint ? [['F8', print] as const] : [])], !printing)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <ChooseBox
          prefix="期间"
          aria-label="期间"
          className="filter-wide"
          value={periodIn(period)}
          onChange={(value) => go('disclosure', null, value)}
          options={periods.map((one) => ({ value: periodIn(one), label: periodName(one) }))}
        />
        <span className="desk-acts">
          {mayRecord &&
            (half === null ? (
              <Button type="primary" onClick={record}>
                编报年报 F7
              </Button>
            ) : (
              <Button type="primary" onClick={record}>
                登记评估 F7
              </Button>
            ))}
          {mayPrint && <Button onClick={print}>打印 F8</Button>}
          {half === null && <ExportList list="annualReport" filter={{ year }} keyed />}
        </span>
      </div>
      {report.error ? <RefusalNote of={report.error} /> : report.data ? <Opened of={report.data} /> : <p role="status">正在统计…</p>}
      {printing && (
        <Suspense fallback={null}>
          <EvaluationPaper {...period} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </div>
  )
}
