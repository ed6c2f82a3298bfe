import { reproductionKindLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Voiding } from '../../components/voiding.tsx'
import type { ActProps } from './acts.tsx'
import { sourceInShort } from './sources.tsx'

/** 提交 of a draft: it goes to the department, checked as things stand now. */
export const SubmitRequest = ({ of: asked, onDone, onClose }: ActProps) => {
  const act = useAct('reproduction.submit')
  return (
    <ActDialog
      title={`提交复制申请　${asked.number}`}
      rule="F1(5)a 提交后由部门签署意见、分管领导审批"
      ok="提交"
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ reproduction: asked.id }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>
        {reproductionKindLabel[asked.kind]} <span className="figures">{sourceInShort(asked)}</span>，{asked.asked} 份，发给
        {asked.recipients.map(({ name }) => name).join('、')}。
      </p>
    </ActDialog>
  )
}

/** 作废 before the decision. */
export const CancelRequest = ({ of: asked, onDone, onClose }: ActProps) => {
  const act = useAct('reproduction.cancel')
  return (
    <Voiding
      title={`作废复制申请　${asked.number}`}
      act={act}
      onVoid={(reason) => act.mutate({ reproduction: asked.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

/** 全部收回: every item that was made is back in the box. */
export const CloseRequest = ({ of: asked, onDone, onClose }: ActProps) => {
  const act = useAct('reproduction.close')
  return (
    <ActDialog
      title={`复制件全部收回　${asked.number}`}
      rule="F1(5)d 复制件视同原件管理，用后履行归还手续"
      ok="全部收回"
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ reproduction: asked.id }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>已制 {asked.made} 份都在箱：</p>
      <ul className="copy-numbers figures">
        {asked.items.map(({ id, number }) => (
          <li key={id}>{number}</li>
        ))}
      </ul>
    </ActDialog>
  )
}
