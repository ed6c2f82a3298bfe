import { useState } from 'react'
import { Button } from 'antd'
import type { WideningView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'

/** 审批扩大知悉范围: Enter approves, the other button rejects; both are signed (保密法 21). */
export const Decide = ({ widening, onClose }: { widening: WideningView; onClose: () => void }) => {
  const [opinion, setOpinion] = useState('')
  const act = useAct('circulation.decideWidening')
  const decide = (approve: boolean) => act.mutate({ widening: widening.id, approve, opinion }, { onSuccess: onClose })
  return (
    <ActDialog
      title={`审批扩大知悉范围　${widening.number}`}
      rule="F1(4)c、保密法21　以本人签名为准"
      ok="批准"
      busy={act.isPending}
      error={act.error}
      other={
        <Button danger disabled={act.isPending} onClick={() => decide(false)}>
          不批准
        </Button>
      }
      onOk={() => decide(true)}
      onClose={onClose}
    >
      <p>
        <span className="figures">{widening.document.number}</span>　{widening.document.mark}　{widening.document.title}
      </p>
      <p>
        增加知悉人员：<strong>{widening.persons.map((person) => person.name).join('、')}</strong>
      </p>
      <p>
        {widening.requestedBy.name} 申请：{widening.reason}
      </p>
      <Sentence label="意见（不批准的必填）" value={opinion} onChange={setOpinion} max={limits.opinion} first refused={act.error} />
    </ActDialog>
  )
}
