import { Descriptions } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { BoxRow } from '../../../contract/keeping-views.ts'
import { boxStateLabel, copyStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import type { KeptCopy } from '../../../contract/keeping-views.ts'
import { BoxForm } from './box-form.tsx'
import { useBoxes } from './boxes.tsx'
import { Store } from './storing.tsx'

const BoxPaper = lazy(() => import('../../paper/box-preview.tsx'))

const change = ['F6', '更改保密箱'] as const
const CHANGE = 'keeping.setBox'
const keys: Record<string, string> = { 'keeping.store': 'F4', [CHANGE]: change[0], 'paper.box': 'F8' }

const actsOf = ({ state }: BoxRow): Act[] => [
  { call: 'keeping.store', label: '入箱', allowed: state === 'open', why: state === 'open' ? null : '已停用，请放入在用的箱（F1(6)）。' },
  { call: CHANGE, label: change[1], allowed: true, why: null },
  { call: 'paper.box', label: '打印箱内清单', allowed: true, why: null },
]

type Column = ListColumn<KeptCopy>
const content: readonly Column[] = [
  { key: 'number', title: '编号', width: 170, render: (row) => row.number },
  { key: 'mark', title: '密级', width: 150, drop: 1, render: ({ document }) => <LevelMark level={document.level} mark={document.mark} /> },
  { key: 'title', title: '标题', least: 100, render: ({ document }) => document.title },
  {
    key: 'state',
    title: '去向',
    width: 84,
    render: ({ state }) => (state === 'inBox' ? '在箱' : <span className="waits">{copyStateLabel[state]}</span>),
  },
]

/** Who kept the box, where it stood, and why that changed. */
const Changes = ({ of: { changes } }: { of: BoxRow }) => (
  <ol className="history">
    {changes.map((change) => (
      <li key={`${change.at} ${change.custodian} ${change.state} ${change.cabinet}${change.shelf}`}>
        <When at={change.at} />
        <span className="history-act">
          {change.cabinet}
          {change.shelf}　{change.custodian}
          {change.state === 'closed' ? `　${boxStateLabel.closed}` : ''}
        </span>
        <span>{change.by}</span>
        {change.reason && <span className="history-note">{change.reason}</span>}
      </li>
    ))}
  </ol>
)

const BoxActs = ({ of: box }: { of: BoxRow }) => {
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Acts acts={actsOf(box)} keys={keys} main={['keeping.store']} enabled={open === null} run={({ call }) => setOpen(call)} />
      {open === 'keeping.store' && <Store box={box} onClose={close} />}
      {open === CHANGE && <BoxForm box={box} onDone={close} onClose={close} />}
      {open === 'paper.box' && (
        <Suspense fallback={null}>
          <BoxPaper id={box.id} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** One box: where it stands, who keeps it, and every copy that belongs in it. */
export const BoxPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const { rows, isPending } = useBoxes()
  const box = rows.find((row) => row.id === id)
  const pages = usePagesOf('keeping.copies', { box: id }, box !== undefined)
  if (!box)
    return (
      <RecordPane title="保密箱" onClose={onClose}>
        {isPending ? '正在打开保密箱…' : '没有这个保密箱，请从列表中选择。'}
      </RecordPane>
    )
  return (
    <RecordPane title={box.number} state={boxStateLabel[box.state]} acts={<BoxActs of={box} />} onClose={onClose}>
      <Descriptions
        column={1}
        size="small"
        bordered
        styles={{ label: { width: 118 } }}
        items={[
          { key: 'place', label: '柜、层', children: `${box.cabinet}　${box.shelf}` },
          { key: 'custodian', label: '专管人', children: `${box.custodian.name}　${box.custodian.department}` },
          { key: 'inside', label: '箱内', children: `${box.inside} 份${box.out > 0 ? `，另有在外待归 ${box.out} 份` : ''}` },
        ]}
      />
      <h3>箱内文件</h3>
      <div className="keeping-content">
        <List
          pages={pages}
          columns={content}
          rowKey={(row) => row.id}
          onOpen={(row) => go('documents', row.document.id)}
          empty="箱内没有文件。办结的文件按 F4 入箱。"
        />
      </div>
      <h3>箱的变更</h3>
      <Changes of={box} />
    </RecordPane>
  )
}
