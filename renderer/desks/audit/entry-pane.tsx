import { Descriptions } from 'antd'
import type { EntryView } from '../../../contract/audit.ts'
import { type Clause, clauses } from '../../../contract/clauses.ts'
import { outcomeLabel } from '../../../contract/terms.ts'
import { RecordPane } from '../../components/record-pane.tsx'
import { When } from '../../components/when.tsx'
import { codeWords, roleWords } from './words.ts'

/** `F1(2)d 不得横传`. */
const clauseWords = (clause: string) => `${clause} ${clauses[clause as Clause] ?? ''}`.trim()

/** One entry with everything it binds. Numbers, never titles. */
export const EntryPane = ({ entry, onClose }: { entry: EntryView; onClose: () => void }) => (
  <RecordPane title={`第 ${entry.seq} 条　${entry.act}`} onClose={onClose}>
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
