import { useState } from 'react'
import { Button } from 'antd'
import { roleLabel, THREE_OFFICERS } from '../../../contract/terms.ts'
import { SheetsToSeal } from '../../paper/sheets-to-seal.tsx'
import type { Draft, Founded } from './draft.ts'

/** The last step of a set-up: what is on the three sheets is told here once, printed or copied by hand, and sealed by one officer each. */
export const SealedSheets = ({ draft, founded, onGoOn }: { draft: Draft; founded: Founded; onGoOn: () => void }) => {
  const [all, setAll] = useState(false)
  const { sheets, officers, vault } = founded
  return (
    <div className="door">
      <div className="door-box door-wide">
        <h1>密钥恢复单</h1>
        <p>
          口令全部丢失或账户都被锁定时，三份中任取两份可以恢复；只有一份打不开。内容<strong>只在此时显示，本机不留存</strong>
          ：逐份打印，没有打印机的照屏幕抄写，三员各封存一份，分开存放。
        </p>
        <SheetsToSeal
          sheets={sheets}
          keepers={THREE_OFFICERS.map((role) => `${roleLabel[role]}（${officers[role]}）`)}
          on={{ unit: draft.unit, level: draft.level, vault }}
          onChange={setAll}
        />
        <Button type="primary" disabled={!all} onClick={onGoOn}>
          下一步
        </Button>
      </div>
    </div>
  )
}
