import { Alert, Button, Progress } from 'antd'
import type { BackupRow, UpgradeRow } from '../../../contract/backup.ts'
import type { Delivery } from '../../../contract/bridge.ts'
import type { Output } from '../../../contract/index.ts'
import { type BackupKind, BACKUP_STAGES, backupKindLabel, backupOutcomeLabel } from '../../../contract/terms.ts'
import { call, useAct, useQueryOf } from '../../app/client.ts'
import { useLasting } from '../../app/lasting.ts'
import { useMay } from '../../app/session.tsx'
import { howFar, megabytes } from '../../components/how-far.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { When } from '../../components/when.tsx'

type Running = NonNullable<Output<'backup.progress'>['running']>

const columns: ShortColumn<BackupRow>[] = [
  { title: '结束时间', width: 170, render: (row) => <When at={row.at} /> },
  { title: '事项', width: 90, render: (row) => backupKindLabel[row.kind] },
  { title: '结果', width: 90, render: (row) => backupOutcomeLabel[row.outcome] },
  { title: '文件夹或原因', render: (row) => row.name ?? row.why },
  { title: '记录条数', width: 90, figures: true, render: (row) => row.entries },
  { title: '大小', width: 90, figures: true, render: (row) => row.bytes !== null && megabytes(row.bytes) },
  { title: '办理人', width: 90, render: (row) => row.by },
]

const REFRESH_MS = 500

/** How far it is; the screen stays free for other work, and the button stops it. */
const UnderWay = ({ running: { kind, stage, done, total, sameDisk } }: { running: Running }) => {
  const cancel = useAct('backup.cancel')
  const part = total > 0 ? done / total : 0
  const percent = Math.floor(((BACKUP_STAGES.indexOf(stage) + part) / BACKUP_STAGES.length) * 100)
  return (
    <div className="office-running" role="status">
      <Progress percent={percent} showInfo={false} />
      <p>
        正在{backupKindLabel[kind]}：{howFar({ stage, done, total })}。可以去办别的事，不要拔出介质；锁屏或退出会停止它。
        {kind === 'backup' && sameDisk && SAME_DISK}
      </p>
      {cancel.error && <RefusalNote of={cancel.error} />}
      <Button disabled={cancel.isPending} onClick={() => cancel.mutate({})}>
        停止
      </Button>
    </div>
  )
}

const endWords: Record<BackupKind, string> = {
  backup: '备份完成：已打开、检查并逐条核验，有效。请把介质取出，按涉密载体保管。',
  drill: '演练完成：这个备份能打开，数据库完好，记录和签名逐条核验一致。本机数据没有改动。',
}

type End = { kind: BackupKind; delivery: Delivery }

const SAME_DISK = '介质与数据在同一块磁盘上，磁盘损坏时两份都会丢失，请再备份到另一介质。'

const Ended = ({ end: { kind, delivery }, sameDisk }: { end: End; sameDisk: boolean }) => {
  if (!delivery.ok) return <Alert type="error" title={`${backupKindLabel[kind]}没有完成`} description={delivery.message} />
  if (delivery.how === 'cancelled') return <Alert type="info" title={`已停止${backupKindLabel[kind]}，介质上不留半份。`} />
  if (kind === 'backup' && sameDisk) return <Alert type="warning" title={endWords[kind]} description={SAME_DISK} />
  return <Alert type="success" title={endWords[kind]} />
}

/** Has the vault give the ticket and the shell ask for the folder; what becomes of it is seen by its end. */
const useBackups = () => {
  const { ended, busy, begin, error } = useLasting('backup', async (kind: BackupKind): Promise<End> => {
    const { ticket } = await call('backup.begin', { kind })
    return { kind, delivery: await (kind === 'backup' ? window.mijuan.saveBackup(ticket) : window.mijuan.tryBackup(ticket)) }
  })
  return { end: ended, asked: busy, run: begin, error }
}

const Doing = () => {
  const { end, asked, run, error } = useBackups()
  const progress = useQueryOf('backup.progress', {}, { every: REFRESH_MS })
  const running = progress.data?.running ?? null
  const free = running === null && !asked
  useKeys({ F9: () => run('backup') }, free)
  return (
    <>
      <p>
        备份：把加密的数据库、密钥文件和末条登记写到另一介质上，当场打开、检查、逐条核验，有效才算数；中途停止、断电、拔出介质都不留半份。恢复时须系统管理员和安全审计员两人的口令，所以备份本身不泄露内容，但仍按本机密级保管。
      </p>
      {error && <RefusalNote of={error} />}
      {running && <UnderWay running={running} />}
      {free && end && <Ended end={end} sameDisk={progress.data?.endedOnSameDisk ?? false} />}
      <div className="form-foot">
        <Button onClick={() => run('drill')} disabled={!free}>
          恢复演练
        </Button>
        <Button type="primary" onClick={() => run('backup')} disabled={!free}>
          备份 F9
        </Button>
      </div>
    </>
  )
}

