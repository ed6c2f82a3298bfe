import { useQueryOf } from '../../app/client.ts'
import { When } from '../../components/when.tsx'

const Figure = ({ label, children, bad }: { label: string; children: React.ReactNode; bad?: boolean }) => (
  <div className="audit-figure">
    <span className="quiet">{label}</span>
    <strong className={bad ? 'figures overdue' : 'figures'}>{children}</strong>
  </div>
)

/** The head of the desk: how much is recorded, how much was refused, when the last checkpoint left, whether the clock was set back. */
export const Summary = () => {
  const { data } = useQueryOf('audit.summary', {}, { every: 60_000 })
  if (!data) return <div className="audit-summary">正在读取概况……</div>
  return (
    <div className="audit-summary">
      <Figure label="记录">{data.entries} 条</Figure>
      <Figure label="拒绝">{data.refusals} 条</Figure>
      <Figure label="最后一条">{data.last ? <When at={data.last} /> : '无'}</Figure>
      <Figure label="最后检查点" bad={!data.lastCheckpoint}>
        {data.lastCheckpoint ? <When at={data.lastCheckpoint} /> : '尚未签发'}
      </Figure>
      <Figure label="时钟回拨" bad={data.clockBack > 0}>
        {data.clockBack} 次
      </Figure>
      <Figure label="链首">
        <span title={data.head}>{data.head.slice(0, 16)}…</span>
      </Figure>
    </div>
  )
}
