/** Sign-in: the cursor waits in the name, Enter goes on, Enter again opens the vault. */
import { Alert, Button, Input, type InputRef } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../contract/limits.ts'
import type { SessionView } from '../../contract/session.ts'
import type { Level } from '../../contract/terms.ts'
import { HowFar } from '../components/how-far.tsx'
import { LevelMark } from '../components/level-mark.tsx'
import { RefusalNote } from '../components/refusal.tsx'
import { useAct } from './client.ts'
import { LookAtDamage } from './look-at-damage.tsx'
import { Recover } from './recover.tsx'
import { Restore } from './restore.tsx'
import { go } from './routes.tsx'
import { enter, useLeft } from './signed-in.ts'

/** Whoever sits down begins at their own 今日, not where the last person stood. */
const begin = (session: SessionView) => {
  go('today')
  enter(session)
}

const leftWords = { left: null, locked: '已锁屏。请重新登录。', idle: '空闲时间已到，已自动锁屏。请重新登录。' }

/** No sign-in takes as long but the first one with a newer program. */
const LONG_MS = 4_000

const Upgrading = () => {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!long) return null
  return (
    <>
      <Alert type="info" title="更换程序后首次登录：先留一份核验过的副本，再升级数据。库大时要几分钟，请勿关机。" />
      <HowFar />
    </>
  )
}

/** `restored`: what is to be said of a restore that brought the vault here. */
export const SignIn = ({ unit, level, restored: first = null }: { unit: string; level: Level | null; restored?: string | null }) => {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const secret = useRef<InputRef>(null)
  const left = useLeft()
  const [recovering, setRecovering] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const [surveying, setSurveying] = useState(false)
  const [restored, setRestored] = useState(first)
  const [recovered, setRecovered] = useState<string | null>(null)
  const signIn = useAct('session.signIn')
  useEffect(() => {
    if (signIn.error) secret.current?.focus({ cursor: 'all' })
  }, [signIn.error])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (signIn.isPending || name.trim() === '') return
    if (password === '') return secret.current?.focus()
    signIn.mutate({ name, password }, { onSuccess: begin, onSettled: () => setPassword('') })
  }
  if (recovering)
    return (
      <Recover
        level={level}
        onDone={(whose) => {
          setRecovered(whose)
          setRecovering(false)
        }}
        onClose={() => setRecovering(false)}
      />
    )
  if (surveying)
    return (
      <LookAtDamage
        onRestore={() => {
          setSurveying(false)
          setRestoring(true)
        }}
        onClose={() => setSurveying(false)}
      />
    )
  if (restoring)
    return (
      <Restore
        onDone={(words) => {
          setRestored(words)
          setRestoring(false)
        }}
        onClose={() => setRestoring(false)}
      />
    )
  return (
    <div className="door">
      <form className="door-box" onSubmit={submit}>
        <h1>密卷</h1>
        <p className="door-unit">
          {unit}
          {level && (
            <span>
              本机密级 <LevelMark level={level} />
            </span>
          )}
        </p>
        {left && leftWords[left] && !signIn.error && <Alert type="info" title={leftWords[left]} />}
        {recovered && !signIn.error && <Alert type="success" title={`${recovered}的口令已重设。请用新口令登录，登录后随即更改。`} />}
        {restored && !signIn.error && <Alert type="success" title={restored} />}
        <label className="sentence">
          <span className="sentence-label">姓名</span>
          <Input autoFocus autoComplete="off" maxLength={limits.name} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="sentence">
          <span className="sentence-label">口令</span>
          <Input.Password
            ref={secret}
            autoComplete="off"
            visibilityToggle={false}
            maxLength={limits.password}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {signIn.error && <RefusalNote of={signIn.error} />}
        {signIn.error?.refusal.code === 'vault.damaged' && (
          <Button block onClick={() => setSurveying(true)}>
            查看损坏情况
          </Button>
        )}
        <Button type="primary" htmlType="submit" block disabled={signIn.isPending}>
          {signIn.isPending ? '正在核对口令、打开数据…' : '登录 Enter'}
        </Button>
        {signIn.isPending && <Upgrading />}
        <p className="quiet door-note">{!signIn.error && '连续五次口令错误将锁定账户；空闲十分钟自动锁屏。'}忘记口令请找系统管理员重置。</p>
        <div className="door-others">
          <Button type="text" size="small" onClick={() => setRecovering(true)}>
            恢复密钥
          </Button>
          <Button type="text" size="small" onClick={() => setRestoring(true)}>
            恢复备份
          </Button>
          {signIn.error?.refusal.code !== 'vault.damaged' && (
            <Button type="text" size="small" onClick={() => setSurveying(true)}>
              查看损坏情况
            </Button>
          )}
        </div>
      </form>
    </div>
  )
}
