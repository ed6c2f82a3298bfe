import { Alert, Button } from 'antd'
import { levelLabel } from '../../../contract/terms.ts'
import type { Draft, Officers } from './draft.ts'

/** What comes next, in the order of the duties. */
export const Made = ({ draft, officers, onGoOn }: { draft: Draft; officers: Officers; onGoOn: () => void }) => (
  <div className="door">
    <div className="door-box door-wide">
      <h1>已建立</h1>
      <Alert type="success" title={`${draft.unit}的登记库已建立，本机密级：${levelLabel[draft.level]}。`} />
      <ol className="made-next">
        <li>安全保密管理员 {officers.securityAdmin} 登录，在“人员”中录入保密员、领导、阅文人，定部门和角色。</li>
        <li>系统管理员 {officers.systemAdmin} 登录，为他们开户，当面交付初始口令。</li>
        <li>各人首次登录时自己设定新口令，除本人外谁也不知道。</li>
        <li>安全审计员 {officers.auditor} 可随时查看记录、校验并签发检查点。</li>
      </ol>
      <Button type="primary" autoFocus onClick={onGoOn}>
        去登录 Enter
      </Button>
    </div>
  </div>
)
