import { useState } from 'react'
import { Button, Checkbox } from 'antd'
import { roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { RecoverySheetPreview } from '../../paper/recovery-sheet.tsx'
import type { Draft, Founded } from './draft.ts'

const ORDINALS = ['第一份', '第二份', '第三份']

/** The last step of a set-up: what is on the three sheets is told here once, printed or copied by hand, and sealed by one officer each. */
export const SealedSheets = ({ draft, founded, onGoOn }: { draft: Draft; founded: Founded; onGoOn: () => void }) => {
  const [shown, setShown] = useState<number | null>(null)
  const [opened, setOpened] = useState<readonly number[]>([])
  const [sealed, setSealed] = useState<readonly number[]>([])
  const { sheets, officers, vault } = founded
  const of = shown === null ? undefined : sheets[shown]
  const tick = (place: number, on: boolean) => setSealed([...sealed.filter((each) => each !== place), ...(on ? [place] : [])])
  const open = (place: number) => {
    setShown(place)
    setOpened([...opened, place])
  }
  return (
    <div className="door">
      <div className="door-box door-wide">
        <h1>密钥恢复单</h1>
        <p>
          口令全部丢失或账户都被锁定时，三份中任取两份可以恢复；只有一份打不开。内容<strong>只在此时显示，本机不留存</strong>
          ：逐份打印，没有打印机的照屏幕抄写，三员各封存一份，分开存放。
        </p>
        <ul className="sealed-sheets">
          {THREE_OFFICERS.map((role, place) => (
            <li key={role}>
              <Button autoFocus={place === 0} onClick={() => open(place)}>
                打开{ORDINALS[place]}
              </Button>
              <Checkbox disabled={!opened.includes(place)} checked={sealed.includes(place)} onChange={(event) => tick(place, event.target.checked)}>
                {ORDINALS[place]}已由{roleLabel[role]} {officers[role]} 封存
              </Checkbox>
            </li>
          ))}
        </ul>
        <Button type="primary" disabled={sealed.length < sheets.length} onClick={onGoOn}>
          下一步
        </Button>
      </div>
      {of && shown !== null && (
        <RecoverySheetPreview
          sheet={{ ...of, ordinal: ORDINALS[shown] ?? '', unit: draft.unit, level: draft.level, vault }}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  )
}
