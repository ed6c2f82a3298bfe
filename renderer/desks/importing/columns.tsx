import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { LedgerColumns, LedgerSheet } from '../../../contract/importing.ts'
import type { Output } from '../../../contract/index.ts'
import {
  LEDGER_COLUMNS,
  LEDGER_KINDS,
  type LedgerColumn,
  type LedgerKind,
  ledgerColumnLabel,
  ledgerKindLabel,
  NEEDED_COLUMNS,
} from '../../../contract/terms.ts'
import { refusalOf, useAct } from '../../app/client.ts'
import { ChooseBox } from '../../components/choose-box.tsx'
import { useKeys } from '../../components/keys.ts'
import { useLeaving } from '../../components/leaving.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { type Chosen, Step } from './guide.tsx'

export type Ledger = NonNullable<Output<'importing.file'>['ledger']>
type Said = { sheet: number; kind: LedgerKind; columns: LedgerColumns }

/** No column of the ledger says it. */
const NONE = -1

const isNeeded = (column: LedgerColumn, kind: LedgerKind) =>
  NEEDED_COLUMNS.some((needed) => needed === column) || (kind === 'intake' && column === 'receivedOn')

const sampleOf = ({ sample }: LedgerSheet, place: number | undefined) =>
  place === undefined
    ? ''
    : sample
        .map((cells) => cells[place] ?? '')
        .filter((text) => text !== '')
        .slice(0, 2)
        .join('　／　')

const startOf = ({ sheets, trying }: Ledger): Said => {
  if (trying) return trying
  const at = sheets.reduce(
    (best, { columns }, index) => (Object.keys(columns).length > Object.keys(sheets[best]?.columns ?? {}).length ? index : best),
    0,
  )
  return { sheet: at, kind: sheets[at]?.kind ?? 'intake', columns: sheets[at]?.columns ?? {} }
}

/** One line of the table: what the register asks, which column of the ledger says it, what stands there. */
const lines = (
  sheet: LedgerSheet,
  said: Said,
  field: string | undefined,
  choose: (column: LedgerColumn, place: number) => void,
): ShortColumn<LedgerColumn>[] => [
  {
    title: '登记的项目',
    width: 150,
    render: (column) => (
      <>
        {ledgerColumnLabel[column]}
        {isNeeded(column, said.kind) && <span className="quiet">（必有）</span>}
      </>
    ),
  },
  {
    title: '旧台账的栏',
    width: 260,
    render: (column) => (
      <ChooseBox
        aria-label={ledgerColumnLabel[column]}
        status={field === `columns.${column}` ? 'error' : undefined}
        value={said.columns[column] ?? NONE}
        onChange={(place: number) => choose(column, place)}
        options={[{ value: NONE, label: '没有这一栏' }, ...sheet.heads.map((head, place) => ({ value: place, label: head || `第${place + 1}栏` }))]}
      />
    ),
  },
  { title: '前几行写的是', render: (column) => <span className="quiet">{sampleOf(sheet, said.columns[column])}</span> },
]

type Props = { ledger: Ledger; chosen: Chosen; onTried: () => void; onClose: () => void }

/** 二、各栏: suggested by the words of the heads, or as they were set for the same heads the last time. */
export const Columns = ({ ledger, chosen, onTried, onClose }: Props) => {
  const [said, setSaid] = useState(() => startOf(ledger))
  const [changed, setChanged] = useState(false)
  const saved = useRef(false)
  const act = useAct('importing.try')
  const leaving = useLeaving({ typed: changed, busy: act.isPending, saved, onClose })
  const sheet = ledger.sheets[said.sheet]
  const change = (next: Said) => {
    setSaid(next)
    setChanged(true)
    leaving.stay()
  }
  const choose = (column: LedgerColumn, place: number) => {
    const { [column]: _before, ...rest } = said.columns
    change({ ...said, columns: place === NONE ? rest : { ...rest, [column]: place } })
  }
  const tryIt = () => {
    if (act.isPending) return
    act.mutate(
      { file: ledger.file, ...said },
      {
        onSuccess: () => {
          saved.current = true
          onTried()
        },
      },
    )
  }
  useKeys([
    ['F9', tryIt],
    ['Escape', leaving.leave],
  ])
  if (!sheet) return null
  const field = act.error ? refusalOf(act.error).field : undefined
  return (
    <Step
      title="二、指明各栏"
      says={`${ledger.fileName}　${sheet.rows}行${sheet.remembered ? '　按上次同样栏目的设定' : '　按栏目名称推定'}`}
      onClose={leaving.leave}
    >
      <div className="importing-row">
        <Segmented
          aria-label="台账种类"
          value={said.kind}
          onChange={(kind) => change({ ...said, kind })}
          options={LEDGER_KINDS.map((value) => ({ value, label: ledgerKindLabel[value] }))}
        />
        {ledger.sheets.length > 1 && (
          <ChooseBox
            className="filter-wide"
            prefix="表"
            aria-label="表"
            value={said.sheet}
            onChange={(at: number) => {
              const other = ledger.sheets[at]
              if (other) change({ sheet: at, kind: other.kind, columns: other.columns })
            }}
            options={ledger.sheets.map(({ name, rows }, value) => ({ value, label: `${name}（${rows}行）` }))}
          />
        )}
        <span className="quiet">{said.kind === 'intake' ? '一行一件；份数、份号照栏内所写' : '一行一份；来文机关、文号、标题相同的各行是一件'}</span>
      </div>
      <div className="importing-columns">
        <ShortList columns={lines(sheet, said, field, choose)} rows={LEDGER_COLUMNS} rowKey={(column) => column} />
      </div>
      {act.error && <RefusalNote of={act.error} />}
      <div className="importing-row">
        <Button type="primary" autoFocus disabled={act.isPending} onClick={tryIt}>
          核对 F9
        </Button>
        <Button disabled={act.isPending} onClick={chosen.choose}>
          换一个文件
        </Button>
        {leaving.asked && <span role="alert">各栏的改动还没有用于核对。再按一次离开。</span>}
        <span className="quiet">核对不登记任何文件。</span>
      </div>
    </Step>
  )
}
