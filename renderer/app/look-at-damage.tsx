/** 查看损坏情况: what a damaged file still holds, in numbers, and the way back. */
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { limits } from '../../contract/limits.ts'
import type { Survey } from '../../contract/setup.ts'
import { PasswordField, TextField } from '../components/fields.tsx'
import { ActForm, useActForm } from '../components/form.tsx'
import { HowFar } from '../components/how-far.tsx'
import { useKeys } from '../components/keys.ts'
import { type ShortColumn, ShortList } from '../components/short-list.tsx'
import { When } from '../components/when.tsx'

type Typed = { name: string; password: string }
type Kind = Survey['kinds'][number]

const Ask = ({ onSeen, onClose }: { onSeen: (survey: Survey) => void; onClose: () => void }) => {
  const form = useActForm<'setup.survey', Typed>('setup.survey', { start: { name: '', password: '' }, input: (typed) => typed, done: onSeen })
  const { fields } = form
  return (
    <>
      <p>怀疑数据损坏时，在这里看还能读出多少、哪些要照纸质补登。只看一份拷贝，原来的文件一个字节也不改；只列编号和数目，不显示标题。</p>
      <ActForm of={form} ok="查看" busyWord="正在逐页、逐条查看…" closeWord="返回" onClose={onClose}>
        <TextField form={fields} name="name" label="姓名" max={limits.name} first />
        <PasswordField form={fields} name="password" label="口令" />
        {form.busy && <HowFar />}
      </ActForm>
    </>
  )
}

const isHurt = ({ expected, read, intact }: Kind) => read < expected || !intact

const columns: ShortColumn<Kind>[] = [
  { title: '种类', render: ({ label }) => label },
  { title: '应有', width: 80, figures: true, render: ({ expected }) => expected },
  { title: '读得出', width: 80, figures: true, render: ({ read }) => read },
  {
    title: '情况',
    width: 200,
    render: (kind) => (kind.read < kind.expected ? `${kind.expected - kind.read} 行读不出` : kind.intact ? '完好' : '索引或空页损坏，行都在'),
  },
]

/** The worst first: what is hurt, and whether the record goes on to its end. */
const Verdict = ({ survey: { opens, entries, kinds } }: { survey: Survey }) => {
  if (!opens)
    return (
      <Alert
        type="error"
        title="数据库的目录页损坏，什么也读不出"
        description={`与口令无关，请不要反复试。末条登记记有 ${entries.expected ?? '不明'} 条审计记录。请用备份恢复。`}
      />
    )
  const whole = entries.whole === entries.expected && !kinds.some(isHurt)
  return (
    <Alert
      type={whole ? 'success' : 'error'}
      title={whole ? '没有发现损坏' : '数据库文件有损坏，与口令无关'}
      description={
        whole
          ? `审计记录 ${entries.whole} 条首尾相连，各种记录都读得出。`
          : `审计记录应有 ${entries.expected ?? '不明'} 条，读得出 ${entries.read} 条，前 ${entries.whole} 条首尾相连、完好。请停止使用，用备份恢复。`
      }
    />
  )
}

const Numbers = ({ numbers, count }: { numbers: readonly string[]; count: number }) => (
  <p className="figures damage-numbers">
    {numbers.join('、')}
    {count > numbers.length && `等 ${count} 个`}
  </p>
)

/** Whether acts were done of which nothing can be told. */
const isHidden = ({ expected, read }: Survey['entries']) => expected === null || read < expected

/** What the last backup has not: to be entered again from paper once it is restored. */
const Since = ({ survey: { backup, checkedAt, entries } }: { survey: Survey }) => (
  <>
    <h3>补登清单</h3>
    <p>
      {checkedAt !== null && (
        <>
          上次检查完好：
          <When at={checkedAt} />。
        </>
      )}
      {backup === null ? (
        '备份记录读不出，或没有备份过。请找出手头最近的一份备份，恢复页会核对它缺什么。'
      ) : (
        <>
          最近一次有效的备份：
          <When at={backup.at} />
          ，“{backup.name}”，有 {backup.entries} 条记录。以后又有 {backup.after} 条{isHidden(entries) && '，其中读不出的请照纸质登记、传阅单逐件核对'}
          {backup.numbers.length > 0 ? '，恢复后要照纸质补登的编号：' : isHidden(entries) ? '。' : '，没有要补登的编号。'}
        </>
      )}
    </p>
    {backup && backup.numbers.length > 0 && <Numbers numbers={backup.numbers} count={backup.about} />}
  </>
)

const Seen = ({ survey, onRestore, onClose }: { survey: Survey; onRestore: () => void; onClose: () => void }) => {
  useKeys([
    ['F9', onRestore],
    ['Escape', onClose],
  ])
  const { documents, kinds } = survey
  const hurt = [...kinds].sort((a, b) => Number(isHurt(b)) - Number(isHurt(a)))
  return (
    <>
      <Verdict survey={survey} />
      {documents.lost > 0 && (
        <>
          <h3>读不出的收文（{documents.lost} 件）</h3>
          <Numbers numbers={documents.numbers} count={documents.lost} />
        </>
      )}
      {survey.opens && <Since survey={survey} />}
      <h3>怎么办</h3>
      <p>不要删除或改动数据文件夹。由系统管理员和安全审计员恢复最近一份有效的备份，再照上面的清单和纸质登记补登。损坏的数据会移到一旁保存。</p>
      <div className="form-foot">
        <Button onClick={onClose}>返回 Esc</Button>
        <Button type="primary" autoFocus onClick={onRestore}>
          恢复备份 F9
        </Button>
      </div>
      {survey.opens && <ShortList columns={columns} rows={hurt} rowKey={({ label }) => label} empty="什么也读不出" />}
    </>
  )
}

/** `onRestore` leads to the restore page. */
export const LookAtDamage = ({ onRestore, onClose }: { onRestore: () => void; onClose: () => void }) => {
  const [survey, setSurvey] = useState<Survey | null>(null)
  return (
    <div className="door">
      <div className="door-box door-wide">
        <h1>查看损坏情况</h1>
        {survey ? <Seen survey={survey} onRestore={onRestore} onClose={onClose} /> : <Ask onSeen={setSurvey} onClose={onClose} />}
      </div>
    </div>
  )
}
