import type { ReactNode } from 'react'
import type { ReproductionView } from '../../../contract/reproduction-views.ts'
import { Signed } from '../../components/signature.tsx'

/** One signed step: what it came to, in words, above the signature that stands under it. */
const Step = ({ name, said, children }: { name: string; said: string | null; children: ReactNode }) => (
  <li className="copy-step">
    <div>
      <strong>{name}</strong>
      {said && <span>　{said}</span>}
    </div>
    {children}
  </li>
)

const Opinion = ({ said }: { said: string | null }) => said && <div className="quiet">意见：{said}</div>

/** What the paper has below the request: 部门意见, 分管领导审批, 复制登记, each with its signature (F1(5)a, b, d). */
export const Steps = ({ of: asked }: { of: ReproductionView }) => {
  const { section, decision, makeMark } = asked
  if (!section && !decision && !makeMark) return null
  const endedBySection = asked.state === 'rejected' && decision === null
  return (
    <>
      <h3>签署</h3>
      <ol className="copy-steps">
        {section && (
          <Step name="部门意见" said={endedBySection ? '不同意' : '同意'}>
            <Opinion said={asked.sectionOpinion} />
            <Signed act="签署" mark={section} />
          </Step>
        )}
        {decision && (
          <Step name="分管领导审批" said={asked.approved === null ? '不批准' : `批准 ${asked.approved} 份，有效期至 ${asked.validUntil}`}>
            <Opinion said={asked.opinion} />
            <Signed act="签署" mark={decision} />
          </Step>
        )}
        {makeMark && (
          <Step name="复制登记" said={`${asked.made} 份，已加盖戳记${asked.copier === makeMark.by ? '' : `，复制人 ${asked.copier}`}`}>
            <Signed act="登记" mark={makeMark} />
          </Step>
        )}
      </ol>
    </>
  )
}
