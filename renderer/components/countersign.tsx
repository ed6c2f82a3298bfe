/**
 * Another person signs one step in place (F1(4)a): name and password give a ticket, which `onTicket` spends on the act.
 * `name` is fixed when the step can only be one person's; without it the name is typed. `children` are further boxes of the act, above the password.
 * `error`, `busy` are those of the act itself; a wrong password shows in the same place. Enter signs, Esc goes back.
 */
import { Button, Input, type InputRef, Modal } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { limits } from '../../contract/fields.ts'
import { useAct } from '../app/client.ts'
import { Refusal } from './refusal.tsx'

type Props = {
  title: ReactNode
  says: ReactNode
  name?: string
  ok?: string
  error?: unknown
  busy?: boolean
  onTicket: (ticket: string) => void
  onClose: () => void
  children?: ReactNode
}

export const Countersign = ({ title, says, name: fixed, ok = '签字', error, busy = false, onTicket, onClose, children }: Props) => {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const leave = useAct('session.countersign')
  const box = useRef<InputRef>(null)
  const nameBox = useRef<InputRef>(null)
  const name = fixed ?? typed
  const refused = leave.error ?? error
  useEffect(() => {
    if (refused) box.current?.focus({ cursor: 'all' })
  }, [refused])
  const working = leave.isPending || busy
  const ready = name.trim() !== '' && password !== '' && !working
  const sign = () => {
    if (!ready) return
    leave.mutate(
      { name, password },
      {
        onSuccess: ({ ticket }) => {
          setPassword('')
          onTicket(ticket)
        },
      },
    )
  }
  return (
    <Modal
      open
      title={title}
      width={480}
      footer={null}
      onCancel={onClose}
      closable={false}
      // The dialog takes the focus for itself when it opens: the cursor belongs in the password.
      mask={{ closable: false }}
      afterOpenChange={(open) => open && (fixed === undefined ? nameBox : box).current?.focus()}
      transitionName=""
      maskTransitionName=""
      destroyOnHidden
    >
      <form
        className="countersign"
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
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        ) : (
          <div className="countersign-name">{fixed}</div>
        )}
        <label className="sentence">
          <span className="sentence-label">本人口令</span>
          <Input.Password
            ref={box}
            autoFocus={fixed !== undefined}
            autoComplete="off"
            visibilityToggle={false}
            maxLength={limits.password}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {refused && !working ? <Refusal error={refused} /> : null}
        <div className="form-foot">
          <span className="quiet form-word" role="status">
            {leave.isPending ? '正在核对口令…' : busy ? '正在签署…' : ''}
          </span>
          <Button onClick={onClose}>返回 Esc</Button>
          <Button type="primary" htmlType="submit" disabled={!ready}>
            {ok} Enter
          </Button>
        </div>
      </form>
    </Modal>
  )
}
