import type { ReactNode } from 'react'
import type { ApplicationVersion, DisclosureView } from '../../contract/disclosure-views.ts'
import type { SignatureMark } from '../../contract/fields.ts'
import type { DisclosurePaper } from '../../contract/paper.ts'
import {
  APPLICANT_KINDS,
  APPLICATION_CHANNELS,
  applicantKindLabel,
  applicationChannelLabel,
  askedLabel,
  consultAnswerLabel,
  deliveryLabel,
  disclosureStateLabel,
  evidenceLabel,
  itemStateLabel,
  lackLabel,
  letterKindLabel,
  OBTAINED_BY,
  obtainedByLabel,
  PROVIDED_AS,
  providedAsLabel,
  replyRule,
} from '../../contract/terms.ts'
import type { BoxOf } from '../../contract/forms.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import { bookRows, type Column, STRUCK } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ticked } from './review.tsx'
import { byHand, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { Signed } from './signed.tsx'
import { boxesOn, type Content, half, whole } from './template.tsx'
import { dayOnLine, yearOfInstant } from './wording.ts'

export type Disclosure = DisclosurePaper['disclosure']
type Item = Disclosure['items'][number]

/** The application as it stands. */
export const applicationOf = ({ versions }: Pick<DisclosureView, 'versions'>): ApplicationVersion => versions.at(-1) as ApplicationVersion

const choices = <T extends string>(values: readonly T[], labels: Record<T, string>, on: T | null): string =>
  ticked(
    values.map((value) => ({ value, label: labels[value] })),
    on ? [on] : [],
  )

/** Who applies, and for what, as it was entered: the boxes of the applicant. */
export const applicantBoxes = ({
  kind,
  name,
  evidence,
  evidenceNo,
  agent,
  telephone,
  address,
  email,
  content,
  providedAs,
  obtainedBy,
}: ApplicationVersion) => ({
  kind: whole(choices(APPLICANT_KINDS, applicantKindLabel, kind)),
  name: whole(name),
  evidence: half(evidence ? `${evidenceLabel[evidence]}${evidenceNo ? `\n${evidenceNo}` : ''}` : '□'),
  agent: half(agent ?? STRUCK),
  contact: whole([telephone && `电话：${telephone}`, address && `地址：${address}`, email && `电子邮箱：${email}`].filter(Boolean).join('　')),
  content: whole(content),
  providedAs: half(choices(PROVIDED_AS, providedAsLabel, providedAs)),
  obtainedBy: half(choices(OBTAINED_BY, obtainedByLabel, obtainedBy)),
})

const supplementBox = ({ supplement }: Disclosure): Content => {
  if (!supplement) return whole(STRUCK)
  const { lacks, words, toldOn, days, due, receivedOn } = supplement
  const lacking = lacks.map((lack) => lackLabel[lack]).join('、')
  const until = due ? `，至${dayOnLine(due)}` : ''
  const came = receivedOn ? `${dayOnLine(receivedOn)}收到补正` : '尚未收到补正'
  return whole(`${dayOnLine(toldOn)}告知补正：${lacking}${words ? `（${words}）` : ''}。期限${days}个工作日${until}。${came}`)
}

const ITEM_COLUMNS: readonly Column[] = [
  { head: '项', width: 10, perLine: 2, centred: true },
  { head: '申请事项', width: 54, perLine: 15 },
  { head: '承办科室\n承办人', width: 30, perLine: 8, centred: true },
  { head: '答复期限', width: 34, perLine: 9, centred: true },
  { head: '答复类型、文号', width: 60, perLine: 16 },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 52

/** The reply that was approved, and the letter that it went out by. */
const answeredBy = ({ letters }: Pick<Disclosure, 'letters'>, { id, replies, state }: Item): string => {
  const approved = replies.findLast((reply) => reply.approved)
  const letter = letters.findLast((one) => one.kind === 'reply' && one.item === id)
  if (!approved || !letter) return itemStateLabel[state]
  return `${replyRule[approved.kind].label}\n${letter.number}\n${dayOnLine(letter.writtenOn)}`
}

const itemsSection = (disclosure: Disclosure): Section => ({
  key: 'items',
  columns: widthsOf(ITEM_COLUMNS),
  head: headOf(ITEM_COLUMNS),
  rows:
    disclosure.items.length === 0
      ? [
          <tr key="none" className="register-row">
            {ITEM_COLUMNS.map(({ head }) => (
              <td key={head} />
            ))}
          </tr>,
        ]
      : disclosure.items.flatMap((item) => {
          const alone = disclosure.items.length === 1 && item.content === applicationOf(disclosure).content
          const { due, laxer } = item.clock
          const texts = [
            String(item.ordinal),
            alone ? '同申请内容' : item.content,
            `${item.handler.department}\n${item.handler.name}`,
            `${due ? dayOnLine(due) : ''}${laxer ? `\n${laxer}` : ''}`,
            answeredBy(disclosure, item),
          ]
          return bookRows(`item-${item.id}`, `第${item.ordinal}项`, ITEM_COLUMNS, texts, FULL_LINE)
        }),
})

const ofItem = ({ items }: Disclosure, { ordinal }: Item): string => (items.length > 1 ? `第${ordinal}项` : '')

const consultsBox = (disclosure: Disclosure): Content => {
  const told = disclosure.items.flatMap((item) =>
    item.consults.map(({ whom, to, sentOn, answer, answeredOn, words }) => {
      const answered = answer && answeredOn ? `${dayOnLine(answeredOn)}${consultAnswerLabel[answer]}${words ? `（${words}）` : ''}` : '尚未答复'
      return `${ofItem(disclosure, item)}${dayOnLine(sentOn)}征求${askedLabel[whom]}${to}意见，${answered}`
    }),
  )
  return whole(told.join('。\n') || STRUCK)
}

const extensionsBox = (disclosure: Disclosure): Content => {
  const told = disclosure.items.flatMap((item) => {
    if (!item.extension) return []
    const { days, reason, approved } = item.extension
    const outcome = approved === null ? '待批准' : approved ? '批准' : '不同意'
    return [`${ofItem(disclosure, item)}申请延期${days}个工作日（${reason}）：${outcome}`]
  })
  return whole(told.join('。\n') || STRUCK)
}

type SignedStep = { of: string; mark: SignatureMark }

/** Under what was signed, one signature for each thing asked for; else a line to sign on, struck out once nobody signs any more. */
const signedBox = (signed: readonly SignedStep[], said: string, who: string, { over, year }: { over: boolean; year: string }): Content => {
  if (signed.length === 0) return over ? whole(STRUCK) : whole(said, 'sheet-opinion', byHand(who))
  const foot: ReactNode = signed.map(({ of, mark }) => (
    <div key={mark.code} className="paper-signature">
      {of && <span>{of}</span>}
      <Signed mark={mark} year={year} />
    </div>
  ))
  return whole(said, 'sheet-opinion', foot)
}

const lastStep = ({ steps }: Disclosure, ...acts: string[]) => steps.findLast(({ act }) => acts.includes(act))

const signatureBoxes = (disclosure: Disclosure, { signers }: PrintedTemplate, year: string) => {
  const by = { over: ['filed', 'abandoned', 'withdrawn'].includes(disclosure.state), year }
  const registered = lastStep(disclosure, 'register')
  const last = disclosure.items.map((item) => ({ item, of: ofItem(disclosure, item), reply: item.replies.at(-1) }))
  const drafted = last.flatMap(({ of, reply }) => (reply ? [{ of, mark: reply.drafted }] : []))
  const approved = last.flatMap(({ of, reply }) => (reply?.approved && reply.decided ? [{ of, mark: reply.decided }] : []))
  const said = (text: (reply: NonNullable<(typeof last)[number]['reply']>) => string | null) =>
    last.flatMap(({ of, reply }) => (reply ? [`${of}${text(reply) ?? ''}`] : [])).join('\n')
  return {
    registered: signedBox(registered ? [{ of: '', mark: registered.signature }] : [], '', signers.head ?? '', by),
    drafted: signedBox(
      drafted,
      said(({ kind, reason }) => `${replyRule[kind].label}${reason ? `：${reason}` : ''}`),
      signers.handler ?? '',
      by,
    ),
    approved: signedBox(
      approved,
      approved.length > 0
        ? said(({ opinion }) => opinion ?? '同意')
        : ticked(
            [
              { value: 'yes', label: '同意' },
              { value: 'no', label: '退回重拟' },
            ],
            [],
          ),
      signers.leader ?? '',
      by,
    ),
  }
}

/** Every letter that was delivered. */
const deliveredBox = ({ letters }: Disclosure): Content =>
  whole(
    letters
      .flatMap(({ number, kind, delivery }) =>
        delivery
          ? [
              `${number}${letterKindLabel[kind]}：${dayOnLine(delivery.deliveredOn)}${deliveryLabel[delivery.how]}${delivery.receipt ? `，${delivery.receipt}` : ''}`,
            ]
          : [],
      )
      .join('。\n'),
  )

const endedBox = (disclosure: Disclosure): Content => {
  const end = lastStep(disclosure, 'file', 'abandoned', 'withdrawn')
  return whole(end ? `${disclosureStateLabel[disclosure.state]}：${end.words ?? ''}` : '')
}

/** All boxes of the 登记表 of one application. */
export const disclosureSections = (disclosure: Disclosure, template: PrintedTemplate): Section[] => {
  const { arrivedOn, receivedOn, channel, labelled, versions } = disclosure
  const year = yearOfInstant(versions[0]?.at ?? new Date().toISOString())
  const contents: Record<BoxOf<'disclosure'>, Content> = {
    receivedOn: half(`${dayOnLine(receivedOn)}${arrivedOn === receivedOn ? '' : `\n（${dayOnLine(arrivedOn)}到达，当日以后确认）`}`),
    channel: half(choices(APPLICATION_CHANNELS, applicationChannelLabel, channel)),
    ...applicantBoxes(applicationOf(disclosure)),
    supplement: supplementBox(disclosure),
    items: itemsSection(disclosure),
    consults: consultsBox(disclosure),
    extensions: extensionsBox(disclosure),
    ...signatureBoxes(disclosure, template, year),
    delivered: deliveredBox(disclosure),
    ended: endedBox(disclosure),
    remarks: whole(labelled === false ? '信封、传真上没有“政府信息公开申请”字样' : ''),
  }
  return boxesOn<'disclosure'>(template, contents)
}

/** The 登记表 of one application: A4 portrait, as it stands. */
export const disclosureForm = ({ frame, disclosure }: DisclosurePaper): Form => ({
  frame,
  landscape: false,
  title: '政府信息公开申请登记表',
  about: (
    <>
      <span>编号：{disclosure.number}</span>
      <span>{disclosureStateLabel[disclosure.state]}</span>
    </>
  ),
  rule: '先审查、后公开；一件多项的分别答复',
  sections: disclosureSections(disclosure, frame.template),
})
