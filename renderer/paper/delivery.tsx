import type { ReactNode } from 'react'
import type { DeliveryPaper } from '../../contract/paper.ts'
import { envelopeStateLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import { byHand, MINUTE_LINE } from './rows.tsx'
import type { Section } from './section.tsx'
import { instantOnLine, dayOnLine } from './wording.ts'

const COLUMNS = [34, 154]

const row = (name: string, text: ReactNode, className?: string) => (
  <tr key={name} className={className}>
    <th scope="row">{name}</th>
    <td>{text}</td>
  </tr>
)
const toSign = (name: string, text: ReactNode) => row(name, text, 'sheet-opinion')

const receivedOnLine = (minute: string) => `${dayOnLine(minute)} ${minute.slice(11, 16)}`

/** What the addressee decided, with their signature when they signed at the screen; else both choices and a line to sign on. */
const decision = ({ state, opened }: DeliveryPaper['envelope']) =>
  opened ? (
    `${envelopeStateLabel[state]}　${opened.by} 于 ${instantOnLine(opened.at)} 拆封　电子签名 ${opened.code}`
  ) : (
    <>
      □ {envelopeStateLabel.toRegister}　　□ {envelopeStateLabel.retained}
      {byHand('亲启人', MINUTE_LINE)}
    </>
  )

const factsOf = ({ envelopeNo, sender, receivedAt, receivedBy, sealIntact, sealNote, personalFor }: DeliveryPaper['envelope']): Section => ({
  key: 'facts',
  columns: COLUMNS,
  rows: [
    row('信封编号', envelopeNo),
    row('件数', '1 封'),
    row('来文机关', sender),
    row('收文时间', receivedOnLine(receivedAt)),
    row('密封情况', sealIntact ? '完好' : `不完好：${sealNote ?? ''}`),
    row('收件签收人', receivedBy),
    row('亲启人', `${personalFor?.name ?? ''}　${personalFor?.department ?? ''}`),
  ],
})

/** 亲启件送达签收单: A4 portrait, to be signed by the addressee when the sealed letter is brought to them (F1(1)d). */
export const deliveryForm = ({ frame, envelope }: DeliveryPaper): Form => ({
  frame,
  landscape: false,
  title: '亲启件送达签收单',
  about: <span>编号：{envelope.number}</span>,
  rule: '写明领导亲启的信件送本人拆封，严禁其他人擅自拆封',
  sections: [
    factsOf(envelope),
    {
      key: 'signed',
      columns: COLUMNS,
      closing: true,
      rows: [
        toSign('送达', byHand('保密员', MINUTE_LINE)),
        toSign('亲启人签收', byHand('亲启人', MINUTE_LINE)),
        toSign('拆封后处理', decision(envelope)),
        toSign('备注', ''),
      ],
    },
  ],
})
