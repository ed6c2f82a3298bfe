import { Button, Descriptions } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CopyView, DocumentView, ParticularsView } from '../../../contract/documents-views.ts'
import {
  copyBanLabel,
  copyKindLabel,
  copyStateLabel,
  documentStateLabel,
  declassifiedRule,
  expiryLabel,
  expiryOutcomeLabel,
  particularLabel,
  registerLabel,
  urgencyLabel,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, To } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Acts } from '../../components/acts.tsx'
import { History } from '../../components/history.tsx'
import { LevelMark } from '../../components/level-mark.tsx'
import { PrintLabels } from '../../components/print-labels.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { type ShortColumn, ShortList } from '../../components/short-list.tsx'
import { minuteOf, When } from '../../components/when.tsx'
import { DocumentAct } from './document-acts.tsx'
import { Knowers } from './knowers.tsx'

/** What the paper came in; a second paper out of the same envelope is registered from here. */
const Envelope = ({ of: envelope }: { of: NonNullable<DocumentView['envelope']> }) => {
  const may = useMay()
  return (
    <>
      {`${envelope.number}　${envelope.envelopeNo}　${envelope.sealIntact ? '密封完好' : `密封不完好：${envelope.sealNote ?? ''}`}`}
      {may('documents.register') && (
        <Button type="link" size="small" onClick={() => go('documents', null, `new-${envelope.id}`)}>
          登记同封另一件
        </Button>
      )}
    </>
  )
}

/** What a 汇编 was made of, each as it is marked now, and the request under which it was made (实施条例27). */
const Sources = ({ of: { reproduction, number, sources } }: { of: NonNullable<DocumentView['compiled']> }) => (
  <>
    <To desk="reproduction" id={reproduction}>
      {number}
    </To>
    {sources.map(({ copy, document }) => (
      <div key={copy}>
        <To desk="documents" id={document.id}>
          <span className="figures">{copy}</span>
        </To>
        {`　${document.mark}　${document.title}`}
      </div>
    ))}
  </>
)

/** The old ledger that a 补录 was entered from: the file by its name and SHA-256, the sheet and the rows. */
const Imported = ({ of: { import: batch, fileName, digest, sheet, lines, by, at } }: { of: NonNullable<DocumentView['imported']> }) => (
  <>
    <To desk="importing" id={batch.id}>
      {batch.number}
    </To>
    {`　${by}　`}
    <When at={at} />
    <div>{`${fileName}${sheet === null ? '' : `　表“${sheet}”`}　第${lines.join('、')}行`}</div>
    <div className="quiet figures">文件校验码 {digest}</div>
  </>
)

/** The 汇编 that a paper went into. */
const Compilations = ({ of }: { of: DocumentView['compilations'] }) => (
  <>
    {of.map(({ id, number }) => (
      <div key={id}>
        <To desk="documents" id={id}>
          <span className="figures">{number}</span>
        </To>
      </div>
    ))}
  </>
)

const Particulars = ({ of: document }: { of: DocumentView }) => {
  const { particulars, envelope, compiled, compilations, imported } = document
  const part = (label: string, children: ReactNode) => (children ? [{ key: label, label, children }] : [])
  const line = (label: string, children: string | null) => (children ? [{ key: label, label, children }] : [])
  return (
    <Descriptions
      column={1}
      size="small"
      styles={{ label: { width: 118 } }}
      bordered
      items={[
        ...line('标题', particulars.title),
        ...line('密级★期限', document.mark),
        ...line('解密', particulars.declassified ? declassifiedRule : null),
        ...line(compiled ? '汇编单位' : '来文机关', particulars.sender),
        ...line('来文字号', particulars.symbol),
        ...line('成文日期', particulars.madeOn),
        ...line('保密期限至', particulars.expiresOn && `${particulars.expiresOn}${document.expiry ? `　${expiryLabel[document.expiry]}` : ''}`),
        ...line('紧急程度', urgencyLabel[particulars.urgency]),
        ...line('附件', particulars.attachments),
        ...line('主送', particulars.addressee),
        ...line('承办单位', particulars.handledBy),
        ...line('清退日期', particulars.returnBy),
        ...line('翻印复印', particulars.copyBan ? copyBanLabel : null),
        ...line('备注', particulars.remarks),
        ...line('登记簿', registerLabel[document.register]),
        ...part('汇编来源', compiled && <Sources of={compiled} />),
        ...part('信封', envelope && <Envelope of={envelope} />),
        ...line('签收', envelope && `${envelope.receivedBy}　${minuteOf(document.receivedAt ?? '')}`),
        ...part('补录', imported && <Imported of={imported} />),
        ...line('原收文号', imported && (imported.oldNumber ?? '原台账未载')),
        ...line('收文日期', imported && (imported.receivedOn ?? '原台账未载，按成文日期列')),
        ...line('份数', envelope && `清单 ${document.listed}，实点 ${document.counted}`),
        ...part('编入汇编', compilations.length > 0 && <Compilations of={compilations} />),
        ...line('差异情况', document.discrepancyNote),
        ...line('知悉范围', document.scope.map((person) => person.name).join('、') || '未核定'),
      ]}
    />
  )
}