/** What is under way: a word, a number and a way to stop it. */
const Checking = ({ running }: { running: NonNullable<Output<'backup.checks'>['running']> }) => {
  const stop = useAct('backup.stopCheck')
  return (
    <div className="office-running" role="status">
      <p>正在检查数据：{howFar(running)}。可以去办别的事；锁屏、退出或开始备份会停止它。</p>
      {stop.error && <RefusalNote of={stop.error} />}
      <Button disabled={stop.isPending} onClick={() => stop.mutate({})}>
        停止
      </Button>
    </div>
  )
}

/** The check of the data: how the last one ended, and one by hand. */
const Checks = () => {
  const checks = useQueryOf('backup.checks', {}, { every: REFRESH_MS })
  const check = useAct('backup.check')
  if (checks.error) return <RefusalNote of={checks.error} />
  if (!checks.data) return null
  const { running, last, unfinished, wholeAt } = checks.data
  return (
    <section className="office-upgrades">
      <h3>数据检查</h3>
      {last === null && <p className="quiet">还没有检查过。每天第一次登录后自动检查一次：逐页读一遍，逐条核验。</p>}
      {last?.whole && (
        <p>
          上次检查：
          <When at={last.at} />
          ，完好，核验 {last.entries} 条记录。
        </p>
      )}
      {last && !last.whole && (
        <Alert
          type="error"
          title="数据损坏，与口令无关"
          description={
            <>
              <When at={last.at} /> 检查：{last.place}，{last.why}
              {wholeAt && (
                <>
                  上次检查完好：
                  <When at={wholeAt} />。
                </>
              )}
              请停止使用。锁屏后在登录页按“查看损坏情况”，看还能读出多少、哪些要补登，再恢复备份。
            </>
          }
        />
      )}
      {check.error && <RefusalNote of={check.error} />}
      {unfinished && (
        <Alert
          type="error"
          title={unfinished.found === null ? '检查没有做完，什么也没有查明' : '查出数据损坏，结果登记不下'}
          description={
            unfinished.found ?? '数据库文件打不开、读写出错，或检查结果登记不下。请再检查一次；仍做不完，请停止使用，检查磁盘和数据文件夹。'
          }
        />
      )}
      {running ? (
        <Checking running={running} />
      ) : (
        <div>
          <Button disabled={check.isPending} onClick={() => check.mutate({})}>
            检查数据
          </Button>
        </div>
      )}
    </section>
  )
}

/** The last upgrades, each with the copy that was made before it and the way back. */
const Upgrades = ({ rows }: { rows: readonly UpgradeRow[] }) =>
  rows.length > 0 && (
    <section className="office-upgrades">
      <h3>升级前的副本</h3>
      {rows.map(({ id, at, by, from, to, copy, entries, there }) => (
        <p key={id}>
          <When at={at} /> {by}登录时，数据由{from}升级到{to}。
          {there ? `升级前的副本在数据文件夹的“${copy}”，有 ${entries} 条记录。` : `升级前的副本“${copy}”已不在数据文件夹里。`}
        </p>
      ))}
      <p className="quiet">
        要退回升级前：退出密卷，装回原来的版本，在登录页选“恢复备份”，选上面的文件夹，由系统管理员和安全审计员两人恢复；升级以后办的事项照纸质登记补登。副本只留最近两份。
      </p>
    </section>
  )

/** 备份: the 系统管理员 makes and tries backups; the 安全审计员 reads what became of them. */
export const Backup = () => {
  const may = useMay()
  const list = useQueryOf('backup.list', {})
  if (list.error) return <RefusalNote of={list.error} />
  if (!list.data) return <p className="quiet">正在读取备份记录…</p>
  const { last, days, every, rows, upgrades } = list.data
  return (
    <div className="office-backup">
      <p className={days >= every ? 'overdue' : 'quiet'}>
        {last === null ? (
          `建库${days}天，还没有备份`
        ) : (
          <>
            上次有效的备份：
            <When at={last} />
          </>
        )}
        ，每{every}天应备份一次。
      </p>
      {may('backup.begin') && <Doing />}
      <ShortList columns={columns} rows={rows} rowKey={({ id }) => id} empty="还没有备份" />
      <Checks />
      <Upgrades rows={upgrades} />
    </div>
  )
}
