/** First run: unit and 本机密级, calendars, the three officers. One act makes the vault. */
import { Alert, Button, Steps } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contract/index.ts'
import { CalendarStep } from './calendar-step.tsx'
import type { Draft, Founded } from './draft.ts'
import { Made } from './made.tsx'
import { OfficersStep } from './officers-step.tsx'
import { SealedSheets } from './sealed-sheets.tsx'
import { UnitStep } from './unit-step.tsx'

type Props = { status: Output<'setup.status'>; onMade: () => void; onRestore: () => void }

export const Assistant = ({ status, onMade, onRestore }: Props) => {
  const [step, setStep] = useState(0)
  const thisYear = Number(status.now.slice(0, 4))
  const near = status.calendarYears.filter((year) => year >= thisYear)
  const [draft, setDraft] = useState<Draft>({ unit: '', level: 'confidential', calendarYears: near.length > 0 ? near : status.calendarYears })
  const [made, setMade] = useState<Founded | null>(null)
  const [sealed, setSealed] = useState(false)
  if (made && !sealed) return <SealedSheets draft={draft} founded={made} onGoOn={() => setSealed(true)} />
  if (made) return <Made draft={draft} officers={made.officers} onGoOn={onMade} />
  return (
    <div className="door">
      <div className="door-box set-up">
        <h1>密卷　初次设置</h1>
        <Steps size="small" current={step} items={[{ title: '单位与本机密级' }, { title: '工作日历' }, { title: '三员与口令' }]} />
        {step === 0 && (
          <UnitStep
            draft={draft}
            onNext={(unit) => {
              setDraft({ ...draft, ...unit })
              setStep(1)
            }}
          />
        )}
        {step === 1 && (
          <CalendarStep
            years={status.calendarYears}
            chosen={draft.calendarYears}
            thisYear={thisYear}
            onBack={() => setStep(0)}
            onNext={(calendarYears) => {
              setDraft({ ...draft, calendarYears })
              setStep(2)
            }}
          />
        )}
        {step === 2 && <OfficersStep draft={draft} onBack={() => setStep(1)} onMade={setMade} />}
        {step === 0 && (
          <div className="door-others">
            <span className="quiet">换了电脑或数据丢失，已有备份：</span>
            <Button size="small" onClick={onRestore}>
              恢复备份
            </Button>
          </div>
        )}
        {step === 0 && (
          <Alert
            type="warning"
            title="使用前请确认"
            description="本程序用商用密码算法保护登记内容，它们不属于核心密码、普通密码，不能替代涉密计算机的法定防护（密码法第七条、第八条）。请只在符合本机密级要求的涉密单机上使用，并启用经批准的整盘加密和操作系统管控措施。本程序不联网。"
          />
        )}
      </div>
    </div>
  )
}
