import { InputNumber, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { MediumView } from '../../../contract/media-views.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { PrintLabels } from '../../components/print-labels.tsx'

const MediaPaper = lazy(() => import('../../paper/media-preview.tsx'))
const MediumRecordPaper = lazy(() => import('../../paper/medium-record-preview.tsx'))

type Sheet = 'ledger' | 'uses' | 'labels'

/** F8 打印载体台账: the ledger as it stands, the 领用登记 of a year, or the labels of all carriers. Opening the pages is a recorded print. */
export const PrintMedia = ({ onClose }: { onClose: () => void }) => {
  const { now } = useSession()
  const [sheet, setSheet] = useState<Sheet>('ledger')
  const [year, setYear] = useState(Number(now.slice(0, 4)))
  const [shown, setShown] = useState(false)
  const uses = sheet === 'uses'
  if (shown && sheet === 'labels') return <PrintLabels of={{ of: 'media' }} says="全部载体设备" onClose={onClose} />
  if (shown)
    return (
      <Suspense fallback={null}>
        <MediaPaper year={uses ? year : null} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog
      title="打印载体台账"
      rule="每次打印都有编号并记入审计"
      ok={sheet === 'labels' ? '选标签纸' : '预览'}
      onOk={() => setShown(true)}
      onClose={onClose}
    >
      <div className="print-choice">
        <Radio.Group
          value={sheet}
          onChange={(event) => setSheet(event.target.value)}
          options={[
            { value: 'ledger', label: '台账（台账核对用）' },
            { value: 'uses', label: '领用登记簿' },
            { value: 'labels', label: '全部标签' },
          ]}
        />
        {uses && (
          <>
            <label>
              年度 <InputNumber min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
            </label>
            <ExportList list="mediaUses" filter={{ year }} />
          </>
        )}
      </div>
    </ActDialog>
  )
}

/** F8 打印维修维护登记 of one. */
export const PrintRecord = ({ of: { id }, onClose }: { of: MediumView; onClose: () => void }) => (
  <Suspense fallback={null}>
    <MediumRecordPaper id={id} onClose={onClose} />
  </Suspense>
)

/** The label of one, to be stuck on it. */
export const PrintLabel = ({ of: { id, number }, onClose }: { of: MediumView; onClose: () => void }) => (
  <PrintLabels of={{ of: 'media', media: [id] }} says={number} onClose={onClose} />
)
