import { useState } from 'react'
import { Alert, Button, Progress } from 'antd'
import type { ArchiveRow } from '../../../contract/archive.ts'
import type { Delivery } from '../../../contract/bridge.ts'
import type { Output } from '../../../contract/index.ts'
import { ARCHIVE_APPROVING_ROLES, ARCHIVE_STAGES, archiveOutcomeLabel, archiveStageLabel, levelLabel, roleLabel } from '../../../contract/terms.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useLasting } from '../../app/lasting.ts'
import { useMay, useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

type Running = NonNullable<Output<'archive.progress'>['running']>

const columns: ShortColumn<ArchiveRow>[] = [
  { title: '编号', width: 160, render: (row) => row.number },
  { title: '时间', width: 150, render: (row) => <When at={row.at} /> },
  { title: '导出人', width: 80, render: (row) => row.by },
  { title: '批准人', width: 80, render: (row) => row.approvedBy },
  { title: '结果', width: 90, render: (row) => (row.outcome === null ? '未完成' : archiveOutcomeLabel[row.outcome]) },
  { title: '密级', width: 60, render: (row) => row.level && levelLabel[row.level] },
  {
    title: '文件夹和总目校验码，或原因',
    render: (row) =>
      row.name === null ? (
        row.why
      ) : (
        <>
          {row.name}
          <div className="digest">{row.digest}</div>
        </>
      ),
  },
  { title: '数据行数', width: 90, figures: true, render: (row) => row.lines },
]

const REFRESH_MS = 500

/** How far it is; the screen stays free for other work, and the button stops it. */
const UnderWay = ({ running: { number, stage, done, total } }: { running: Running }) => {
  const cancel = useAct('archive.cancel')
  const part = total > 0 ? done / total : 0
  const percent = Math.floor(((ARCHIVE_STAGES.indexOf(stage) + part) / ARCHIVE_STAGES.length) * 100)
  return (
    <div className="office-running" role="status">
      <Progress percent={percent} showInfo={false} />
      <p>
        正在导出{number}：{archiveStageLabel[stage]} {done} / {total}。可以去办别的事，不要拔出介质；锁屏或退出会停止它。
      </p>
      {cancel.error && <RefusalNote of={cancel.error} />}
      <Button disabled={cancel.isPending} onClick={() => cancel.mutate({})}>
        停止
      </Button>
    </div>
  )
}

const Ended = ({ number, delivery }: { number: string; delivery: Delivery }) => {
  if (!delivery.ok) return <Alert type="error" title={`${number}没有导出`} description={delivery.message} />
  if (delivery.how === 'cancelled') return <Alert type="info" title={`${number}没有导出，介质上不留半份；编号已用。`} />
  return <Alert type="success" title={`${number}导出完成，已读回核对。请把介质取出，按下面所列的密级登记、保管；总目校验码抄入移交或存档记录。`} />
}

/** Signed for by the leader, then the shell asks for the folder; what becomes of it is seen by its end. */
const useArchive = () => {
  const begin = useAct('archive.begin')
  const job = useLasting('archive', async ({ number, ticket }: { number: string; ticket: string }) => ({
    number,
    delivery: await window.mijuan.saveArchive(ticket).catch((): Delivery => ({ ok: false, message: '没有导出。请重新导出。' })),
  }))
  const approved = (ticket: string, then: () => void) => {
    job.dismiss()
    begin.mutate(
      { ticket },
      {
        onSuccess: ({ number, ticket: given }) => {
          then()
          job.begin({ number, ticket: given })
        },
      },
    )
  }
  return { end: job.ended, asked: job.busy, approved, error: begin.error, busy: begin.isPending }
}

const Doing = () => {
  const { level } = useSession()
  const { end, asked, approved, error, busy } = useArchive()
  const [signing, setSigning] = useState(false)
  const progress = useQueryOf('archive.progress', {}, { every: REFRESH_MS })
  const running = progress.data?.running ?? null
  const free = running === null && !asked
  const open = () => setSigning(true)
  const close = () => setSigning(false)
  useKeys({ F9: open }, free && !signing)
  return (
    <>
      <p>
        整库导出：把全部登记、审计记录、公钥和签名写成公开格式的文件（JSON
        Lines，附校验和），不用密卷也能读，独立校验程序能逐条核对。用于移交、存档、改用别的软件；平时防丢失用备份。
      </p>
      <Alert
        type="warning"
        title="导出的内容不加密，含全部文件标题"
        description={`文件夹按其中最高的密级标注。请只存到专用的涉密介质上，介质按该密级（不低于库内最高密级，本机为${levelLabel[level]}级）登记、保管、销毁，不得接入联网计算机。`}
      />
      {running && <UnderWay running={running} />}
      {free && end && <Ended number={end.number} delivery={end.delivery} />}
      <div className="form-foot">
        <Button type="primary" onClick={open} disabled={!free}>
          整库导出 F9
        </Button>
      </div>
      {signing && (
        <Countersign
          title="批准整库导出"
          says={`全部登记内容不加密离开本机，由${ARCHIVE_APPROVING_ROLES.map((role) => roleLabel[role]).join('、')}当场批准（F1(5)a）。批准后选择介质上的文件夹。`}
          ok="批准导出"
          error={error}
          busy={busy}
          step={{ call: 'archive.begin', input: {} }}
          onTicket={(ticket) => approved(ticket, close)}
          onClose={close}
        />
      )}
    </>
  )
}

/** 整库导出: a 保密员 exports by the leave of a 分管领导; the 安全审计员 reads what left. */
export const Archive = () => {
  const may = useMay()
  const list = useQueryOf('archive.list', {})
  if (list.error) return <RefusalNote of={list.error} />
  if (!list.data) return <p className="quiet">正在读取整库导出记录…</p>
  return (
    <div className="office-backup">
      {may('archive.begin') && <Doing />}
      <ShortList columns={columns} rows={list.data.rows} rowKey={({ id }) => id} empty="还没有整库导出过" />
    </div>
  )
}
