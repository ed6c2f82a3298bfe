import { useState } from 'react'
import { Alert, Button } from 'antd'
import { limits } from '../../../contract/limits.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'

const Acknowledge = ({ words, onClose }: { words: string; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const act = useAct('audit.acknowledge')
  return (
    <ActDialog
      title="确认数据被换回"
      rule="确认记入审计；此后其他人可以登录"
      ok="确认"
      needs={[reason.trim() === '' && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{words}请先核查是谁、为什么、换回了哪一天的数据，并与本机以外的检查点校验。</p>
      <Sentence label="原因" first value={reason} onChange={setReason} max={limits.note} refused={act.error} />
    </ActDialog>
  )
}

/** Data that do not fit 末条登记: nobody else comes in until the 安全审计员 acknowledges it. */
export const PutBack = () => {
  const [asking, setAsking] = useState(false)
  const words = useQueryOf('audit.heads', {}).data?.putBack
  if (!words) return null
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={words}
        description="确认以前其他人不能登录。"
        action={<Button onClick={() => setAsking(true)}>确认数据被换回</Button>}
      />
      {asking && <Acknowledge words={words} onClose={() => setAsking(false)} />}
    </>
  )
}
