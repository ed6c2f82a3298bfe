import type { ReactNode } from 'react'
import { useQueryOf } from '../../app/client.ts'
import { When } from '../../components/when.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { PutBack } from './put-back.tsx'

type FigureProps = {
  label: string
  children: ReactNode /** What somebody must do something about, and what is wrong. */
  tone?: 'waits' | 'overdue' | undefined
}

const Figure = ({ label, children, tone }: FigureProps) => (
  <div className="audit-figure">
    <span className="quiet">{label}</span>
    <strong className={tone ? `figures ${tone}` : 'figures'}>{children}</strong>
  </div>
)

/** The head of the desk: how much is recorded, how much was refused, when the last checkpoint left, whether the clock was set back. */
export const Summary = () => {
  const { data, error } = useQueryOf('audit.summary', {}, { every: 60_000 })
  if (!data && error) return <RefusalNote of={error} />
  if (!data) return <div className="audit-summary">正在读取概况……</div>
  return (
    <div className="audit-summary">
      <PutBack />
      <Figure label="记录">{data.entries} 条</Figure>
      <Figure label="拒绝">{data.refusals} 条</Figure>
      <Figure label="最后一条">{data.last ? <When at={data.last} /> : '无'}</Figure>
      <Figure label="最后检查点" tone={data.lastCheckpoint ? undefined : 'waits'}>
        {data.lastCheckpoint ? <When at={data.lastCheckpoint} /> : '尚未签发'}
      </Figure>
      <Figure label="时钟回拨" tone={data.clockBack > 0 ? 'overdue' : undefined}>
        {data.clockBack} 次
      </Figure>
      <Figure label="末条摘要">
        <span title={data.head}>{data.head.slice(0, 16)}…</span>
      </Figure>
    </div>
  )
}
