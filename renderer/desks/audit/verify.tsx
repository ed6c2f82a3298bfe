import { useRef, useState } from 'react'
import { Alert, Button, Progress } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { call } from '../../app/client.ts'
import { useKeys } from '../../components/keys.ts'

type Span = Output<'audit.verify'>

/** Runs `audit.verify` span by span until it ends, breaks or is stopped, telling each span. */
const verifyAll = async (told: (span: Span) => void, goOn: () => boolean) => {
  let from: number | null = 0
  while (from !== null && goOn()) {
    const span: Span = await call('audit.verify', { from })
    told(span)
    from = span.ok ? span.next : null
  }
}

const Outcome = ({ span }: { span: Span }) => {
  if (span.broken) {
    const { what, where, why } = span.broken
    return (
      <Alert
        type="error"
        showIcon
        title={`校验不通过：第一处不符在 ${where}`}
        description={`${what}：${why.replace(/。$/, '')}。请停止使用本机登记，保留现场，报告安全保密管理员。`}
      />
    )
  }
  if (span.next !== null) return <Alert type="warning" showIcon title={`校验已停止，只校验了 ${span.checked} / ${span.total} 项`} />
  return (
    <Alert
      type="success"
      showIcon
      title={`校验通过：记录首尾相接，各表各行及各签名与记录相符，共 ${span.total} 项`}
      description={<span className="figures">末条摘要 {span.head}</span>}
    />
  )
}

/** 校验: the whole chain, then every row and every signature, with its progress in words. */
export const Verify = () => {
  const [span, setSpan] = useState<Span | null>(null)
  const [running, setRunning] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const wanted = useRef(false)
  const run = async () => {
    wanted.current = true
    setSpan(null)
    setFault(null)
    setRunning(true)
    try {
      await verifyAll(setSpan, () => wanted.current)
    } catch (error) {
      setFault(error instanceof Error ? error.message : '校验没有完成')
    }
    setRunning(false)
  }
  useKeys({ F9: run }, !running)
  const done = span ? span.checked : 0
  return (
    <section className="audit-part">
      <div className="audit-part-head">
        <Button type="primary" disabled={running} onClick={run}>
          校验 F9
        </Button>
        {running && <Button onClick={() => (wanted.current = false)}>停止</Button>}
        {running && !span && <span>正在校验……</span>}
        {span && (
          <span className="figures">
            已校验 {done} / {span.total} 项
          </span>
        )}
      </div>
      {span && running && <Progress percent={span.total ? Math.floor((done / span.total) * 100) : 100} status={running ? 'active' : 'normal'} />}
      {!running && span && <Outcome span={span} />}
      {fault && <Alert type="error" showIcon title={fault} />}
    </section>
  )
}
