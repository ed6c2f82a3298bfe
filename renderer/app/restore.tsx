/** 恢复备份: a backup is chosen by the shell's dialog, compared with what is here under two officers' passwords, and takes its place. */
import { Alert, Button, Descriptions } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Chosen } from '../../contract/bridge.ts'
import { limits } from '../../contract/limits.ts'
import type { Output } from '../../contract/index.ts'
import { foundHereLabel } from '../../contract/terms.ts'
import { PasswordField, TextField } from '../components/fields.tsx'
import { ActForm, useActForm } from '../components/form.tsx'
import { HowFar } from '../components/how-far.tsx'
import { useKeys } from '../components/keys.ts'
import { RefusalNote } from '../components/refusal.tsx'
import { When } from '../components/when.tsx'
import { useAct } from './client.ts'

type Backup = NonNullable<Extract<Chosen, { ok: true }>['backup']>
type Compared = Output<'setup.compareBackup'>
type Signer = { name: string; password: string }
type Typed = { systemAdmin: Signer; auditor: Signer }

const nobody: Typed = { systemAdmin: { name: '', password: '' }, auditor: { name: '', password: '' } }

const Page = ({ children }: { children: ReactNode }) => (
  <div className="door">
    <div className="door-box door-wide">
      <h1>恢复备份</h1>
      {children}
    </div>
  </div>
)

const About = ({ backup }: { backup: Backup }) => (
  <Descriptions
    column={1}
    size="small"
    bordered
    styles={{ label: { width: 120 } }}
    items={[
      { key: 'name', label: '文件夹', children: backup.name },
      { key: 'unit', label: '单位', children: backup.unit },
      { key: 'at', label: '备份时间', children: <When at={backup.at} /> },
      { key: 'entries', label: '审计记录', children: `${backup.entries} 条` },
      { key: 'bytes', label: '大小', children: `${(backup.bytes / 2 ** 20).toFixed(1)} MB` },
    ]}
  />
)

/** Asks the shell for the folder. */
const Choose = ({ onChosen, onClose }: { onChosen: (backup: Backup) => void; onClose: () => void }) => {
  const [said, setSaid] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const choose = async () => {
    if (asked) return
    setAsked(true)
    const chosen = await window.mijuan.chooseBackup()
    setAsked(false)
    if (!chosen.ok) setSaid(chosen.message)
    else if (chosen.backup) onChosen(chosen.backup)
    else setSaid('没有选择备份。')
  }
  useKeys([
    ['F9', choose],
    ['Escape', onClose],
  ])
  return (
    <>
      <p>
        本机数据损坏、丢失或换了新电脑时，用备份恢复。须备份当时的系统管理员和安全审计员两人在场，各输入当时的口令。先把备份拷到一旁核验，列出会丢失什么，确认后一次换入；本机原有数据移到一旁保存，下次备份有效后清理。
      </p>
      {said && <Alert type="warning" title={said} />}
      <div className="form-foot">
        <Button onClick={onClose}>返回 Esc</Button>
        <Button type="primary" autoFocus disabled={asked} onClick={choose}>
          选择备份 F9
        </Button>
      </div>
    </>
  )
}

type CompareProps = { backup: Backup; onCompared: (compared: Compared, typed: Typed) => void; onClose: () => void }

const Compare = ({ backup, onCompared, onClose }: CompareProps) => {
  const form = useActForm<'setup.compareBackup', Typed>('setup.compareBackup', {
    start: nobody,
    input: (typed) => ({ backup: backup.ticket, ...typed }),
    done: onCompared,
  })
  const { fields } = form
  return (
    <ActForm of={form} ok="核对" busyWord="正在拷到一旁、打开并逐条核验…" closeWord="另选备份" onClose={onClose}>
      <TextField form={fields} name="systemAdmin.name" label="系统管理员" max={limits.name} first hint="备份当时的系统管理员" />
      <PasswordField form={fields} name="systemAdmin.password" label="当时的口令" />
      <TextField form={fields} name="auditor.name" label="安全审计员" max={limits.name} hint="须是另一人" />
      <PasswordField form={fields} name="auditor.password" label="当时的口令" />
      {form.busy && <HowFar />}
    </ActForm>
  )
}

