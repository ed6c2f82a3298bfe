/** 恢复密钥: two of the three sealed sheets in place of a password that nobody has any more. */
import { limits } from '../../contract/limits.ts'
import type { Level } from '../../contract/terms.ts'
import { PasswordField, TextField } from '../components/fields.tsx'
import { ActForm, useActForm } from '../components/form.tsx'
import { policyWords } from './policy.ts'

type Typed = { name: string; first: string; second: string; password: string; again: string }

/** `onDone` is told whose password was set. */
export const Recover = ({ level, onDone, onClose }: { level: Level | null; onDone: (name: string) => void; onClose: () => void }) => {
  const form = useActForm<'setup.recover', Typed>('setup.recover', {
    start: { name: '', first: '', second: '', password: '', again: '' },
    input: ({ name, first, second, password }) => ({ name, first, second, password }),
    done: ({ name }) => onDone(name),
  })
  const { fields } = form
  const checked = {
    ...form,
    submit: async () => {
      const { password, again } = fields.getValues()
      if (password !== again) fields.setError('again', { message: '两次输入的新口令不一样' }, { shouldFocus: true })
      else await form.submit()
    },
  }
  return (
    <div className="door">
      <div className="door-box door-wide">
        <h1>恢复密钥</h1>
        <p>
          启封三份密钥恢复单中的任意两份照抄，为一名系统管理员或安全保密管理员重设口令并解除锁定，记入审计。登录后须立即更改口令；其他人由他们重置。用过的恢复单由系统管理员换发新的三份。
          {level && policyWords(level)}
        </p>
        <ActForm of={checked} ok="恢复" busyWord="正在恢复密钥…" onClose={onClose}>
          <TextField form={fields} name="name" label="姓名" max={limits.name} first />
          <TextField form={fields} name="first" label="前一份" max={limits.recoverySheet} rows={2} />
          <TextField form={fields} name="second" label="后一份" max={limits.recoverySheet} rows={2} />
          <PasswordField form={fields} name="password" label="新口令" />
          <PasswordField form={fields} name="again" label="再输一次" />
        </ActForm>
      </div>
    </div>
  )
}
