import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { DocumentRow } from '../../../contract/documents.ts'
import { limits } from '../../../contract/fields.ts'
import { DOCUMENT_STATES, documentStateLabel, LEVELS, levelLabel, REGISTERS, registerLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List } from '../../components/list.tsx'
import { minuteOf } from '../../components/when.tsx'

const columns = [
  { key: 'number', title: '收文号', width: 150, render: (row: DocumentRow) => <span className="figures">{row.number}</span> },
  { key: 'mark', title: '密级', width: 120, render: (row: DocumentRow) => <LevelMark level={row.level} mark={row.mark} /> },
  { key: 'title', title: '标题', render: (row: DocumentRow) => row.title },
  { key: 'symbol', title: '来文字号', width: 170, render: (row: DocumentRow) => row.symbol },
  { key: 'sender', title: '来文机关', width: 170, render: (row: DocumentRow) => row.sender },
  { key: 'receivedAt', title: '收文时间', width: 140, render: (row: DocumentRow) => <span className="figures">{minuteOf(row.receivedAt)}</span> },
  {
    key: 'copies',
    title: '份数',
    width: 90,
    render: (row: DocumentRow) => (row.out > 0 ? `${row.copies}（在外${row.out}）` : row.copies),
  },
  { key: 'state', title: '状态', width: 76, render: (row: DocumentRow) => documentStateLabel[row.state] },
]

const choices = <C extends string>(codes: readonly C[], labels: Record<C, string>) => codes.map((value) => ({ value, label: labels[value] }))

/** 登记簿, newest first, with its filters above. */
export const RegisterList = ({ id, onPrint }: { id: number | null; onPrint: (year: number) => void }) => {
  const may = useMay()
  const { now } = useSession()
  const [filter, setFilter] = useState<{
    register?: (typeof REGISTERS)[number]
    level?: (typeof LEVELS)[number]
    state?: (typeof DOCUMENT_STATES)[number]
    out?: true
  }>({})
  const [text, setText] = useState('')
  const pages = usePagesOf('documents.list', { ...filter, ...(text.trim() ? { text: text.trim() } : {}) })
  const officer = may('documents.register')
  const print = () => onPrint(Number(now.slice(0, 4)))
  useKeys({ F2: () => go('documents', null, 'new'), F6: () => go('documents', null, 'receive'), F8: print }, officer)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <Select
          allowClear
          className="filter"
          placeholder="登记簿"
          value={filter.register}
          options={choices(REGISTERS, registerLabel)}
          onChange={(register) => setFilter({ ...filter, register })}
        />
        <Select
          allowClear
          className="filter"
          placeholder="密级"
          value={filter.level}
          options={choices(LEVELS, levelLabel)}
          onChange={(level) => setFilter({ ...filter, level })}
        />
        <Select
          allowClear
          className="filter"
          placeholder="状态"
          value={filter.state}
          options={choices(DOCUMENT_STATES, documentStateLabel)}
          onChange={(state) => setFilter({ ...filter, state })}
        />
        <Checkbox checked={filter.out === true} onChange={(event) => setFilter({ ...filter, out: event.target.checked || undefined })}>
          只看在外
        </Checkbox>
        <Input
          allowClear
          className="filter-text"
          placeholder="标题、收文号、文号的一部分"
          maxLength={limits.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="quiet">共 {pages.first?.total ?? 0} 件</span>
        {officer && (
          <>
            <Button type="primary" onClick={() => go('documents', null, 'new')}>
              新登记 F2
            </Button>
            <Button onClick={() => go('documents', null, 'receive')}>签收信封 F6</Button>
            <Button onClick={print}>打印登记簿 F8</Button>
          </>
        )}
      </div>
      <List
        pages={pages}
        columns={columns}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('documents', row.id)}
        empty={officer ? '登记簿里还没有文件。按 F2 登记第一件来文。' : '没有符合条件的文件。'}
      />
    </div>
  )
}
