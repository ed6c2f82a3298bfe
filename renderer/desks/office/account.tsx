import { useState } from 'react'
import { Alert, Button } from 'antd'
import { ChangePassword } from '../../app/change-password.tsx'
import { go } from '../../app/routes.tsx'
import { useSession } from '../../app/session.tsx'
import { When } from '../../components/when.tsx'

/** One's own password, changed before it has aged. */
export const Account = () => {
  const session = useSession()
  const [changed, setChanged] = useState(false)
  return (
    <div className="office-narrow">
      <p>
        {session.person.name}（{session.person.department}），现口令有效至 <When at={session.passwordExpires} />。
      </p>
      {changed ? (
        <Alert type="success" title="口令已更改。" action={<Button onClick={() => setChanged(false)}>再改一次</Button>} />
      ) : (
        <ChangePassword session={session} onDone={() => setChanged(true)} onClose={() => go('office')} />
      )}
    </div>
  )
}