const Where = ({ copy }: { copy: CopyView }) => (
  <>
    {copy.holder && <strong>{copy.holder.name} </strong>}
    {(!copy.holder || copy.state === 'lent') && <span className={copy.holder ? 'unbroken waits' : undefined}>{copyStateLabel[copy.state]} </span>}
    {(copy.volume ?? copy.box?.number) && <span className="quiet unbroken">{copy.volume ?? copy.box?.number} </span>}
    {copy.sheet && (
      <To desk="circulation" id={copy.sheet.id}>
        {copy.sheet.folder}
      </To>
    )}
  </>
)

/** 编号; below it the 份号 of an original, or the kind of what was made, which opens the request it was made under. */
const Numbered = ({ copy: { number, kind, copyNo, reproduction } }: { copy: CopyView }) => {
  const may = useMay()
  return (
    <>
      <div className="unbroken">{number}</div>
      {copyNo && <div className="quiet">份号 {copyNo}</div>}
      {reproduction &&
        (may('reproduction.get') ? (
          <To desk="reproduction" id={reproduction.id}>
            {copyKindLabel[kind]}
          </To>
        ) : (
          <span className="quiet">{copyKindLabel[kind]}</span>
        ))}
    </>
  )
}

const copyColumns: ShortColumn<CopyView>[] = [
  { title: '编号', width: 204, figures: true, render: (copy) => <Numbered copy={copy} /> },
  { title: '现持有人', render: (copy) => <Where copy={copy} /> },
  { title: '起始时间', width: 102, render: (copy) => <When at={copy.since} /> },
]

/** 份的平衡: what came in and what was made from it is what lies in each place (F1(5)d). */
const Balance = ({ of: { received, made, places } }: { of: DocumentView['balance'] }) => (
  <p className="balance figures" title="F1(5)d 复制件视同原件登记，一份不多，一份不少">
    收 {received}
    {made > 0 && `　${received > 0 ? '复制' : '制'} ${made}`}
    {`　＝　${places.map(({ state, copies }) => `${copyStateLabel[state]} ${copies}`).join(' ＋ ')}`}
  </p>
)

/** By what right a version says otherwise. */
const whyOf = ({ cause, notice, review, reason }: ParticularsView) => {
  if (cause === 'correction') return `更正：${reason}`
  const act = cause === 'declassification' ? '解密' : '变更'
  if (!notice) return `期满审核（${review}）${act}：${reason}`
  return `按${notice.issuer}${notice.symbol}（${notice.date}）${notice.basis ? `（依据：${notice.basis}）` : ''}${act}`
}

/** 期满审核, each with who reviewed and who approved it. */
const Reviews = ({ of: { reviews } }: { of: DocumentView }) =>
  reviews.length > 0 && (
    <>
      <h3>期满审核</h3>
      <ol className="versions">
        {reviews.map(({ number, at, outcome, reason, reviewed, approved }) => (
          <li key={number}>
            <When at={at} />　<span className="unbroken">{number}</span>　<strong>{expiryOutcomeLabel[outcome]}</strong>：{reason}
            <div className="quiet">
              审核 {reviewed.by} {reviewed.code}　审批 {approved.by} {approved.code}
            </div>
          </li>
        ))}
      </ol>
    </>
  )

