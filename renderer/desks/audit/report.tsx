import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { useKeys } from '../../components/keys.ts'

const AuditReportPaper = lazy(() => import('../../paper/audit-report-preview.tsx'))

const BACK = 12
type Quarter = { year: number; quarter: number }

/** The quarters that have begun, the present one first. */
const quartersUntil = (day: string): Quarter[] => {
  const last = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return Array.from({ length: BACK }, (_, back) => ({ year: Math.floor((last - back) / 4), quarter: ((last - back) % 4) + 1 }))
}

/** 审计报告: the report of a quarter as a sheet to sign, at least every three months. */
export const Report = () => {
  const { now } = useSession()
  const quarters = quartersUntil(now)
  const [chosen, setChosen] = useState(0)
  const [shown, setShown] = useState(false)
  const show = () => setShown(true)
  useKeys({ F8: show }, !shown)
  const { year, quarter } = quarters[chosen] as Quarter
  return (
    <section className="audit-part">
      <div className="audit-part-head">
        <ChooseBox
          prefix="期间"
          aria-label="期间"
          className="filter-wide"
          value={chosen}
          onChange={setChosen}
          options={quarters.map((one, value) => ({ value, label: `${one.year}年第${one.quarter}季度` }))}
        />
        <Button type="primary" onClick={show}>
          打印审计报告 F8
        </Button>
        <span className="quiet">每季度至少一次：各人各类操作、拒绝及其规定、角色变更、检查点、时钟回拨；只有编号，没有标题</span>
      </div>
      {shown && (
        <Suspense fallback={null}>
          <AuditReportPaper year={year} quarter={quarter} onClose={() => setShown(false)} />
        </Suspense>
      )}
    </section>
  )
}
