import { Button } from 'antd'
import { useRef } from 'react'
import { limits } from '../../../contract/limits.ts'
import { LOAN_APPROVING_ROLES } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { DecisionOnPaper } from '../../components/paper-entry.tsx'
import type { ActProps } from './acts.tsx'
import { nameOf } from './paper-lines.tsx'

/** What is asked for, as whoever signs for it reads it. */
const Asked = ({ of: { copy, borrower, reason, place } }: Pick<ActProps, 'of'>) => (
  <div className="lending-asked">
    <p>
      <span className="figures">{copy.number}</span>　{copy.document.mark}　{nameOf(copy)}
    </p>
    <p>
      {borrower.name}（{borrower.department}）借用，在{place}使用；{reason}
    </p>
  </div>
)

/** The 综办负责人 decided on the printed 借用审批单 (F1(7)b). */
export const DecideOnPaper = ({ of: loan, onDone, onClose }: ActProps) => (
  <DecisionOnPaper
    title={`审批借用　${loan.number}`}
    clause="F1(7)b"
    paper="借用审批单"
    deciders={LOAN_APPROVING_ROLES}
    rejected="退回"
    stepOf={(decision) => ({ call: 'lending.decide', input: { loan: loan.id, ...decision } })}
    onDone={onDone}
    onClose={onClose}
  >
    <Asked of={loan} />
  </DecisionOnPaper>
)

type Decision = { due: string; opinion: string }

/** F6 审批 by the 综办负责人: the day asked for stands there to be made earlier (F1(7)b). 退回 has its reason. */
export const Decide = ({ of: loan, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const rejecting = useRef(false)
  const form = useActForm<'lending.decide', Decision>('lending.decide', {
    start: { due: loan.askedUntil, opinion: '' },
    input: ({ due, opinion }) => ({
      loan: loan.id,
      approve: !rejecting.current,
      opinion,
      ...(rejecting.current ? {} : { due }),
    }),
    done: onDone,
  })
  const reject = async () => {
    rejecting.current = true
    await form.submit()
    rejecting.current = false
  }
  return (
    <Dialog title={`审批借用　${loan.number}`}>
      <ActForm
        of={form}
        ok="批准"
        says="F1(7)b　以本人签名为准"
        onClose={onClose}
        over
        other={
          <Button danger disabled={form.busy} onClick={reject}>
            退回
          </Button>
        }
      >
        <Asked of={loan} />
        <DayField form={form.fields} name="due" label="应还" day={now.slice(0, 10)} required hint={`申请到 ${loan.askedUntil}，只可提前`} />
        <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="退回的必填" />
      </ActForm>
    </Dialog>
  )
}
