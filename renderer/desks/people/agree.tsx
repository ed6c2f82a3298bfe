/** What two officers change: the vault looks at it first, then the 系统管理员 who is there agrees in place (三员). */
import { useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { Input } from '../../../contract/index.ts'
import { Countersign } from '../../components/countersign.tsx'
import { useActForm } from '../../components/form.tsx'

type Check = 'people.checkRoles' | 'people.checkIdentity'
type Checked<N extends Check, F extends FieldValues> = { start: DefaultValues<F>; input: (typed: F) => Input<N> }

/** A form whose typing the vault looks at before the second officer is asked: what it refuses, it refuses here. `wanted` is what passed. */
export const useChecked = <N extends Check, F extends FieldValues>(check: N, { start, input }: Checked<N, F>) => {
  const [wanted, setWanted] = useState<F | null>(null)
  const checked = useActForm<N, F>(check, { start, input, done: (_, typed) => setWanted(typed) })
  const goBack = () => {
    // Nothing is changed yet: what is typed is asked for before it is left.
    checked.saved.current = false
    setWanted(null)
  }
  const of = { ...checked, busy: checked.busy || wanted !== null }
  const form = { of, busyWord: wanted ? '请系统管理员会签…' : '正在核对…', says: '下一步：系统管理员会签', over: true }
  return { form, wanted, goBack }
}

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
