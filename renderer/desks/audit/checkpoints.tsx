import { useState } from 'react'
import { Alert, Button } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'
import { useSaved } from './saved.ts'

type Row = Output<'audit.checkpoints'>['rows'][number]

/** 出具连续证明: from this checkpoint to the newest. */
const Growth = ({ older, newer, onSave }: { older: number; newer: number; onSave: (ticket: string) => void }) => {
  const act = useAct('audit.proveGrowth')
  return (
    <>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate({ older, newer }, { onSuccess: ({ ticket }) => onSave(ticket) })}>
        出具连续证明
      </Button>
      {act.error && <RefusalNote of={act.error} />}
    </>
  )
}

const columns: ShortColumn<Row>[] = [
  { title: '签发时间', width: 170, render: (row) => <When at={row.at} /> },
  { title: '签发人', width: 100, render: (row) => row.by },
  { title: '记录条数', width: 110, figures: true, render: (row) => row.size },
  { title: '根值', figures: true, render: (row) => <span className="audit-hash">{row.root}</span> },
]

/** 检查点: signs the head of the record with the auditor's key and lets the shell save the text outside this machine. */
export const Checkpoints = () => {
  const [saved, setSaved] = useState<string | null>(null)
  const act = useAct('audit.checkpoint')
  const list = useQueryOf('audit.checkpoints', {})
  const growth = useSaved('连续证明')
  const rows = list.data?.rows ?? []
  const newest = rows[0]
  const proving: ShortColumn<Row> = {
    title: '到最新的检查点',
    width: 150,
    render: ({ id, size }) => newest && size < newest.size && <Growth older={id} newer={newest.id} onSave={(ticket) => void growth.save(ticket)} />,
  }
  const save = async (ticket: string) => {
    const delivery = await window.mijuan.saveText(ticket)
    if (!delivery.ok) setSaved(delivery.message)
    else setSaved(delivery.how === 'saved' ? '检查点已保存。请存放在本机之外，校验时与本机记录对照。' : '没有保存成文件；检查点仍记在下表。')
  }
  const issue = () => {
    if (act.isPending) return
    setSaved(null)
    act.mutate({}, { onSuccess: (made) => void save(made.ticket) })
  }
  useKeys({ F9: issue })
  return (
    <section className="audit-part">
      <div className="audit-part-head">
        <Button type="primary" loading={act.isPending} onClick={issue}>
          签发检查点 F9
        </Button>
        <span className="quiet">以本人私钥签名：到此刻为止的记录条数、根值和时间</span>
      </div>
      {act.error && <RefusalNote of={act.error} />}
      {act.data && (
        <Alert
          type="success"
          showIcon
          title={`检查点：${act.data.size} 条记录`}
          description={
            <div className="figures audit-hash">
              <div>根值 {act.data.root}</div>
              <div>末条摘要 {act.data.head}</div>
              {saved && <div className="audit-says">{saved}</div>}
            </div>
          }
        />
      )}
      {growth.said && <Alert type="info" showIcon title={growth.said} />}
      <ShortList columns={[...columns, proving]} rows={rows} rowKey={(row) => row.id} empty="还没有签发过检查点。" />
    </section>
  )
}
