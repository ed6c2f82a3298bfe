import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { DocumentRow } from '../../../contract/documents.ts'
import { limits } from '../../../contract/fields.ts'
import { DOCUMENT_STATES, documentStateLabel, LEVELS, levelLabel, REGISTERS, registerLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { minuteOf } from '../../components/when.tsx'

type Column = ListColumn<DocumentRow>
const number: Column = { key: 'number', title: '收文号', width: 158, render: (row) => row.number }
const mark: Column = { key: 'mark', title: '密级★期限', width: 172, render: (row) => <LevelMark level={row.level} mark={row.mark} /> }
const title: Column = { key: 'title', title: '标题', render: (row) => row.title }
const symbol: Column = { key: 'symbol', title: '来文字号', width: 176, render: (row) => row.symbol }
const sender: Column = { key: 'sender', title: '来文机关', width: 170, wide: true, render: (row) => row.sender }
const receivedAt: Column = { key: 'receivedAt', title: '收文时间', width: 150, render: (row) => minuteOf(row.receivedAt) }
const copies: Column = { key: 'copies', title: '份数', width: 56, align: 'right', render: (row) => row.copies }
const out: Column = { key: 'out', title: '在外', width: 56, align: 'right', render: (row) => row.out > 0 && <strong>{row.out}</strong> }
const state: Column = { key: 'state', title: '状态', width: 72, render: (row) => documentStateLabel[row.state] }
const all = [number, mark, title, symbol, sender, receivedAt, copies, out, state]
/** Beside an open document there is room for what tells the papers apart. */
const few = [number, { ...mark, title: '密级', width: 70, render: (row: DocumentRow) => <LevelMark level={row.level} /> }, title, out, state]

const choices = <C extends string>(codes: readonly C[], labels: Record<C, string>) => codes.map((value) => ({ value, label: labels[value] }))

/** 登记簿, newest first, with its filters above. */
export const RegisterList = ({ id, onPrint }: { id: number | null; onPrint: () => void }) => {
  const may = useMay()
  const [filter, setFilter] = useState<{
    register?: (typeof REGISTERS)[number]
    level?: (typeof LEVELS)[number]
    state?: (typeof DOCUMENT_STATES)[number]
    out?: true
  }>({})
  const [text, setText] = useState('')
  const pages = usePagesOf('documents.list', { ...filter, ...(text.trim() ? { text: text.trim() } : {}) })
  const officer = may('documents.register')
  useKeys({ F2: () => go('documents', null, 'new'), F6: () => go('documents', null, 'receive'), F8: onPrint }, officer && id === null)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        <Input
          allowClear
          className="filter-text"
          placeholder="标题、收文号、文号的一部分"
          maxLength={limits.search}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ChooseBox
          allowClear
          className="filter"
          placeholder="登记簿"
          value={filter.register}
          options={choices(REGISTERS, registerLabel)}
          onChange={(register) => setFilter({ ...filter, register })}
        />
        <ChooseBox
          allowClear
          className="filter-short"
          placeholder="密级"
          value={filter.level}
          options={choices(LEVELS, levelLabel)}
          onChange={(level) => setFilter({ ...filter, level })}
        />
        <ChooseBox
          allowClear
          className="filter-short"
          placeholder="状态"
          value={filter.state}
          options={choices(DOCUMENT_STATES, documentStateLabel)}
          onChange={(state) => setFilter({ ...filter, state })}
        />
        <Checkbox checked={filter.out === true} onChange={(event) => setFilter({ ...filter, out: event.target.checked || undefined })}>
          在外
        </Checkbox>
        <span className="quiet figures">共 {pages.first?.total ?? 0} 件</span>
        {officer && (
          <span className="desk-acts">
            <Button type={id === null ? 'primary' : 'default'} onClick={() => go('documents', null, 'new')}>
              登记 F2
            </Button>
            <Button onClick={() => go('documents', null, 'receive')}>签收信封 F6</Button>
            <Button onClick={onPrint}>打印 F8</Button>
          </span>
        )}
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('documents', row.id)}
        empty={officer ? '登记簿里还没有文件。按 F2 登记第一件来文。' : '没有符合条件的文件。'}
      />
    </div>
  )
}
