import type { ReactNode } from 'react'
import type { DeliveryPaper } from '../../contract/paper.ts'
import { envelopeStateLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import type { Section } from './section.tsx'
import { instantOnLine, dayOnLine } from './wording.ts'

const byHand = (who: string) => (
  <div className="paper-by-hand">
    <span>{who}（签字）：</span>
    <span className="paper-date-line">年　　月　　日　　时　　分</span>
  </div>
)

const row = (name: string, text: ReactNode, className?: string) => (
  <tr key={name} className={className}>
    <th scope="row">{name}</th>
    <td>{text}</td>
  </tr>
)

const receivedOnLine = (minute: string) => `${dayOnLine(minute)} ${minute.slice(11, 16)}`

/** What the addressee decided, and their signature when they signed at the screen. */
const decision = ({ state, opened }: DeliveryPaper['envelope']) =>
  opened ? `${envelopeStateLabel[state]}　${opened.by} 于 ${instantOnLine(opened.at)} 拆封　电子签名 ${opened.code}` : '□ 转登记　　□ 本人留存'

/** 亲启件送达签收单: A4 portrait, to be signed by the addressee when the sealed letter is brought to them (F1(1)d). */
export const deliveryForm = ({ frame, envelope }: DeliveryPaper): Form => {
  const { number, envelopeNo, sender, receivedAt, receivedBy, sealIntact, sealNote, personalFor } = envelope
  const facts: Section = {
    key: 'facts',
    columns: [34, 154],
    rows: [
      row('信封编号', envelopeNo),
      row('来文机关', sender),
      row('收文时间', receivedOnLine(receivedAt)),
      row('密封情况', sealIntact ? '完好' : `不完好：${sealNote ?? ''}`),
      row('签收人', receivedBy),
      row('亲启人', `${personalFor?.name ?? ''}　${personalFor?.department ?? ''}`),
    ],
  }
  const signed: Section = {
    key: 'signed',
    columns: [34, 154],
    closing: true,
    rows: [
      row('送达', byHand('保密员'), 'sheet-opinion'),
      row('签收', byHand('亲启人'), 'sheet-opinion'),
      row('拆封后处理', decision(envelope), 'sheet-opinion'),
      row('备注', '', 'sheet-opinion'),
    ],
  }
  return {
    frame,
    landscape: false,
    title: '亲启件送达签收单',
    about: <span>编号：{number}</span>,
    rule: '写明领导亲启的信件送本人拆封，严禁其他人擅自拆封',
    sections: [facts, signed],
  }
}
