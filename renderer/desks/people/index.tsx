import { Button, Input } from 'antd'
import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { PersonView } from '../../../contract/people.ts'
import { accountStateLabel } from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { useKeys } from '../../components/keys.ts'
import { List, type ListColumn } from '../../components/list.tsx'
import { When } from '../../components/when.tsx'
import { AddPerson } from './add-person.tsx'
import { Group } from './group.tsx'
import { PersonPane } from './person-pane.tsx'
import { rolesInWords, waits } from './words.ts'

const columns: ListColumn<PersonView>[] = [
  { key: 'name', title: '姓名', width: 110, render: (row) => row.name },
  { key: 'department', title: '部门', width: 150, drop: 3, render: (row) => row.department },
  { key: 'post', title: '职务', width: 110, drop: 2, render: (row) => row.post },
  { key: 'roles', title: '角色', render: (row) => rolesInWords(row.roles) },
  {
    key: 'account',
    title: '账户',
    width: 130,
    render: (row) => <span className={waits.includes(row.account) ? 'waits' : ''}>{accountStateLabel[row.account]}</span>,
  },
  { key: 'lastSignIn', title: '最近登录', width: 150, drop: 1, render: (row) => (row.lastSignIn ? <When at={row.lastSignIn} /> : '从未登录') },
]

/** Desk 人员: 安全保密管理员 enters people and roles and unlocks; 系统管理员 opens, resets and closes accounts; 安全审计员 reads. */
const PeopleDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [text, setText] = useState('')
  const list = usePagesOf('people.list', text.trim() ? { text: text.trim() } : {})
  const mayAdd = may('people.add')
  const adding = sub === 'new' && mayAdd
  const grouped = sub === 'group' && may('people.group')
  useKeys([['F2', () => go('people', null, 'new')]], mayAdd && !adding && !grouped)
  useKeys([['F8', () => go('people', null, 'group')]], !adding && !grouped && id === null)
  const person = list.rows.find((row) => row.id === id)
  return (
    <div className="desk-split">
      <div className="desk-fill">
        <div className="desk-filters">
          <Input
            allowClear
            className="filter-text"
            aria-label="查人员"
            placeholder="姓名、部门的一部分"
            maxLength={limits.search}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {mayAdd && (
            <Button type={id === null && !adding ? 'primary' : 'default'} onClick={() => go('people', null, 'new')}>
              录入人员{!adding && ' F2'}
            </Button>
          )}
          <Button onClick={() => go('people', null, 'group')}>领导小组{id === null && !adding && !grouped && ' F8'}</Button>
        </div>
        <List
          pages={list}
          columns={columns}
          rowKey={(row) => row.id}
          selected={id}
          onOpen={(row) => go('people', row.id)}
          empty={<Empty says={text ? '没有相符的人员，请换一个字再查。' : '还没有录入人员。'} />}
        />
      </div>
      {adding && <AddPerson onDone={(made) => go('people', made)} onClose={() => go('people')} />}
      {grouped && <Group onClose={() => go('people')} />}
      {person && <PersonPane key={person.id} person={person} onClose={() => go('people')} />}
    </div>
  )
}

export default PeopleDesk
