import { URGENCIES, type Urgency, urgencyLabel } from '../../../contract/terms.ts'
import { type Marked, readDay, readMark } from '../../../contract/written.ts'
import { refuse } from '../door/refuse.ts'

const bad = (column: string, message: string) => refuse('input.format', message, { clause: 'F1(1)b', field: column })

/** Day number 1 of Excel is 1 January 1900, and it believes in a 29 February of that year. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

/** A day as ledgers write it: 2023-3-1, 2023年3月1日, 20230301, 2023/3/1, an hour behind it or not, or Excel's own number of the day. What is none stays as it is, for the register to refuse. */
export const dayOf = (text: string): string => {
  if (/^[1-7]\d{4}$/.test(text)) return new Date(EXCEL_EPOCH + Number(text) * 86_400_000).toISOString().slice(0, 10)
  return readDay(
    text
      .normalize('NFKC')
      .replace(/[T\s]\d{1,2}:\d{2}(:\d{2})?$/, '')
      .replace(/\s/g, ''),
    '',
  )
}

/** What a ledger writes where there is nothing to say. */
const NOTHING = /^(\/|-|—|——|无)$/

/** What ends a period is told as an event, `工程竣工后`; a span of time that could not be read is none. */
const isCondition = (text: string): boolean =>
  /\p{Script=Han}{4,}/u.test(text) && /(后|时|之日|解密)$/.test(text) && !/^[至到]?[\d一二三四五六七八九十百两半]+个?[年月]/.test(text)

/** 密级 and 期限, in one column or two. Refused what cannot be read as a mark. */
export const markIn = (mark: string, period: string): Marked => {
  if (mark === '') return refuse('input.missing', '此项必填。', { clause: 'F1(3)a', field: 'mark' })
  const level = mark.replace(/^(无密级|普通|工作秘密|内部资料|非密)$/, '内部')
  const written = level === '内部' && NOTHING.test(period) ? '' : period
  const whole = written === '' || level.includes(written) ? level : `${level}★${written.replace(/^[★☆*]/, '')}`
  const read = readMark(whole) ?? bad('mark', '密级、期限读不出。应写成“机密★5年”“秘密★6个月”“秘密”“内部”的样式。')
  if (read.period?.kind === 'condition' && !isCondition(read.period.condition))
    return bad('mark', '保密期限读不出。应写成“5年”“6个月”“2030-12-31”，没有标明的留空；解密条件写成“……后”。')
  return read
}

/** `3`, `3份`, `共3份`; nothing: null. */
export const countIn = (text: string): number | null => {
  if (text === '') return null
  const figures = /^共?(\d{1,4})(?:\.0+)?[份件本册]?$/.exec(text.normalize('NFKC'))?.[1]
  return figures === undefined ? bad('copies', '份数读不出。应写成数字，例如“3”。') : Number(figures)
}

const MOST_IN_RANGE = 1000

/** 份号, one or several: `0012`, `001、002`, `001-005`, `001至005`. */
export const copyNosIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = /^(\d{1,8})(?:号)?[-~—–至到](\d{1,8})(?:号)?$/.exec(part)
      if (!range) return [part.replace(/^(\d+)号$/, '$1')]
      const [, from = '', to = ''] = range
      const count = Number(to) - Number(from) + 1
      if (count < 1 || count > MOST_IN_RANGE) return bad('copyNo', '份号的起止读不出。应写成“001-005”，由小到大。')
      return Array.from({ length: count }, (_, index) => String(Number(from) + index).padStart(from.length, '0'))
    })

/** 平件, 加急, 特急, and what older ledgers call them. */
export const urgencyIn = (text: string): Urgency => {
  if (text === '' || /^(普通|一般|平|平急|无)$/.test(text)) return 'ordinary'
  if (text === '急' || text === '急件') return 'urgent'
  return URGENCIES.find((urgency) => urgencyLabel[urgency] === text) ?? bad('urgency', '紧急程度读不出。应为“平件”“加急”或“特急”，没有标明的留空。')
}

const LEAVING = '(?:清退|销毁|移交|上交|上缴|退回|退还)'
const NOT_YET = /未(清退|销毁|退|移交|上交|上缴|归档|归卷|立卷|存档)|在箱|在库|在柜/
const MEANT = new RegExp(`(?:待|拟|应|需|准备|计划|申请|暂不|不再|不予|无须|不宜).{0,4}${LEAVING}`)
const LEFT = new RegExp(`${LEAVING}|遗失|丢失|已退`)

/**
 * Where a paper is by the old ledger. `gone`: it is not held any more. `filed`: it is in a volume. `out`: somebody has it. Refused what is meant to leave
 * and may have left or not: a paper that is held must not be left out, nor one that is gone be entered.
 */
export const whereaboutsIn = (text: string): 'held' | 'gone' | 'filed' | 'out' => {
  if (/借出|外借|传阅中|在外|未还|未归还|未收回/.test(text)) return 'out'
  if (NOT_YET.test(text)) return 'held'
  if (MEANT.test(text)) return bad('whereabouts', '去向读不出是还在，还是已经退出。还在的写“在箱”，已经退出的写“已清退”“已销毁”“已移交”。')
  if (LEFT.test(text)) return 'gone'
  return /归档|归卷|立卷|存档/.test(text) ? 'filed' : 'held'
}
