import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import { envelopeStateLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

type Home = Output<'today.home'>
type Folder = Home['out'][number]
type Letter = Home['envelopes'][number]

const folderColumns = (day: string): ShortColumn<Folder>[] => [
  { title: '未收回的夹', render: ({ sheet }) => `${sheet.folder}　${sheet.number}` },
  { title: '在谁手里', width: 110, render: ({ holder }) => <strong>{holder.name}</strong> },
  { title: '送出', width: 130, render: ({ since }) => <When at={since} day={day} /> },
  { title: '份数', width: 60, figures: true, render: ({ numbers }) => numbers.length },
  { title: '阅签', width: 80, render: ({ signed }) => (signed ? '已签' : '未签') },
]

const letterColumns = (day: string): ShortColumn<Letter>[] => [
  { title: '待拆封、待登记的信封', render: (row) => `${row.number}　${row.sender}` },
  { title: '状态', width: 110, render: (row) => envelopeStateLabel[row.state] },
  { title: '签收', width: 130, render: (row) => <When at={`${row.receivedAt}:00+08:00`} day={day} /> },
]

/** F8 收班: what is not back and what waits, before the day is closed over it; whatever stays out is explained (F1(4)b). */
export const CloseDay = ({ home, onClose }: { home: Home; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const act = useAct('today.closeDay')
  const { out, day, closed, toConfirm } = home
  const letters = home.envelopes.filter(({ state }) => state !== 'retained')
  const unexplained = out.length > 0 && reason.trim() === ''
  return (
    <ActDialog
      title={`收班　${day}`}
      rule="F1(4)b 当日退回；收班由本人签名，并存一个检查点"
      ok="收班"
      width={760}
      needs={[unexplained && '未收回的原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate(reason.trim() === '' ? {} : { reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {closed && (
        <p>
          今天 <When at={closed.at} day={day} /> {closed.by}已收过班。再收一次，前一次照样留着。
        </p>
      )}
      {out.length === 0 ? <p>没有在外的夹。</p> : <ShortList columns={folderColumns(day)} rows={out} rowKey={(row) => row.leg} />}
      {letters.length > 0 && <ShortList columns={letterColumns(day)} rows={letters} rowKey={(row) => row.id} />}
      {toConfirm.length > 0 && <p>另有 {toConfirm.length} 处纸质签待本人补签。</p>}
      {out.length > 0 && (
        <>
          <p>收班不等于退回：这些夹照样列在当日未退清单里，直到退回为止。</p>
          <Sentence label="未收回的原因" first value={reason} onChange={setReason} max={limits.note} refused={act.error} />
        </>
      )}
    </ActDialog>
  )
}
