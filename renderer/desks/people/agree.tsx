import type { Input } from '../../../contract/index.ts'
import { Countersign } from '../../components/countersign.tsx'

type Props = {
  title: string
  /** From what to what, in words. */
  change: string
  step: Extract<Input<'session.countersign'>['step'], { call: 'people.setRoles' | 'people.correctIdentity' }>
  /** The act that the leave is for. */
  act: { error: unknown; isPending: boolean }
  onTicket: (ticket: string) => void
  onClose: () => void
}

/** The 系统管理员 who is there agrees with name and password; the change is made with both signatures (三员). */
export const Agree = ({ title, change, step, act, onTicket, onClose }: Props) => (
  <Countersign
    title={title}
    says={`${change}。请系统管理员核对后输入本人姓名和口令会签（三员）`}
    ok="会签"
    error={act.error}
    busy={act.isPending}
    step={step}
    onTicket={onTicket}
    onClose={onClose}
  />
)
