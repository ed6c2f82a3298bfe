import { Descriptions } from 'antd'
import { useState } from 'react'
import type { DocumentView } from '../../../contract/documents.ts'
import { copyStateLabel, documentStateLabel, registerLabel, urgencyLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { To } from '../../app/routes.tsx'
import { Acts } from '../../components/acts.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { minuteOf, When } from '../../components/when.tsx'
import { DocumentAct } from './document-acts.tsx'

const Particulars = ({ of: document }: { of: DocumentView }) => {
  const { particulars, envelope } = document
  const line = (label: string, children: string | null) => (children ? [{ key: label, label, children }] : [])
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      items={[
        ...line('标题', particulars.title),
        ...line('来文机关', particulars.sender),
        ...line('来文字号', particulars.symbol),
        ...line('成文日期', particulars.madeOn),
        ...line('保密期限至', particulars.expiresOn),
        ...line('紧急程度', urgencyLabel[particulars.urgency]),
        ...line('附件', particulars.attachments),
        ...line('主送', particulars.addressee),
        ...line('承办单位', particulars.handledBy),
        ...line('清退日期', particulars.returnBy),
        ...line('备注', particulars.remarks),
        ...line('登记簿', registerLabel[document.register]),
        ...line('信封', `${envelope.number}　${envelope.envelopeNo}　${envelope.sealIntact ? '密封完好' : `密封不完好：${envelope.sealNote ?? ''}`}`),
        ...line('签收', `${envelope.receivedBy}　${minuteOf(document.receivedAt)}`),
        ...line('份数', `清单 ${document.listed}，实点 ${document.counted}`),
        ...line('差异情况', document.discrepancyNote),
        ...line('知悉范围', document.scope.map((person) => person.name).join('、') || '未核定'),
      ]}
    />
  )
}

const Copies = ({ of: document }: { of: DocumentView }) => (
  <table className="copies">
    <thead>
      <tr>
        <th>编号</th>
        <th>份号</th>
        <th>现在何处</th>
        <th>自</th>
      </tr>
    </thead>
    <tbody>
      {document.copyList.map((copy) => (
        <tr key={copy.id}>
          <td className="figures">{copy.number}</td>
          <td className="figures">{copy.copyNo}</td>
          <td>
            {copy.holder ? <strong>{copy.holder.name}</strong> : copyStateLabel[copy.state]}
            {copy.sheet && (
              <To desk="circulation" id={copy.sheet.id}>
                {copy.sheet.folder}
              </To>
            )}
          </td>
          <td>
            <When at={copy.since} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Versions = ({ of: document }: { of: DocumentView }) =>
  document.versions.length > 1 && (
    <>
      <h3>更正与变更</h3>
      <ol>
        {document.versions.slice(1).map((version, index) => (
          <li key={version.version}>
            <When at={version.at} />　{version.by}　
            {version.cause === 'levelChange' ? `按${version.notice?.issuer}${version.notice?.symbol}变更密级：` : `更正（${version.reason}）：`}
            <del>{version.cause === 'levelChange' ? document.versions[index]?.mark : document.versions[index]?.title}</del>　
            {version.cause === 'levelChange' ? version.mark : version.title}
          </li>
        ))}
      </ol>
    </>
  )

const keys = {
  'documents.correct': 'F4',
  'documents.changeLevel': 'F6',
  'documents.setScope': 'F7',
  'circulation.requestWidening': 'F7',
  'documents.finish': 'F9',
}

/** One document beside the register: what the paper says, where each copy is, and what may be done next. */
export const DocumentPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const [open, setOpen] = useState<string | null>(null)
  const asked = useQueryOf('documents.get', { document: id })
  const document = asked.data
  if (!document)
    return (
      <RecordPane title="文件" onClose={onClose}>
        {asked.error ? <RefusalNote of={asked.error} /> : '正在打开文件…'}
      </RecordPane>
    )
  return (
    <RecordPane
      title={document.number}
      mark={<LevelMark level={document.level} mark={document.mark} />}
      state={documentStateLabel[document.state]}
      acts={document.acts.length > 0 && <Acts acts={document.acts} keys={keys} enabled={open === null} run={(act) => setOpen(act.call)} />}
      onClose={onClose}
    >
      {open && <DocumentAct call={open} of={document} onClose={() => setOpen(null)} />}
      <Particulars of={document} />
      <h3>各份去向</h3>
      <Copies of={document} />
      <Versions of={document} />
      <h3>经过</h3>
      <History lines={document.history} />
    </RecordPane>
  )
}
