import { Alert, Button, Checkbox, Progress, Segmented } from 'antd'
import { useState } from 'react'
import type { LedgerRow } from '../../../contract/importing.ts'
import type { Output } from '../../../contract/index.ts'
import { type LedgerColumn, ledgerColumnLabel, ROW_FATES, type RowFate, rowFateLabel } from '../../../contract/terms.ts'
import { useAct, usePagesOf, useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { ShortList } from '../../components/short-list.tsx'
import type { Ledger } from './columns.tsx'
import { type Commit, Step } from './guide.tsx'

type Tried = NonNullable<Ledger['trying']>
type Seen = Output<'importing.rows'>
const REFRESH_MS = 300

const cellIn =
  ({ columns }: Tried, column: LedgerColumn) =>
  (row: LedgerRow) => {
    const place = columns[column]
    return place === undefined ? '' : row.cells[place]
  }

const Why = ({ of: { why, clause, column, known } }: { of: LedgerRow }) =>
  known ? (
    <To desk="documents" id={known.id}>
      {known.number}
    </To>
  ) : (
    why && (
      <>
        {column && <strong>{ledgerColumnLabel[column]} </strong>}
        {why}
        {clause && <span className="quiet">　{clause}</span>}
      </>
    )
  )

const columnsOf = (tried: Tried): ListColumn<LedgerRow>[] => [
  { key: 'line', title: '行', width: 64, align: 'right', render: (row) => row.line },
  {
    key: 'fate',
    title: '结果',
    width: 76,
    render: (row) => <span className={row.fate === 'faulty' ? 'importing-why' : undefined}>{rowFateLabel[row.fate]}</span>,
  },
  { key: 'title', title: '标题', width: 250, render: cellIn(tried, 'title') },
  { key: 'symbol', title: '来文字号', width: 160, drop: 1, render: cellIn(tried, 'symbol') },
  { key: 'mark', title: '密级★期限', width: 104, drop: 2, render: cellIn(tried, 'mark') },
  { key: 'why', title: '原因和依据', least: 240, render: (row) => <Why of={row} /> },
]

/** Beside an open row, which says why, there is room for what tells the rows apart. */
const fewOf = (tried: Tried): ListColumn<LedgerRow>[] =>
  columnsOf(tried)
    .filter(({ key }) => key === 'line' || key === 'fate' || key === 'title')
    .map(({ width, ...column }) => (column.key === 'title' ? column : { ...column, ...(width ? { width } : {}) }))

/** One row as the ledger has it, every column, and why it has its fate. */
const Row = ({ of: row, heads, onClose }: { of: LedgerRow; heads: readonly string[]; onClose: () => void }) => (
  <RecordPane title={`第${row.line}行`} state={rowFateLabel[row.fate]} onClose={onClose}>
    <p>
      <Why of={row} />
    </p>
    {row.known && <p>{row.why}</p>}
    <ShortList
      columns={[
        { title: '栏', width: 130, render: ({ head }) => head },
        { title: '原台账所写', render: ({ text }) => text },
      ]}
      rows={heads.map((head, place) => ({ place, head: head || `第${place + 1}栏`, text: row.cells[place] ?? '' }))}
      rowKey={({ place }) => place}
    />
  </RecordPane>
)

type Props = { ledger: Ledger; tried: Tried; commit: Commit; onAnew: () => void; onSeen: () => void; onClose: () => void }
/** 放弃导入. */
type Leave = { busy: boolean; leave: () => void }

/** How far the dry run is; other work may go on. */
const UnderWay = ({ seen: { judged, total } }: { seen: Seen }) => (
  <div role="status">
    <Progress percent={total > 0 ? Math.floor((judged / total) * 100) : 0} />
    <p>
      正在核对 {judged} / {total} 行。可以去办别的事，核对照常进行；锁屏或退出后须重新选择文件。
    </p>
  </div>
)

/** What stands against entering it now; null: nothing. */
const whyNot = ({ documents, fates }: Seen, faultless: boolean): string | null => {
  if (documents === 0) return '没有可以登记的行。请按原因改好文件，再选一次。'
  if (fates.faulty > 0 && !faultless) return '有误的行改好以前不导入。请导出有误行，在原文件中改好后换文件重来；或勾选只导入无误的行。'
  return null
}

const Ready = ({ seen, leave, busy: leavingNow, ...props }: Props & Leave & { seen: Seen }) => {
  const { ledger, tried, commit, onAnew, onClose } = props
  const [fate, setFate] = useState<RowFate | 'all'>(seen.fates.faulty > 0 ? 'faulty' : 'all')
  const [open, setOpen] = useState<LedgerRow | null>(null)
  const [faultless, setFaultless] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { busy, error } = commit
  // The vault forgets the ledger with its entering and with its leaving.
  const pages = usePagesOf('importing.rows', { file: ledger.file, ...(fate === 'all' ? {} : { fate }) }, !busy && !leavingNow)
  const enter = () => !busy && commit.begin({ file: ledger.file, faultless })
  const against = whyNot(seen, faultless)
  useKeys([['F9', enter], ...(open ? [] : [['Escape', onClose] as const])])
  const heads = ledger.sheets[tried.sheet]?.heads ?? []
  return (
    <>
      <div className="importing-row">
        <Segmented
          aria-label="结果"
          value={fate}
          onChange={setFate}
          options={[
            { value: 'all', label: `全部 ${seen.total}` },
            ...ROW_FATES.map((value) => ({ value, label: `${rowFateLabel[value]} ${seen.fates[value]}` })),
          ]}
        />
        {seen.fates.faulty > 0 && <ExportList list="importFaults" label="导出有误行" />}
        <Button onClick={onAnew}>重新指明各栏</Button>
        <Button disabled={busy || leavingNow} onClick={() => (leaving ? leave() : setLeaving(true))}>
          {leaving ? '再按一次，放弃导入' : '放弃导入'}
        </Button>
      </div>
      <div className="desk-split">
        <div className="desk-fill">
          <List
            pages={pages}
            columns={open ? fewOf(tried) : columnsOf(tried)}
            rowKey={(row) => row.line}
            selected={open?.line ?? null}
            onOpen={setOpen}
            empty="没有这样的行。"
          />
        </div>
        {open && <Row of={open} heads={heads} onClose={() => setOpen(null)} />}
      </div>
      {error !== null && <RefusalNote of={error} />}
      {against && <Alert type="warning" title={against} />}
      <div className="importing-row">
        <Button type="primary" autoFocus disabled={busy || against !== null} onClick={enter}>
          导入 F9
        </Button>
        {seen.fates.faulty > 0 && (
          <Checkbox checked={faultless} onChange={(event) => setFaultless(event.target.checked)}>
            只导入无误的行（{seen.fates.faulty}行有误不导入，行数写入导入记录）
          </Checkbox>
        )}
        <span role="status">
          {busy ? `正在登记${seen.documents}件…` : `将登记${seen.documents}件、${seen.copies}份，一次完成，全部成功或全部不登记。`}
        </span>
      </div>
    </>
  )
}

/** 三、核对: each row's fate by the rules of registration, and the act that enters what is right. */
export const Fates = (props: Props) => {
  const { ledger, commit, onSeen, onClose } = props
  const [over, setOver] = useState(false)
  const leaving = useAct('importing.leave')
  const enabled = !commit.busy && !leaving.isPending
  const { data: seen, error } = useQueryOf('importing.rows', { file: ledger.file, limit: 1 }, over ? { enabled } : { enabled, every: REFRESH_MS })
  const leave = () => {
    onSeen()
    leaving.mutate({ file: ledger.file })
  }
  const more = { ...props, leave, busy: leaving.isPending }
  // Judged anew with other columns, it goes on again.
  if (seen && seen.done !== over) setOver(seen.done)
  return (
    <Step title="三、核对结果" says={ledger.fileName} onClose={onClose}>
      {error && <RefusalNote of={error} />}
      {seen && !seen.done && <Going seen={seen} {...more} />}
      {seen?.done && <Ready seen={seen} {...more} />}
    </Step>
  )
}

/** While it is judged: how far, and how to stop. */
const Going = ({ seen, busy, leave, onClose }: Props & Leave & { seen: Seen }) => {
  useKeys({ Escape: onClose })
  return (
    <>
      <UnderWay seen={seen} />
      <div className="importing-row">
        <Button disabled={busy} onClick={leave}>
          停止并放弃
        </Button>
      </div>
    </>
  )
}
