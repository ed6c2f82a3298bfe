import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { LEVELS, levelLabel } from '../../../contract/terms.ts'
import type { Draft } from './draft.ts'

type Props = { draft: Draft; onNext: (unit: Pick<Draft, 'unit' | 'level'>) => void }

/** Step 1: whose register this is, and the level that nothing registered here may exceed (保密法31). */
export const UnitStep = ({ draft, onNext }: Props) => {
  const [unit, setUnit] = useState(draft.unit)
  const [level, setLevel] = useState(draft.level)
  const next = (event: FormEvent) => {
    event.preventDefault()
    if (unit.trim()) onNext({ unit: unit.trim(), level })
  }
  return (
    <form className="set-up-step" onSubmit={next}>
      <label className="sentence">
        <span className="sentence-label">单位名称（全称，印在登记簿和传阅单上）</span>
        <Input autoFocus maxLength={limits.unit} value={unit} onChange={(event) => setUnit(event.target.value)} />
      </label>
      <div className="sentence">
        <span className="sentence-label">本机密级（设定后不能更改）</span>
        <Radio.Group
          aria-label="本机密级"
          value={level}
          onChange={(event) => setLevel(event.target.value)}
          options={LEVELS.map((value) => ({ value, label: levelLabel[value] }))}
        />
        <span className="quiet">高于本机密级的文件不得在本机登记（保密法第三十一条）。按本台计算机核定的密级选择。</span>
      </div>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" disabled={!unit.trim()}>
          下一步 Enter
        </Button>
      </div>
    </form>
  )
}
