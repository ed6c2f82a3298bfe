import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DocumentRow } from '../../../contract/documents-views.ts'
import { limits } from '../../../contract/limits.ts'
import { DOCUMENT_STATES, documentStateLabel, EXPIRIES, expiryLabel, LEVELS, levelLabel, REGISTERS, registerLabel } from '../../../contract/terms.ts'
import { useJumpsOf } from '../../app/jumps.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { Found } from '../../components/found.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { PrintLabels } from '../../components/print-labels.tsx'
import { minuteOf } from '../../components/when.tsx'

type Column = ListColumn<DocumentRow>
/** What is 已解密 wears the colour of 内部: it is no state secret any more. */
const shownLevel = ({ level, expiry }: DocumentRow) => (expiry === 'declassified' ? 'internal' : level)
const number: Column = { key: 'number', title: '登记编号', width: 158, render: (row) => row.number }
const mark: Column = { key: 'mark', title: '密级★期限', width: 172, render: (row) => <LevelMark level={shownLevel(row)} mark={row.mark} /> }
const title: Column = { key: 'title', title: '标题', least: 260, render: (row) => row.title }
const symbol: Column = { key: 'symbol', title: '来文字号', width: 176, drop: 4, render: (row) => row.symbol }
const sender: Column = { key: 'sender', title: '来文机关', width: 170, drop: 1, render: (row) => row.sender }
const receivedAt: Column = { key: 'receivedAt', title: '收文时间', width: 150, drop: 2, render: (row) => row.receivedAt && minuteOf(row.receivedAt) }
const copies: Column = { key: 'copies', title: '份数', width: 56, drop: 3, align: 'right', render: (row) => row.copies }
const out: Column = { key: 'out', title: '在外', width: 56, align: 'right', render: (row) => row.out > 0 && <strong>{row.out}</strong> }
const state: Column = { key: 'state', title: '状态', width: 72, render: (row) => documentStateLabel[row.state] }
const all = [number, mark, title, symbol, sender, receivedAt, copies, out, state]
/** Beside an open document there is room for what tells the papers apart. */
const few = [
  number,
  {
    ...mark,
    title: '密级',
    width: 88,
    render: (row: DocumentRow) =>
      row.expiry === 'declassified' ? <LevelMark level="internal" mark={expiryLabel.declassified} /> : <LevelMark level={row.level} />,
  },
  { ...title, least: 150 },
  { ...out, drop: 1 },
  { ...state, drop: 2 },
]

const choices = <C extends string>(codes: readonly C[], labels: Record<C, string>) => codes.map((value) => ({ value, label: labels[value] }))

type Filter = {
  register?: (typeof REGISTERS)[number]
  level?: (typeof LEVELS)[number]
  state?: (typeof DOCUMENT_STATES)[number]
  out?: true
  toReturn?: true
  expiry?: (typeof EXPIRIES)[number]
}

type Asked = Filter & { text?: string }

type FiltersProps = { text: string; onText: (text: string) => void; filter: Filter; onFilter: (filter: Filter) => void }

const Filters = ({ text, onText, filter, onFilter }: FiltersProps) => {
  const all = { allowClear: true, placeholder: '全部' }
  return (
    <>
      <Input
        allowClear
        className="filter"
        aria-label="查文件"
        placeholder="标题、编号、文号"
        maxLength={limits.search}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <ChooseBox
        {...all}
        prefix="登记簿"
        aria-label="登记簿"
        className="filter-wide"
        value={filter.register}
        options={choices(REGISTERS, registerLabel)}
        onChange={(register) => onFilter({ ...filter, register })}
      />
      <ChooseBox
        {...all}
        prefix="密级"
        aria-label="密级"
        className="filter-short"
        value={filter.level}
        options={choices(LEVELS, levelLabel)}
        onChange={(level) => onFilter({ ...filter, level })}
      />
      <ChooseBox
        {...all}
        prefix="状态"
        aria-label="状态"
        className="filter-short"
        value={filter.state}
        options={choices(DOCUMENT_STATES, documentStateLabel)}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <ChooseBox
        {...all}
        prefix="期限"
        aria-label="期限"
        className="filter-short"
        value={filter.expiry}
        options={choices(EXPIRIES, expiryLabel)}
        onChange={(expiry) => onFilter({ ...filter, expiry })}
      />
      <Checkbox checked={filter.out === true} onChange={(event) => onFilter({ ...filter, out: event.target.checked || undefined })}>
        有份在外
      </Checkbox>
      <Checkbox checked={filter.toReturn === true} onChange={(event) => onFilter({ ...filter, toReturn: event.target.checked || undefined })}>
        应清退
      </Checkbox>
    </>
  )
}

