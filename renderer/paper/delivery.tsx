import type { DeliveryPaper } from '../../contract/paper.ts'
import { envelopeStateLabel } from '../../contract/terms.ts'
import type { Form } from './pages.tsx'
import { byHand, MINUTE_LINE } from './rows.tsx'
import type { Section } from './section.tsx'
import { boxesOn, whole } from './template.tsx'
import { instantOnLine, dayOnLine } from './wording.ts'

/** Width of the names before the boxes, in millimetres. */
const NAMES = 34

const receivedOnLine = (minute: string) => `${dayOnLine(minute)} ${minute.slice(11, 16)}`

/** What the addressee decided, with their signature when they signed at the screen; else both choices and a line to sign on. */
const decision = ({ state, opened }: DeliveryPaper['envelope'], who: string) =>
  opened
    ? whole(`${envelopeStateLabel[state]}　${opened.by} 于 ${instantOnLine(opened.at)} 拆封　电子签名 ${opened.code}`, 'sheet-opinion')
    : whole(`□ ${envelopeStateLabel.toRegister}　　□ ${envelopeStateLabel.retained}`, 'sheet-opinion', byHand(who, MINUTE_LINE))

const boxesOf = ({ template }: DeliveryPaper['frame'], envelope: DeliveryPaper['envelope']): Section[] => {
  const { personalFor, sealIntact, sealNote } = envelope
  const { officer = '', addressee = '' } = template.signers
  const fact = (text: string) => whole(text, '')
  const toSign = (who: string) => whole('', 'sheet-opinion', byHand(who, MINUTE_LINE))
  return boxesOn<'delivery'>(
    template,
    {
      envelopeNo: fact(envelope.envelopeNo),
      pieces: fact('1 封'),
      sender: fact(envelope.sender),
      receivedAt: fact(receivedOnLine(envelope.receivedAt)),
      seal: fact(sealIntact ? '完好' : `不完好：${sealNote ?? ''}`),
      receivedBy: fact(envelope.receivedBy),
      addressee: fact(`${personalFor?.name ?? ''}　${personalFor?.department ?? ''}`),
      delivered: toSign(officer),
      taken: toSign(addressee),
      decision: decision(envelope, addressee),
      remarks: whole('', 'sheet-opinion'),
    },
    NAMES,
  )
}

/** 亲启件送达签收单: A4 portrait, to be signed by the addressee when the sealed letter is brought to them (F1(1)d). */
export const deliveryForm = ({ frame, envelope }: DeliveryPaper): Form => ({
  frame,
  landscape: false,
  title: '亲启件送达签收单',
  about: <span>编号：{envelope.number}</span>,
  rule: '写明领导亲启的信件送本人拆封，严禁其他人擅自拆封',
  sections: boxesOf(frame, envelope),
})
