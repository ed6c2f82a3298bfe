import type { DisclosureItem, DisclosureReply } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { EXTENDING_ROLES } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SignedStep } from '../../components/signed-step.tsx'
import { About, ReplyInWords, replyOf, titleOf } from './about.tsx'
import type { ItemActProps } from './acts.tsx'

type Agreed = 'yes' | 'no' | undefined
/** What was not chosen is left to the vault to ask for. */
const agreed = (agree: Agreed) => (agree === undefined ? (undefined as never) : agree === 'yes')

/** How long was asked for, and why. */
const Asked = ({ of: { extension } }: { of: DisclosureItem }) =>
  extension && (
    <p>
      {extension.requested.by}申请延长 <strong>{extension.days} 个工作日</strong>：{extension.reason}
    </p>
  )

/** F6 批准延期: a leader other than who asked; agreed to, the applicant is told by letter (条例33). */
export const DecideExtension = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const { roles } = useSession()
  return (
    <SignedStep<'disclosure.extend', { agree: Agreed; opinion: string }>
      call="disclosure.extend"
      title={titleOf('批准延期', view, item)}
      rule="同意的写延期答复告知书，告知申请人（条例33）"
      signer="请领导核对，当场签字；申请延期的人不得审批（条例33）"
      mine={EXTENDING_ROLES.some((role) => roles.includes(role))}
      other={false}
      start={{ agree: undefined, opinion: '' }}
      input={({ agree, opinion }) => ({ item: item.id, step: { kind: 'decided', agree: agreed(agree), opinion } })}
      boxes={{ 'step.agree': 'agree', 'step.opinion': 'opinion' }}
      asked={
        <>
          <About of={view} item={item} />
          <Asked of={item} />
        </>
      }
      told={({ step }) =>
        step.kind === 'decided' && (
          <p>
            <strong>{step.agree ? '同意延期' : '不同意'}</strong>
            {step.opinion && `（${step.opinion}）`}
          </p>
        )
      }
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField
            form={form}
            name="agree"
            label="审批"
            choices={[
              { value: 'yes', label: '同意延期' },
              { value: 'no', label: '不同意' },
            ]}
            first
            required
          />
          <TextField form={form} name="opinion" label="意见" max={limits.opinion} hint="不同意的必填" />
        </>
      )}
    </SignedStep>
  )
}

/** The draft as it will go out, and what stands behind it. */
const Draft = ({ of: draft, due }: { of: DisclosureReply; due: string | null }) => (
  <>
    <ReplyInWords of={draft} />
    {draft.review && (
      <p>
        保密审查：{draft.review.number}　第{draft.review.version}版{!draft.stands && <span className="waits">　已失效，退回重拟（B1）</span>}
      </p>
    )}
    <p className="quiet">
      {draft.drafted.by}拟　答复期限 {due ?? '停计'}
    </p>
  </>
)

type Decision = { agree: Agreed; opinion: string; repliedOn: string }

const ApproveDraft = ({ of: view, item, draft, onDone, onClose }: ItemActProps & { draft: DisclosureReply }) => {
  const { roles, now } = useSession()
  const day = now.slice(0, 10)
  return (
    <SignedStep<'disclosure.approve', Decision>
      call="disclosure.approve"
      title={titleOf('批准答复', view, item)}
      rule="批准后写答复书、编号（G三.3）"
      signer="请组长核对，当场签字；拟答复的人不得批准（B7）"
      mine={roles.includes('groupLeader')}
      other={false}
      start={{ agree: undefined, opinion: '', repliedOn: day }}
      input={({ agree, ...typed }) => ({ item: item.id, reply: draft.id, agree: agreed(agree), ...typed })}
      asked={
        <>
          <About of={view} item={item} />
          <Draft of={draft} due={item.clock.due} />
        </>
      }
      told={({ agree, opinion, repliedOn }) => (
        <p>
          <strong>{agree ? `批准，${repliedOn}答复` : '退回重拟'}</strong>
          {opinion && `（${opinion}）`}
        </p>
      )}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <PickField
            form={form}
            name="agree"
            label="审批"
            choices={[
              { value: 'yes', label: '批准' },
              { value: 'no', label: '退回重拟' },
            ]}
            first
            required
          />
          <TextField form={form} name="opinion" label="意见" max={limits.opinion} hint="退回的必填" />
          <DayField form={form} name="repliedOn" label="答复日期" day={day} hint="答复书落款的日期；依这一天的法律写明救济途径" required />
        </>
      )}
    </SignedStep>
  )
}

/** F6 批准答复: the draft as it will go out; approved, its letter is written and numbered (G三.3, 条例36). */
export const Approve = (props: ItemActProps) => {
  const draft = replyOf(props.item)
  return draft ? <ApproveDraft {...props} draft={draft} /> : null
}
