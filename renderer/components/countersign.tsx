/**
 * Another person signs one step in place (F1(4)a): name and password give a ticket, which `onTicket` spends on the act.
 * `name` is fixed when the step can only be one person's; without it the name is typed. `children` are further boxes of the act, above the password.
 * `other` is another way to the same end, beside the buttons. An initial or aged password is replaced on the spot. `error`, `busy` are those of the act itself; a wrong password shows in the same place. Enter signs, Esc goes back.
 */
import { Button, Input, type InputRef } from 'antd'
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { limits } from '../../contract/limits.ts'
import type { Input as InputOf } from '../../contract/index.ts'
import { isActing, useAct } from '../app/client.ts'
import { policyWords } from '../app/policy.ts'
import { useSession } from '../app/session.tsx'
import { Dialog } from './dialog.tsx'
import { goOnByEnter } from './going-on.ts'
import { Refusal } from './refusal.tsx'

type Step = InputOf<'session.countersign'>['step']

type Props = {
  title: ReactNode
  says: ReactNode
  name?: string
  ok?: string
  error?: unknown
  busy?: boolean
  /** What is signed: the call and its input. The ticket is good for this alone. */
  step: Step
  onTicket: (ticket: string) => void
  onClose: () => void
  other?: ReactNode
  children?: ReactNode
}

/** What the boxes of the dialog hold, and the leave that they ask for. */
const useLeave = (fixed: string | undefined, step: Step, onTicket: (ticket: string) => void) => {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [renewed, setRenewed] = useState({ next: '', again: '' })
  const leave = useAct('session.countersign')
  const name = fixed ?? typed
  // An initial or aged password signs nothing: the boxes for a new one stay until it is signed with.
  const [renewing, setRenewing] = useState(false)
  const unlike = renewing && renewed.next !== renewed.again
  const filled = name.trim() !== '' && password !== '' && (!renewing || (renewed.next !== '' && !unlike))
  const sign = () =>
    leave.mutate(
      { name, password, step, ...(renewing && { next: renewed.next }) },
      {
        onError: (refused) => setRenewing(renewing || refused.refusal.code === 'session.mustChangePassword'),
        onSuccess: ({ ticket }) => {
          setRenewing(false)
          setPassword('')
          setRenewed({ next: '', again: '' })
          onTicket(ticket)
        },
      },
    )
  return { name: typed, setName: setTyped, password, setPassword, renewed, setRenewed, renewing, unlike, filled, sign, leave }
}

type SecretProps = { label: string; value: string; onChange: (text: string) => void; box?: Ref<InputRef>; first?: boolean }

const Secret = ({ label, value, onChange, box, first = false }: SecretProps) => (
  <label className="sentence">
    <span className="sentence-label">{label}</span>
    <Input.Password
      ref={box}
      autoFocus={first}
      autoComplete="off"
      visibilityToggle={false}
      maxLength={limits.password}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
)

export const Countersign = ({ title, says, name: fixed, ok = '签字', error, busy = false, step, onTicket, onClose, other, children }: Props) => {
  const of = useLeave(fixed, step, onTicket)
  const { level } = useSession()
  const box = useRef<InputRef>(null)
  const nameBox = useRef<InputRef>(null)
  const nextBox = useRef<InputRef>(null)
  const refused = of.leave.error ?? error
  const working = of.leave.isPending || busy
  const ready = of.filled && !working
  const { renewing } = of
  useEffect(() => {
    if (refused) (renewing ? nextBox : box).current?.focus({ cursor: 'all' })
  }, [refused, renewing])
  const sign = () => {
    if (ready && !isActing()) of.sign()
  }
  const goBack = () => {
    if (!working && !isActing()) onClose()
  }
  return (
    // The cursor belongs in the password.
    <Dialog title={title} width={480} onEscape={goBack} first={() => (fixed === undefined ? nameBox : box).current?.focus()}>
      <form
        className="countersign"
        onKeyDownCapture={(event) => {
          if (goOnByEnter(event)) sign()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          sign()
        }}
      >
        <p>{says}</p>
        {children}
        {fixed === undefined ? (
          <label className="sentence">
            <span className="sentence-label">姓名</span>
            <Input
              ref={nameBox}
              autoFocus
              autoComplete="off"
              maxLength={limits.name}
              value={of.name}
              onChange={(event) => of.setName(event.target.value)}
            />
          </label>
        ) : (
          <div className="countersign-name">{fixed}</div>
        )}
        <Secret label="本人口令" value={of.password} onChange={of.setPassword} box={box} first={fixed !== undefined} />
        {renewing && (
          <>
            <Secret label="新口令" value={of.renewed.next} onChange={(next) => of.setRenewed({ ...of.renewed, next })} box={nextBox} />
            <Secret label="再输一次新口令" value={of.renewed.again} onChange={(again) => of.setRenewed({ ...of.renewed, again })} />
            <p className="quiet">{policyWords(level)}</p>
            {of.unlike && of.renewed.again !== '' && <p className="field-error">两次输入的新口令不一样。</p>}
          </>
        )}
        {refused && !working ? <Refusal error={refused} /> : null}
        <div className="form-foot">
          <span className="quiet form-word" role="status">
            {of.leave.isPending ? '正在核对口令…' : busy ? '正在签署…' : ''}
          </span>
          {!working && other}
          <Button disabled={working} onClick={goBack}>
            返回 Esc
          </Button>
          <Button type="primary" htmlType="submit" disabled={!ready}>
            {ok} Enter
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
