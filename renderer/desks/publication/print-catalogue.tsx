import { Checkbox, InputNumber } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { PUBLICATION_CLASSES, type PublicationClass, publicationClassLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'

const PublicationsPaper = lazy(() => import('../../paper/publications-preview.tsx'))

const headings = [{ value: 'all', label: '全部' }, ...PUBLICATION_CLASSES.map((value) => ({ value, label: publicationClassLabel[value] }))]

/** F8 打印公开目录: of which year and heading; then its pages as they will be printed. */
export const PrintCatalogue = ({ onClose }: { onClose: () => void }) => {
  const [year, setYear] = useState(Number(useSession().now.slice(0, 4)))
  const [heading, setHeading] = useState<'all' | PublicationClass>('all')
  const [onlyPublic, setOnlyPublic] = useState(false)
  const [shown, setShown] = useState(false)
  if (shown)
    return (
      <Suspense fallback={null}>
        <PublicationsPaper year={year} heading={heading === 'all' ? null : heading} onlyPublic={onlyPublic} onClose={onClose} />
      </Suspense>
    )
  return (
    <ActDialog title="打印公开目录" rule="每次打印都有编号并记入审计" ok="预览" onOk={() => setShown(true)} onClose={onClose}>
      <div className="print-choice">
        <label>
          年度 <InputNumber min={1949} max={2200} precision={0} value={year} onChange={(value) => setYear(value ?? year)} /> 年
        </label>
        <ChooseBox prefix="类别" aria-label="类别" className="filter-wide" value={heading} onChange={setHeading} options={headings} />
        <Checkbox checked={onlyPublic} onChange={(event) => setOnlyPublic(event.target.checked)}>
          只印已公开的，供对外公布
        </Checkbox>
      </div>
    </ActDialog>
  )
}