const years = () => go('documents', null, 'years')

/** The acts of the register. Beside an open document F6 is that document's. */
const ListActs = ({ keyed, onPrint, filter }: { keyed: boolean; onPrint: () => void; filter: Asked }) => {
  const periods = () => go('documents', null, 'periods')
  const [labels, setLabels] = useState(false)
  const register = () => go('documents', null, 'new')
  const receive = () => go('documents', null, 'receive')
  useKeys({ F2: register, F8: onPrint })
  useKeys({ F6: receive, F4: periods, F7: years }, keyed)
  return (
    <span className="desk-acts">
      <Button type={keyed ? 'primary' : 'default'} onClick={register}>
        登记来文 F2
      </Button>
      <Button onClick={receive}>签收信封{keyed && ' F6'}</Button>
      <Button onClick={periods}>期限审核{keyed && ' F4'}</Button>
      <Button onClick={years}>年度关账{keyed && ' F7'}</Button>
      <Button onClick={onPrint}>打印 F8</Button>
      <Button onClick={() => setLabels(true)}>打印标签</Button>
      <ExportList list="register" filter={filter} keyed />
      {labels && <PrintLabels onClose={() => setLabels(false)} />}
    </span>
  )
}

/** What an empty list says: that nothing fits the filter, or that nothing is there yet. */
const emptyWords = (filtered: boolean, officer: boolean) => {
  if (filtered) return '没有符合条件的文件，请放宽条件。'
  return officer ? '登记簿里还没有文件。按 F2 登记第一件来文。' : '登记簿里没有您可以查看的文件。'
}

type RowsProps = { id: number | null; asked: Asked; filters: ReactNode; acts: ReactNode; empty: string }

/** The rows, and how many there are. Filters and acts come made, so that they are not made anew with every page that is read. */
const Rows = ({ id, asked, filters, acts, empty }: RowsProps) => {
  const pages = useJumpsOf('documents.list', asked)
  return (
    <div className="desk-fill">
      <div className="desk-filters">
        {filters}
        <Found pages={pages} total={pages.first?.total} unit="件" />
        {acts}
      </div>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('documents', row.id)}
        empty={empty}
      />
    </div>
  )
}

/** 登记簿, newest first, with its filters above. */
export const RegisterList = ({ id, onPrint }: { id: number | null; onPrint: () => void }) => {
  const may = useMay()
  const [filter, setFilter] = useState<Filter>({})
  const [text, setText] = useState('')
  const asked: Asked = { ...filter, ...(text.trim() ? { text: text.trim() } : {}) }
  const filtered = text.trim() !== '' || Object.values(filter).some(Boolean)
  const officer = may('documents.register')
  return (
    <Rows
      id={id}
      asked={asked}
      filters={<Filters text={text} onText={setText} filter={filter} onFilter={setFilter} />}
      acts={
        <>
          {officer && <ListActs keyed={id === null} onPrint={onPrint} filter={asked} />}
          {!officer && may('documents.closedYears') && <Button onClick={years}>年度关账</Button>}
        </>
      }
      empty={emptyWords(filtered, officer)}
    />
  )
}
