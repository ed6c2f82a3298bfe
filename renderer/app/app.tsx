/** Decides what stands on the page: set-up, sign-in, change of password, or the frame with the desks. */
import { QueryClientProvider } from '@tanstack/react-query'
import { Alert, Button, ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useState } from 'react'
import type { Output } from '../../contract/index.ts'
import { Empty } from '../components/empty.tsx'
import { RefusalNote } from '../components/refusal.tsx'
import { ChangePassword } from './change-password.tsx'
import { CopyNote } from './copy-note.tsx'
import { call, forget, queryClient, useQueryOf } from './client.ts'
import { fetchDesks } from './desk-pages.ts'
import { Frame } from './frame.tsx'
import { SessionOf } from './session.tsx'
import { Assistant } from './set-up/assistant.tsx'
import { SignIn } from './sign-in.tsx'
import { Restore } from './restore.tsx'
import { enter, leave, useClosing, useSignedIn } from './signed-in.ts'
import { pageNonce, theme } from './theme.ts'
import { useWatermark } from './watermark.ts'

dayjs.locale('zh-cn')

/** The page was loaded anew while somebody is signed in: goes on with them. */
const GoOn = () => {
  useEffect(() => {
    call('session.current', {}).then(enter, () => forget())
  }, [])
  return <p className="door-wait">正在打开…</p>
}

type DamagedProps = { problem: string; onAgain: () => void; onRestore?: () => void }

const Damaged = ({ problem, onAgain, onRestore }: DamagedProps) => (
  <div className="door">
    <div className="door-box">
      <h1>密卷</h1>
      <Alert type="error" title="数据打不开" description={problem} />
      <p>这不是口令错误。请不要删除或改动数据文件夹，由系统管理员用备份恢复后再打开。</p>
      <Button onClick={onAgain}>重新检查</Button>
      {onRestore && <Button onClick={onRestore}>恢复备份</Button>}
    </div>
  </div>
)

const Door = ({ status, onAgain }: { status: Output<'setup.status'>; onAgain: () => void }) => {
  // The assistant stays until it is left: once the vault is made, the status already says so.
  const [assisting, setAssisting] = useState(status.vault === 'absent')
  const [restoring, setRestoring] = useState(false)
  const [restored, setRestored] = useState<string | null>(null)
  if (status.missing.length > 0) return <Damaged problem={`本机缺少必要的密码运算：${status.missing.join('、')}。`} onAgain={onAgain} />
  const done = (words: string) => {
    setRestored(words)
    setRestoring(false)
    setAssisting(false)
    onAgain()
  }
  if (restoring) return <Restore onDone={done} onClose={() => setRestoring(false)} />
  if (assisting) return <Assistant status={status} onMade={() => setAssisting(false)} onRestore={() => setRestoring(true)} />
  if (status.vault === 'damaged') return <Damaged problem={status.problem ?? '文件已损坏。'} onAgain={onAgain} onRestore={() => setRestoring(true)} />
  if (status.vault === 'open') return <GoOn />
  return <SignIn unit={status.unit ?? ''} level={status.level} restored={restored} />
}

const Gate = () => {
  const session = useSignedIn()
  const closing = useClosing()
  const status = useQueryOf('setup.status', {}, { enabled: session === null && !closing })
  useEffect(fetchDesks, [])
  useWatermark(session)
  useEffect(() => {
    window.mijuan.onLocked((reason) => {
      leave(reason)
      forget()
    })
  }, [])
  if (session) return <SessionOf session={session}>{session.mustChangePassword ? <ChangePassword session={session} first /> : <Frame />}</SessionOf>
  if (closing) return <p className="door-wait">正在锁屏…</p>
  if (status.error)
    return (
      <div className="door">
        <div className="door-box">
          <RefusalNote of={status.error} />
          <Button onClick={() => status.refetch()}>再试</Button>
        </div>
      </div>
    )
  if (!status.data || (status.isFetching && status.data.vault === 'open')) return <p className="door-wait">正在打开…</p>
  return <Door status={status.data} onAgain={() => status.refetch()} />
}

/** Where lists and dialogs open. Not the body: there a dialog would lock scrolling by a style without nonce, which the content policy refuses. */
const place = () => document.getElementById('app') ?? document.body

/** What a list without anything in it says. */
const nothing = (of?: string) => (of === 'Select' ? <span className="quiet">没有相符的</span> : <Empty says="没有记录" />)

export const App = () => (
  <ConfigProvider
    locale={zhCN}
    theme={theme}
    csp={{ nonce: pageNonce() }}
    button={{ autoInsertSpace: false }}
    componentSize="medium"
    wave={{ disabled: true }}
    getPopupContainer={place}
    modal={{ closable: false }}
    renderEmpty={nothing}
    virtual
  >
    <QueryClientProvider client={queryClient}>
      <Gate />
      <CopyNote />
    </QueryClientProvider>
  </ConfigProvider>
)
