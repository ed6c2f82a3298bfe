import { Descriptions } from 'antd'
import { useState } from 'react'
import type { PersonView } from '../../../contract/people.ts'
import { accountStateLabel, type Role } from '../../../contract/terms.ts'
import { useRoute } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { Acts, type Act } from '../../components/acts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import { Changes } from './changes.tsx'
import { CorrectIdentity } from './correct-identity.tsx'
import { Disable, InitialPassword, Unlock } from './person-acts.tsx'
import { SetRoles } from './set-roles.tsx'
import { rolesInWords } from './words.ts'

const keys = { 'people.setRoles': 'F4', 'people.unlock': 'F6', 'people.openAccount': 'F4', 'people.resetPassword': 'F7' }

/** The acts that make sense in this account's state. Which of them are refused, and why, the vault says. */
const actsOn = ({ account, roles }: PersonView, mine: readonly Role[], may: ReturnType<typeof useMay>): Act[] => {
  const act = (
    call: 'people.setRoles' | 'people.correctIdentity' | 'people.unlock' | 'people.openAccount' | 'people.resetPassword' | 'people.disableAccount',
    label: string,
    fits: boolean,
  ) => (fits && may(call) ? [{ call, label, allowed: true, why: null }] : [])
  const open = account !== 'none' && account !== 'disabled'
  return [
    // Of the locked accounts a 系统管理员 unlocks that of the 安全保密管理员 alone (锁定).
    ...act('people.unlock', '解除锁定', account === 'locked' && (mine.includes('securityAdmin') || roles.includes('securityAdmin'))),
    ...act('people.openAccount', '开户', account === 'none' || account === 'disabled'),
    ...act('people.setRoles', '调整角色', account !== 'disabled'),
    ...act('people.correctIdentity', '更正人员编号', true),
    ...act('people.resetPassword', '重置口令', open),
    ...act('people.disableAccount', '停用账户', open),
  ]
}

/** One person beside the list. */
export const PersonPane = ({ person, onClose }: { person: PersonView; onClose: () => void }) => {
  const may = useMay()
  const { roles: mine } = useSession()
  const acts = actsOn(person, mine, may)
  const { sub } = useRoute()
  // `#/people/5/openAccount` opens the person with this act begun.
  const [open, setOpen] = useState<string | null>(() => acts.find((act) => act.call === `people.${sub}`)?.call ?? null)
  const label = acts.find((act) => act.call === open)?.label
  const end = { person, onDone: () => setOpen(null) }
  return (
    <RecordPane
      title={person.name}
      state={accountStateLabel[person.account]}
      onClose={onClose}
      acts={acts.length > 0 && <Acts acts={acts} keys={keys} enabled={open === null} run={(act) => setOpen(act.call)} />}
    >
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 118 } }}
        bordered
        items={[
          { key: 'identity', label: '人员编号', children: person.identity },
          { key: 'department', label: '部门', children: person.department },
          { key: 'post', label: '职务', children: person.post ?? '' },
          { key: 'roles', label: '角色', children: rolesInWords(person.roles) },
          { key: 'account', label: '账户', children: accountStateLabel[person.account] },
          { key: 'lastSignIn', label: '最近登录', children: person.lastSignIn ? <When at={person.lastSignIn} /> : '从未登录' },
        ]}
      />
      <h3>经过</h3>
      <Changes of={person.id} />
      {open && (
        <Dialog title={`${label ?? ''}　${person.name}`}>
          {open === 'people.setRoles' && <SetRoles {...end} />}
          {open === 'people.correctIdentity' && <CorrectIdentity {...end} />}
          {open === 'people.openAccount' && <InitialPassword {...end} call="people.openAccount" ok="开户" />}
          {open === 'people.resetPassword' && <InitialPassword {...end} call="people.resetPassword" ok="重置口令" />}
          {open === 'people.disableAccount' && <Disable {...end} />}
          {open === 'people.unlock' && <Unlock {...end} />}
        </Dialog>
      )}
    </RecordPane>
  )
}
