import { InputNumber, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Level, LEVELS, levelLabel, INTAKE_REGISTERS, type IntakeRegister, registerLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'

const RegisterPaper = lazy(() => import('../../paper/register-preview.tsx'))

/**
 * F8 打印登记簿: which book, which year, all levels or one; then its pages as they will be printed. Opening the pages is a recorded print.
 * `bound`: the closed year that is printed as a bound book.
 */
export const PrintRegister = ({ bound, onClose }: { bound?: number; onClose: () => void }) => {
  const { now } = useSession()
  const [register, setRegister] = useState<IntakeRegister>('classified')
  const [year, setYear] = useState(bound ?? Number(now.slice(0, 4)))
  const [level, setLevel] = useState<Level | undefined>()
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <RegisterPaper year={year} register={register} level={level} bound={bound !== undefined} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog
      title={bound === undefined ? '打印收文登记簿' : `打印 ${bound} 年度合订本`}
      rule="每次打印都有编号并记入审计"
      ok="预览"
      onOk={() => setShown(true)}
      onClose={onClose}
    >
      <div className="print-choice">
        <Radio.Group
          aria-label="登记簿"
          value={register}
          onChange={(event) => setRegister(event.target.value)}
          options={INTAKE_REGISTERS.map((value) => ({ value, label: registerLabel[value] }))}
        />
        {bound === undefined && (
          <label>
            年度 <InputNumber min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
          </label>
        )}
        {register === 'classified' && (
          <ChooseBox
            optional
            aria-label="密级"
            className="filter"
            placeholder="全部密级"
            allowClear
            value={level}
            onChange={setLevel}
            options={LEVELS.filter((value) => value !== 'internal').map((value) => ({ value, label: levelLabel[value] }))}
          />
        )}
      </div>
    </ActDialog>
  )
}
