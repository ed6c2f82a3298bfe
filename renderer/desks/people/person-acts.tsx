import { limits } from '../../../contract/limits.ts'
import type { PersonView } from '../../../contract/people.ts'
import { policyWords } from '../../app/policy.ts'
import { useSession } from '../../app/session.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PasswordField, TextField } from '../../components/fields.tsx'

type Props = { person: PersonView; onDone: () => void }

/** 开户 and 重置口令: an initial password, handed over in person and replaced at the first sign-in. */
export const InitialPassword = ({ person, onDone, call, ok }: Props & { call: 'people.openAccount' | 'people.resetPassword'; ok: string }) => {
  const { level } = useSession()
  const form = useActForm<typeof call, { initialPassword: string }>(call, {
    start: { initialPassword: '' },
    input: (typed) => ({ person: person.id, ...typed }),
    done: onDone,
  })
  return (
    <ActForm of={form} ok={ok} busyWord="正在生成密钥…" onClose={onDone} over>
      <p>
        初始口令当面交给本人，本人首次登录必须更改。
        {call === 'people.resetPassword' && '原签名密钥随之停用，首次登录时生成新的；以前的签字仍然有效。'}
      </p>
      <p className="quiet">{policyWords(level)}</p>
      <PasswordField form={form.fields} name="initialPassword" label="初始口令" first />
    </ActForm>
  )
}

/** 停用账户: refused while the person holds anything (F1(8)). */
export const Disable = ({ person, onDone }: Props) => {
  const form = useActForm<'people.disableAccount', { reason: string }>('people.disableAccount', {
    start: { reason: '' },
    input: (typed) => ({ person: person.id, ...typed }),
    done: onDone,
  })
  return (
    <ActForm of={form} ok="停用" onClose={onDone} over>
      <p>停用后本人不能再登录。名下还有未清退文件的，先清退再停用（F1(8)）。</p>
      <TextField form={form.fields} name="reason" label="原因" max={limits.note} first required />
    </ActForm>
  )
}

/** 解除锁定 after five wrong passwords. */
export const Unlock = ({ person, onDone }: Props) => {
  const form = useActForm<'people.unlock', Record<string, never>>('people.unlock', { start: {}, input: () => ({ person: person.id }), done: onDone })
  return (
    <ActForm of={form} ok="解除锁定" onClose={onDone} over>
      <p>请先核实口令错误确系本人所为。解除后本人可用原口令登录；忘记口令的由系统管理员重置。</p>
    </ActForm>
  )
}