/** What would be lost, in words. */
const loss = ({ found, entries, lost }: Compared['here']): string => {
  if (found === 'none') return '这里还没有库，不会丢失什么。'
  if (found === 'unread') return '本机数据打不开，无法逐条对照。'
  if (found === 'other') return `本机的记录（${entries} 条）与备份不是同一份，备份以后的都会丢失。`
  return lost ? `本机有 ${entries} 条记录，备份以后的 ${lost} 条会丢失。` : '备份包含本机的全部记录，不会丢失什么。'
}

/** Of one kind of record, by number: those that are gone, and those that stand as they stood when the backup was made. */
const LostRecords = ({ gone, behind, more }: Omit<Compared['here']['records'][number], 'word'>) => (
  <div className="figures">
    {gone.length > 0 && `备份里没有：${gone.join('、')}。`}
    {behind.length > 0 && `备份以后又办过、会回到备份当时：${behind.join('、')}。`}
    {more > 0 && `另有 ${more} 号。`}
  </div>
)

const Difference = ({ here }: { here: Compared['here'] }) => (
  <Alert
    type={here.found === 'none' || here.lost === 0 ? 'success' : 'warning'}
    title={`备份完好，逐条核验一致。本机${here.found === 'none' ? '' : '数据'}${foundHereLabel[here.found]}。`}
    description={
      <>
        <div>{loss(here)}</div>
        {here.documents !== null && here.documents > 0 && (
          <div className="figures">
            其中收文 {here.documents} 件：{here.numbers.join('、')}
            {here.documents > here.numbers.length && '等'}。请对照纸质登记补登。
          </div>
        )}
        {here.records.map(({ word, ...lost }) => (
          <LostRecords key={word} {...lost} />
        ))}
        {here.witness && <div>末条登记：{here.witness}恢复后须安全审计员先登录，核查并确认，其他人才能登录。</div>}
      </>
    }
  />
)

type ConfirmProps = { backup: Backup; compared: Compared; typed: Typed; onDone: (done: Output<'setup.restore'>) => void; onClose: () => void }

const Confirm = ({ backup, compared, typed, onDone, onClose }: ConfirmProps) => {
  const restore = useAct('setup.restore')
  const run = () => {
    if (restore.isPending) return
    restore.mutate({ backup: backup.ticket, ...typed }, { onSuccess: onDone })
  }
  useKeys([
    ['F9', run],
    ['Escape', () => !restore.isPending && onClose()],
  ])
  return (
    <>
      <Difference here={compared.here} />
      {restore.error && <RefusalNote of={restore.error} />}
      <div className="form-foot">
        <Button autoFocus disabled={restore.isPending} onClick={onClose}>
          不恢复 Esc
        </Button>
        <Button danger type="primary" disabled={restore.isPending} onClick={run}>
          {restore.isPending ? '正在换入，请勿关机…' : '恢复 F9'}
        </Button>
      </div>
    </>
  )
}

/** `onDone` is told what to say on the sign-in page. */
export const Restore = ({ onDone, onClose }: { onDone: (words: string) => void; onClose: () => void }) => {
  const [backup, setBackup] = useState<Backup | null>(null)
  const [ready, setReady] = useState<{ compared: Compared; typed: Typed } | null>(null)
  const again = () => {
    setReady(null)
    setBackup(null)
  }
  const done = ({ entries, lost }: Output<'setup.restore'>) =>
    onDone(
      [
        `已恢复备份，共 ${entries} 条记录，已记入审计。请用备份当时的口令登录。`,
        ready?.compared.here.witness && '请安全审计员先登录，核查并确认数据被换回，其他人才能登录。',
        lost !== 0 && `${lost === null ? '备份以后的记录' : `备份以后的 ${lost} 条记录`}已丢失，其中办过的事项照纸质登记补登、补办。`,
      ]
        .filter(Boolean)
        .join(''),
    )
  return (
    <Page>
      {backup && <About backup={backup} />}
      {!backup && <Choose onChosen={setBackup} onClose={onClose} />}
      {backup && !ready && <Compare backup={backup} onCompared={(compared, typed) => setReady({ compared, typed })} onClose={again} />}
      {backup && ready && <Confirm backup={backup} {...ready} onDone={done} onClose={again} />}
    </Page>
  )
}
