import type { BoxOf } from '../../contract/forms.ts'
import type { DisclosureLine, DisclosuresPaper } from '../../contract/paper.ts'
import { applicantKindLabel, applicationChannelLabel, askedLabel, consultAnswerLabel, disclosureStateLabel, replyRule } from '../../contract/terms.ts'
import { bookRows } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending } from './rows.tsx'
import { bookOn, columnsOn, type Look, textsOn } from './template.tsx'
import { dayInBox, dayOnLine, numberInTwo } from './wording.ts'

/** How the columns of the 依申请公开台账 take their texts. */
const LOOKS: Record<BoxOf<'disclosures'>, Look> = {
  number: { perLine: 8, centred: true },
  receivedOn: { perLine: 7, centred: true },
  applicant: { perLine: 11 },
  content: { perLine: 18 },
  handler: { perLine: 7, centred: true },
  due: { perLine: 7, centred: true },
  consults: { perLine: 6.4 },
  reply: { perLine: 11 },
  delivered: { perLine: 7, centred: true },
}
/** Chinese characters on a line over the full width. */
const FULL_LINE = 80

const lines = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join('\n')

const textsOf = ({
  number,
  state,
  receivedOn,
  channel,
  applicant,
  applicantKind,
  content,
  item,
}: DisclosureLine): Record<BoxOf<'disclosures'>, string> => ({
  number: lines(numberInTwo(number), item && item.of > 1 && `第${item.ordinal}项`),
  receivedOn: lines(dayInBox(receivedOn), applicationChannelLabel[channel]),
  applicant: lines(applicant, applicantKindLabel[applicantKind]),
  content,
  handler: item ? lines(item.department, item.handler) : '',
  due: lines(item?.due && dayInBox(item.due), item?.extension ? `延${item.extension}日` : null),
  consults: item?.consults.map(({ whom, answer }) => `${askedLabel[whom]}：${answer ? consultAnswerLabel[answer] : '未答复'}`).join('\n') ?? '',
  reply: item?.reply
    ? lines(replyRule[item.reply.kind].label, item.reply.letter, dayOnLine(item.reply.writtenOn))
    : ['abandoned', 'withdrawn'].includes(state)
      ? disclosureStateLabel[state]
      : '',
  delivered: item?.reply?.deliveredOn ? dayInBox(item.reply.deliveredOn) : '',
})

/** The 依申请公开台账 of a year: A4 landscape, one line for each thing asked for, sign-off at the end. */
export const disclosuresForm = ({ frame, year, lines: ledger }: DisclosuresPaper): Form => {
  const columns = columnsOn(frame.template, LOOKS)
  const received = new Set(ledger.map(({ id }) => id)).size
  return {
    frame,
    landscape: true,
    title: '依申请公开台账',
    about: (
      <>
        <span>{year} 年</span>
        <span>
          收到申请 {received} 件，{ledger.length} 项，已答复 {ledger.filter(({ item }) => item?.reply).length} 项
        </span>
      </>
    ),
    sections: bookOn(frame.template, columns, [
      ...ledger.flatMap((line) =>
        bookRows(`${line.id}-${line.item?.ordinal ?? 0}`, line.number, columns, textsOn(columns, textsOf(line)), FULL_LINE),
      ),
      ending(columns.length, ledger.length === 0 ? '（本年没有收到申请）' : undefined),
    ]),
  }
}
