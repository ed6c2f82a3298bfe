import { Button } from 'antd'
import { useState } from 'react'
import type { ClosedRow, YearCounts } from '../../../contract/documents-years.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { useKeys } from '../../components/keys.ts'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { Signed } from '../../components/signature.tsx'
import { When } from '../../components/when.tsx'
import { PrintRegister } from './print-register.tsx'
import { Counted } from './year-counts.tsx'

const open = (year: number) => go('documents', null, `year-${year}`)

const closed: ShortColumn<ClosedRow>[] = [
  {
    title: '年度',
    width: 130,
    figures: true,
    render: ({ year }) => (
      <Button type="link" size="small" onClick={() => open(year)}>
        {year} 年度
      </Button>
    ),
  },
  { title: '关账时间', width: 190, render: ({ at }) => <When at={at} /> },
  { title: '关账人', width: 110, render: ({ by }) => by },
  { title: '会签人', width: 110, render: ({ approvedBy }) => approvedBy },
  { title: '件数', width: 90, figures: true, render: ({ documents }) => documents },
  { title: '份数', width: 90, figures: true, render: ({ copies }) => copies },
  { title: '结转下年', figures: true, render: ({ carried }) => carried },
]

const documentsIn = ({ books }: YearCounts) => books.reduce((sum, { documents }) => sum + documents, 0)

type AheadProps = { year: number; closing: ReturnType<typeof useAct<'documents.closeYear'>>; signing: boolean; onSigning: (signing: boolean) => void }

/** A 分管领导 signs in place that the year is closed as it was counted (F1(1)b). */
const Closing = ({ year, counts, closing, onSigning }: AheadProps & { counts: YearCounts }) => (
  <Countersign
    title={`年度关账　${year} 年度`}
    says="关账以后这一年不再登记、补登；更正照常办理，另留记录。请分管领导核对，当场会签（F1(1)b）"
    ok="关账"
    error={closing.error}
    busy={closing.isPending}
    step={{ call: 'documents.closeYear', input: { year } }}
    onTicket={(ticket) => closing.mutate({ year, ticket }, { onSuccess: () => open(year) })}
    onClose={() => onSigning(false)}
  >
    <p>
      登记 <strong>{documentsIn(counts)} 件</strong>，结转下年{' '}
      <strong>{counts.carried.reduce((sum, { numbers }) => sum + numbers.length, 0)} 项</strong>。
    </p>
  </Countersign>
)

/** The year that waits longest, as it would be closed now. */
const Ahead = (props: AheadProps) => {
  const { year, closing, signing, onSigning } = props
  const { data, error } = useQueryOf('documents.countYear', { year })
  const sign = () => {
    closing.reset()
    onSigning(true)
  }
  useKeys({ F7: sign }, data !== undefined && !signing)
  if (error) return <RefusalNote of={error} />
  if (!data) return <p role="status">正在清点 {year} 年度…</p>
  return (
    <section aria-label={`${year} 年度清点`}>
      <h3>
        {year} 年度还没有关账{' '}
        <Button type="primary" autoFocus onClick={sign}>
          关账 F7
        </Button>
      </h3>
      <Counted of={data.counts} />
      {signing && <Closing {...props} counts={data.counts} />}
    </section>
  )
}

/** F7 年度关账: the year that waits as it would be closed, and the years that are closed (F1(1)b). */
export const Years = ({ onClose }: { onClose: () => void }) => {
  const may = useMay()
  const closing = useAct('documents.closeYear')
  const [signing, onSigning] = useState(false)
  const { data, error } = useQueryOf('documents.closedYears', {})
  const [first] = data?.waiting ?? []
  return (
    <RecordPane title="年度关账" full {...(signing ? {} : { onClose })}>
      {error && <RefusalNote of={error} />}
      {first !== undefined && may('documents.closeYear') && <Ahead year={first} {...{ closing, signing, onSigning }} />}
      {data && (
        <>
          {first === undefined && <p className="quiet">没有等待关账的年度。本年度的登记簿到明年1月1日起关账。</p>}
          <h3>已关账的年度</h3>
          <ShortList
            columns={closed}
            rows={data.rows}
            rowKey={({ year }) => year}
            empty="还没有关过账。年度结束以后，清点无误的由保密员关账，分管领导会签。"
          />
        </>
      )}
    </RecordPane>
  )
}

/** A closed year as it was signed; F8 prints its register as a bound book. */
export const ClosedYear = ({ year, onClose }: { year: number; onClose: () => void }) => {
  const may = useMay()
  const [printing, setPrinting] = useState(false)
  const { data, error } = useQueryOf('documents.closedYear', { year })
  const print = () => setPrinting(true)
  const prints = may('paper.register')
  useKeys({ F8: print }, prints && data !== undefined && !printing)
  if (!data) return <OpeningPane title={`${year} 年度`} refusal={error} onClose={onClose} />
  return (
    <RecordPane
      title={`${year} 年度登记簿`}
      state="已关账"
      full
      acts={
        prints && (
          <div className="acts-row">
            <Button type="primary" autoFocus onClick={print}>
              打印合订本 F8
            </Button>
          </div>
        )
      }
      {...(printing ? {} : { onClose })}
    >
      <Signed act="关账" mark={data.closed} />
      <Signed act="会签" mark={data.approved} />
      <p className="quiet">
        以下是关账当时的清点；以后办结、更正的见各件。关账时的记录 {data.size} 条，根 <span className="figures">{data.root.slice(0, 12)}</span>
      </p>
      <Counted of={data.counts} />
      {printing && <PrintRegister bound={year} onClose={() => setPrinting(false)} />}
    </RecordPane>
  )
}
