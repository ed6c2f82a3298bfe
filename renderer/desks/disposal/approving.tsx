import { Button } from 'antd'
import { useState } from 'react'
import type { DisposalView } from '../../../contract/disposal-views.ts'
import { limits } from '../../../contract/limits.ts'
import { DISPOSAL_APPROVING_ROLES, disposalKindLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { DecisionOnPaper } from '../../components/paper-entry.tsx'
import type { ActProps } from './acts.tsx'

/** What is approved: how many go, and which stay. */
const Going = ({ of: batch }: { of: DisposalView }) => {
  const staying = batch.list.flatMap((item) => {
    const why = item.withheld ?? ('withdrawn' in item ? item.withdrawn : null)
    return why === null ? [] : [{ ...item, why }]
  })
  return (
    <>
      <p>
        {disposalKindLabel[batch.kind]} <strong>{batch.items - staying.length} 份</strong>
        {batch.kind === 'return' ? `，退给${batch.issuer}` : ''}；{batch.reason}
      </p>
      {staying.length > 0 && (
        <ul className="disposal-held">
          {staying.map(({ copy, number, why }) => (
            <li key={copy}>
              <span className="figures">{number}</span>　{why}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A 分管领导 decided on the printed list. */
export const ApproveOnPaper = ({ of: batch, onDone, onClose }: ActProps) => (
  <DecisionOnPaper
    title={`审批${disposalKindLabel[batch.kind]}　${batch.number}`}
    clause={batch.kind === 'return' ? '实施条例27' : '实施条例28'}
    paper={`${disposalKindLabel[batch.kind]}清单`}
    deciders={DISPOSAL_APPROVING_ROLES}
    rejected="不批准"
    stepOf={(decision) => ({ call: 'disposal.approve', input: { kind: batch.kind, id: batch.id, ...decision } })}
    onDone={onDone}
    onClose={onClose}
  >
    <Going of={batch} />
  </DecisionOnPaper>
)

/** F6 审批: a 分管领导 signs at once when signed in, in place otherwise; 不批准 has its reason. */
export const Approve = ({ of: batch, onDone, onClose }: ActProps) => {
  const { roles } = useSession()
  const act = useAct('disposal.approve')
  const [opinion, setOpinion] = useState('')
  const [signing, setSigning] = useState<boolean | null>(null)
  const own = DISPOSAL_APPROVING_ROLES.some((role) => roles.includes(role))
  const stepOf = (approve: boolean) => ({ kind: batch.kind, id: batch.id, approve, ...(opinion.trim() ? { opinion: opinion.trim() } : {}) })
  const decide = (approve: boolean) => (own ? act.mutate(stepOf(approve), { onSuccess: onDone }) : setSigning(approve))
  const title = `审批${disposalKindLabel[batch.kind]}　${batch.number}`
  if (signing !== null)
    return (
      <Countersign
        title={title}
        says={`请分管领导核对清单，${signing ? '批准' : '不批准'}，当场签字；不得审批本人拟制、复核的清单`}
        ok={signing ? '批准' : '不批准'}
        error={act.error}
        busy={act.isPending}
        step={{ call: 'disposal.approve', input: stepOf(signing) }}
        onTicket={(ticket) => act.mutate({ ...stepOf(signing), ticket }, { onSuccess: onDone })}
        onClose={() => setSigning(null)}
      >
        <Going of={batch} />
      </Countersign>
    )
  return (
    <ActDialog
      title={title}
      rule="由分管领导审批，以本人签名为准"
      ok="批准"
      busy={act.isPending}
      error={act.error}
      other={
        <Button danger disabled={act.isPending || !opinion.trim()} onClick={() => decide(false)}>
          不批准
        </Button>
      }
      onOk={() => decide(true)}
      onClose={onClose}
    >
      <Going of={batch} />
      <Sentence label="意见（不批准的必填）" value={opinion} onChange={setOpinion} max={limits.opinion} first optional refused={act.error} />
    </ActDialog>
  )
}
