import { Alert, Button, Descriptions } from 'antd'
import type { EntryView } from '../../../contract/audit.ts'
import { type Clause, clauses } from '../../../contract/clauses.ts'
import { outcomeLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { useSaved } from './saved.ts'
import { codeWords, roleWords } from './words.ts'

/** `F1(2)d 不得横传`. */
const clauseWords = (clause: string) => `${clause} ${clauses[clause as Clause] ?? ''}`.trim()

/** 出具证明: this one entry, to be shown to an outsider, under the newest checkpoint. */
const Prove = ({ entry }: { entry: number }) => {
  const act = useAct('audit.prove')
  const { said, save } = useSaved('证明')
  const prove = () => act.mutate({ entry }, { onSuccess: ({ ticket }) => void save(ticket) })
  return (
    <>
      <Button loading={act.isPending} onClick={prove}>
        出具证明
      </Button>
      {act.error && <RefusalNote of={act.error} />}
      {said && <Alert type="info" showIcon title={said} />}
    </>
  )
}

/** One entry with everything it binds. Numbers, never titles. */
export const EntryPane = ({ entry, onClose }: { entry: EntryView; onClose: () => void }) => (
  <RecordPane
    title={`第 ${entry.seq} 条　${entry.act}`}
    acts={useMay()('audit.prove') && <Prove key={entry.seq} entry={entry.seq} />}
    onClose={onClose}
  >
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 124 } }}
      bordered
      items={[
        { key: 'at', label: '时间', children: <When at={entry.at} seconds /> },
        { key: 'actor', label: '操作人', children: entry.actor === '-' ? '未登录' : entry.actor },
        { key: 'role', label: '身份', children: roleWords(entry.role) },
        { key: 'act', label: '操作', children: entry.act },
        { key: 'object', label: '对象', children: entry.object || '无' },
        {
          key: 'outcome',
          label: '结果',
          children: <span className={entry.outcome === 'refused' ? 'overdue' : ''}>{outcomeLabel[entry.outcome]}</span>,
        },
        ...(entry.code ? [{ key: 'code', label: '拒绝原因', children: codeWords(entry.code) }] : []),
        ...(entry.clause ? [{ key: 'clause', label: '依据', children: clauseWords(entry.clause) }] : []),
        ...entry.facts.map(({ label, text }) => ({ key: label, label, children: text })),
        { key: 'changes', label: '改动行数', children: entry.changes },
        { key: 'boot', label: '本次启动标识', children: <span className="figures audit-hash">{entry.boot}</span> },
        { key: 'hash', label: '本条摘要', children: <span className="figures audit-hash">{entry.hash}</span> },
      ]}
    />
  </RecordPane>
)
