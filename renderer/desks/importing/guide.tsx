import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Input, Output } from '../../../contract/index.ts'
import { call, queryClient, useQueryOf } from '../../app/client.ts'
import { useLasting } from '../../app/lasting.ts'
import { go } from '../../app/routes.tsx'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { Columns } from './columns.tsx'
import { Fates } from './fates.tsx'

/** Has the shell ask for a ledger and the vault read it. */
const useChosenLedger = () => {
  const { busy, ended, begin, dismiss } = useLasting('chooseLedger', async () => {
    const chosen = await window.mijuan.chooseLedger().catch(() => ({ ok: false as const, message: '没有读成。请再选一次文件。' }))
    // What it is by now is drawn with its end.
    await queryClient.invalidateQueries({ queryKey: ['importing.file'] })
    return chosen
  })
  return { reading: busy, refused: ended && !ended.ok ? ended.message : null, choose: () => begin(undefined), dismiss }
}
export type Chosen = ReturnType<typeof useChosenLedger>

/** One step of the import under its heading. */
export const Step = ({ title, says, onClose, children }: { title: string; says?: ReactNode; onClose: () => void; children: ReactNode }) => (
  <section className="importing">
    <header className="importing-head">
      <h2>{title}</h2>
      {says && <span className="quiet">{says}</span>}
      <Button type="text" size="small" className="importing-close" onClick={onClose}>
        返回 Esc
      </Button>
    </header>
    {children}
  </section>
)

const Choose = ({ of: { reading, refused, choose }, onClose }: { of: Chosen; onClose: () => void }) => {
  useKeys([
    ['F9', choose],
    ['Escape', onClose],
  ])
  return (
    <Step title="一、选择文件" onClose={onClose}>
      <p>选择原来的收文登记簿或现存清单：Excel（.xlsx）或 CSV，一行栏目名称，下面一行一件（现存清单一行一份），不超过2万行、20 MB。</p>
      <p>文件只读入本机核对，不会改动。核对之前先指明各栏，核对之后才登记；密级、期限、份号照登记的规则逐行审查。</p>
      <p className="quiet">旧式 .xls 和加密码的工作簿先另存为 .xlsx。台账的密级不得高于本机密级（保密法31）。</p>
      {refused && <Alert type="error" role="alert" title={refused} />}
      <div className="importing-row">
        <Button type="primary" autoFocus disabled={reading} onClick={choose}>
          选择文件 F9
        </Button>
        {reading && <span role="status">正在读入…可以去办别的事。</span>}
      </div>
    </Step>
  )
}

type Done = Output<'importing.commit'>

/** Enters what is right. The vault forgets the ledger with it: what came of it stays told until it is seen. */
const useCommit = () => useLasting('importing.commit', (input: Input<'importing.commit'>) => call('importing.commit', input))
export type Commit = ReturnType<typeof useCommit>

const Result = ({ done, onSeen, onClose }: { done: Done; onSeen: () => void; onClose: () => void }) => {
  const open = () => {
    onSeen()
    go('importing', done.id)
  }
  const close = () => {
    onSeen()
    onClose()
  }
  useKeys([
    ['F9', open],
    ['Escape', close],
  ])
  return (
    <Step title="四、导入完成" onClose={close}>
      <Alert
        type="success"
        title={`${done.number}：已登记${done.documents}件、${done.copies}份，编号${done.first === done.last ? done.first : `${done.first}至${done.last}`}。`}
        description="各件记为补录，写有来源和原行号；按原收文号也能查到。接下来：核定知悉范围后方可传阅、借用；没有写明箱号的，在“归档清点”入箱。原台账和导入用的文件按涉密载体保管。"
      />
      <div className="importing-row">
        <Button type="primary" autoFocus onClick={open}>
          查看这批文件 F9
        </Button>
        <Button onClick={onSeen}>再导入一个文件</Button>
      </div>
    </Step>
  )
}

/** 旧账导入 step by step: choose the file, say what its columns are, look at each row's fate, enter them. What was chosen stays until it is entered, left or the session ends. */
export const Guide = ({ onClose }: { onClose: () => void }) => {
  const chosen = useChosenLedger()
  const commit = useCommit()
  const done = commit.ended
  // Whoever goes on from a step has read what it told.
  const seen = () => {
    chosen.dismiss()
    commit.dismiss()
  }
  // With its entering the vault has forgotten the ledger: what was read of it is not drawn again.
  const over = () => {
    queryClient.setQueryData(['importing.file', {}], { ledger: null })
    seen()
  }
  const close = () => {
    seen()
    onClose()
  }
  const [anew, setAnew] = useState(false)
  const tried = () => {
    seen()
    setAnew(false)
  }
  const { data, error } = useQueryOf('importing.file', {}, { enabled: done === undefined })
  if (error) return <RefusalNote of={error} />
  if (done) return <Result done={done} onSeen={over} onClose={onClose} />
  if (!data) return <p className="quiet">正在读取…</p>
  const { ledger } = data
  if (!ledger || chosen.reading) return <Choose of={chosen} onClose={close} />
  if (!ledger.trying || anew) return <Columns key={ledger.file} ledger={ledger} chosen={chosen} onTried={tried} onClose={close} />
  const again = () => {
    seen()
    setAnew(true)
  }
  return <Fates ledger={ledger} tried={ledger.trying} commit={commit} onAnew={again} onSeen={seen} onClose={close} />
}