const Versions = ({ of: document }: { of: DocumentView }) =>
  document.versions.length > 1 && (
    <>
      <h3>更正与变更</h3>
      <ol className="versions">
        {document.versions.slice(1).map((version) => (
          <li key={version.version}>
            <div>
              <When at={version.at} />　{version.by}　{whyOf(version)}
            </div>
            {version.changes.map(({ field, before, after }) => (
              <div key={field}>
                <span className="quiet">{particularLabel[field]}</span>　<del>{before ?? '（空）'}</del>　→　{after ?? '（空）'}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  )

const keys = {
  'documents.correct': 'Ctrl+E',
  'circulation.draft': 'F4',
  'documents.changeLevel': 'F6',
  'documents.setScope': 'F7',
  'circulation.requestWidening': 'F7',
  'documents.finish': 'F9',
}
/** The acts that may be the next step of a paper; the others mend or change it. */
const steps = ['documents.setScope', 'circulation.draft', 'documents.finish']

/** What may be done next. A paper that is 办结 is neither circulated nor finished again; what is left of its acts only mends its record. */
const actsOf = ({ acts, state }: DocumentView) =>
  state === 'finished' ? acts.filter(({ call }) => !['circulation.draft', 'documents.finish'].includes(call)) : acts

/** The copy that a loan begins with: one in the box, else one that may come back. */
const toLend = ({ copyList }: DocumentView) =>
  (copyList.find(({ state }) => state === 'inBox') ?? copyList.find(({ state }) => state !== 'missing') ?? copyList[0])?.id ?? ''

/** What is 已解密 wears the colour of 内部: it is no state secret any more. */
const particularsLevel = ({ level, expiry }: DocumentView) => (expiry === 'declassified' ? 'internal' : level)

/** One document beside the register: what the paper says, where each copy is, and what may be done next. */
export const DocumentPane = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const may = useMay()
  const [open, setOpen] = useState<string | null>(null)
  const [labels, setLabels] = useState(false)
  const asked = useQueryOf('documents.get', { document: id })
  const document = asked.data
  if (!document) return <OpeningPane title="文件" refusal={asked.error} onClose={onClose} />
  const acts = actsOf(document)
  const main = document.state === 'finished' ? [] : steps
  const begin = (call: string) => {
    if (call === 'circulation.draft') go('circulation', null, `new-${document.id}`)
    else if (call === 'reproduction.request') go('reproduction', null, `new-${document.id}`)
    else if (call === 'outgoing.draft') go('outgoing', null, `new-${document.id}`)
    else if (call === 'lending.request') go('lending', null, `new-${toLend(document)}`)
    else setOpen(call)
  }
  return (
    <RecordPane
      title={document.number}
      mark={<LevelMark level={particularsLevel(document)} mark={document.mark} />}
      state={documentStateLabel[document.state]}
      acts={acts.length > 0 && <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={(act) => begin(act.call)} />}
      onClose={onClose}
    >
      {open && (
        <section className="document-act">
          <h3>{acts.find((act) => act.call === open)?.label}</h3>
          <DocumentAct call={open} of={document} onClose={() => setOpen(null)} />
        </section>
      )}
      <Particulars of={document} />
      <h3>各份去向</h3>
      <Balance of={document.balance} />
      <ShortList columns={copyColumns} rows={document.copyList} rowKey={(copy) => copy.id} />
      {may('paper.labels') && (
        <Button size="small" onClick={() => setLabels(true)}>
          打印标签
        </Button>
      )}
      {labels && <PrintLabels of={{ of: 'document', document: document.id }} says={document.number} onClose={() => setLabels(false)} />}
      {may('documents.knowers') && (
        <>
          <h3>知悉人员登记</h3>
          <Knowers document={document.id} />
        </>
      )}
      <Versions of={document} />
      <Reviews of={document} />
      <h3>经过</h3>
      <History lines={document.history} />
    </RecordPane>
  )
}
