import { useState } from 'react'
import { Alert, Button } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { occasionLabel } from '../../../contract/terms.ts'
import { useAct, usePagesOf } from '../../app/client.ts'
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

/** 导出检查点: any of them, to be kept outside. */
const Export = ({ checkpoint, onSave }: { checkpoint: number; onSave: (ticket: string) => void }) => {
  const act = useAct('audit.exportCheckpoint')
  return (
    <>
      <Button size="small" loading={act.isPending} onClick={() => act.mutate({ checkpoint }, { onSuccess: ({ ticket }) => onSave(ticket) })}>
        导出检查点
      </Button>
      {act.error && <RefusalNote of={act.error} />}
    </>
  )
}

const columns: ShortColumn<Row>[] = [
  { title: '时间', width: 150, render: (row) => <When at={row.at} /> },
  { title: '由来', width: 90, render: (row) => occasionLabel[row.occasion] },
  { title: '签名人', width: 90, render: (row) => row.by },
  { title: '记录条数', width: 90, figures: true, render: (row) => row.size },
  { title: '根值', figures: true, render: (row) => <span className="audit-hash">{row.root}</span> },
]

/** 检查点: signs the head of the record with the auditor's key and lets the shell save the text outside this machine; below, all of them, also those that acts made. */
export const Checkpoints = () => {
  const [saved, setSaved] = useState<string | null>(null)
  const act = useAct('audit.checkpoint')
  const list = usePagesOf('audit.checkpoints', {})
  const growth = useSaved('连续证明')
  const newest = list.rows[0]
  const proving: ShortColumn<Row> = {
    title: '到最新的检查点',
    width: 130,
    render: ({ id, size }) => newest && size < newest.size && <Growth older={id} newer={newest.id} onSave={(ticket) => void growth.save(ticket)} />,
  }
  const keeping: ShortColumn<Row> = {
    title: '存到本机之外',
    width: 120,
    render: ({ id }) => <Export checkpoint={id} onSave={(ticket) => void save(ticket)} />,
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
            </div>
          }
        />
      )}
      {saved && <Alert type="info" showIcon title={saved} />}
      {growth.said && <Alert type="info" showIcon title={growth.said} />}
      <ShortList columns={[...columns, keeping, proving]} rows={list.rows} rowKey={(row) => row.id} empty="还没有检查点。" />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          更早的检查点
        </Button>
      )}
    </section>
  )
}
