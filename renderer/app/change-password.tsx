/** A new password: forced at the first sign-in and when the old one has aged; the first one also makes the person's signing key. */
import { Button } from 'antd'
import type { SessionView } from '../../contract/session.ts'
import { ActForm, useActForm } from '../components/form.tsx'
import { PasswordField } from '../components/fields.tsx'
import { signOut } from './session.tsx'
import { policyWords } from './policy.ts'
import { enter } from './signed-in.ts'

type Typed = { current: string; next: string; again: string }

type Props = {
  session: SessionView
  first?: boolean
  /** The password was changed. */
  onDone?: () => void
  /** The form is left as it was. */
  onClose?: () => void
}

export const ChangePassword = ({ session, first = false, onDone, onClose }: Props) => {
  const form = useActForm<'session.changePassword', Typed>('session.changePassword', {
    start: { current: '', next: '', again: '' },
    input: ({ current, next }) => ({ current, next }),
    boxes: { password: 'current' },
    done: (changed) => {
      enter(changed)
      onDone?.()
    },
  })
  const { fields } = form
  const checked = {
    ...form,
    submit: async () => {
      const { next, again } = fields.getValues()
      if (next !== again) fields.setError('again', { message: '两次输入的新口令不一样' }, { shouldFocus: true })
      else await form.submit()
    },
  }
  return (
    <div className={first ? 'door' : ''}>
      <div className={first ? 'door-box door-wide' : ''}>
        {first && <h1>更改口令</h1>}
        <p>
          {first && `${session.person.name}，您的口令是初始口令或已到期，更改后才能办理业务。`}
          {policyWords(session.level)}
        </p>
        <ActForm of={checked} ok="更改口令" busyWord="正在更改口令、更新密钥…" onClose={onClose}>
          <PasswordField form={fields} name="current" label="现在的口令" first />
          <PasswordField form={fields} name="next" label="新口令" />
          <PasswordField form={fields} name="again" label="再输一次" />
        </ActForm>
        {first && (
          <Button type="text" onClick={signOut}>
            退出，不更改
          </Button>
        )}
      </div>
    </div>
  )
}
