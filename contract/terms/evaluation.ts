/** 评估与年报: the rows, the columns and the checks of what is reported (条例49, 50), and what the half-year evaluation looks at (G三.4). */
import { type ApplicantKind, REPORT_ROWS, type ReplyKind, type ReportRow, reportRowLabel } from './disclosure.ts'

/** The sub-rows of 本年度办理结果 in the third table, in their official order. */
export const RESULT_LINES = [
  'open',
  'partly',
  'stateSecret',
  'forbidden',
  'safety',
  'thirdParty',
  'internal',
  'process',
  'files',
  'registry',
  'notHeld',
  'toBeMade',
  'unclear',
  'petition',
  'repeated',
  'publications',
  'excessive',
  'reissue',
  'abandoned',
  'unpaid',
  'otherwise',
] as const
export type ResultLine = (typeof RESULT_LINES)[number]

/** In whose row each sub-row stands, and what it is called there. 予以公开 and 部分公开 are rows by themselves. */
export const resultLine: Record<ResultLine, { row: ReportRow; label: string }> = {
  open: { row: 'open', label: '予以公开' },
  partly: { row: 'partly', label: '部分公开（区分处理的，只计这一情形，不计其他情形）' },
  stateSecret: { row: 'withheld', label: '属于国家秘密' },
  forbidden: { row: 'withheld', label: '其他法律行政法规禁止公开' },
  safety: { row: 'withheld', label: '危及“三安全一稳定”' },
  thirdParty: { row: 'withheld', label: '保护第三方合法权益' },
  internal: { row: 'withheld', label: '属于三类内部事务信息' },
  process: { row: 'withheld', label: '属于四类过程性信息' },
  files: { row: 'withheld', label: '属于行政执法案卷' },
  registry: { row: 'withheld', label: '属于行政查询事项' },
  notHeld: { row: 'impossible', label: '本机关不掌握相关政府信息' },
  toBeMade: { row: 'impossible', label: '没有现成信息需要另行制作' },
  unclear: { row: 'impossible', label: '补正后申请内容仍不明确' },
  petition: { row: 'notProcessed', label: '信访举报投诉类申请' },
  repeated: { row: 'notProcessed', label: '重复申请' },
  publications: { row: 'notProcessed', label: '要求提供公开出版物' },
  excessive: { row: 'notProcessed', label: '无正当理由大量反复申请' },
  reissue: { row: 'notProcessed', label: '要求行政机关确认或重新出具已获取信息' },
  abandoned: { row: 'other', label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
  unpaid: { row: 'other', label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请' },
  otherwise: { row: 'other', label: '其他' },
}

/** In which sub-row a reply counts. What the unit is not to make public itself counts as what it does not hold: the table has no row of its own for it. */
export const lineOfReply: Record<ReplyKind, ResultLine> = {
  alreadyPublic: 'open',
  provided: 'open',
  partly: 'partly',
  stateSecret: 'stateSecret',
  forbidden: 'forbidden',
  safety: 'safety',
  thirdParty: 'thirdParty',
  internal: 'internal',
  process: 'process',
  files: 'files',
  registry: 'registry',
  notHeld: 'notHeld',
  notOurs: 'notHeld',
  toBeMade: 'toBeMade',
  unclear: 'unclear',
  petition: 'petition',
  repeated: 'repeated',
  publications: 'publications',
  excessive: 'excessive',
  reissue: 'reissue',
  unpaid: 'unpaid',
  otherwise: 'otherwise',
}

/** Every row of the third table that has figures, from the top. */
export const REPORT_LINES = ['received', 'carriedIn', ...RESULT_LINES, 'concluded', 'carriedOn'] as const
export type ReportLine = (typeof REPORT_LINES)[number]

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const
/** `（三）不予公开`. */
export const reportRowTitle = (row: ReportRow): string => `（${NUMERALS[REPORT_ROWS.indexOf(row)]}）${reportRowLabel[row]}`

/** A row of the third table as it is printed: what it is under, and its own words with their number. `half`: of a half-year. */
export const reportLineLabel = (line: ReportLine, half = false): { under: string | null; label: string } => {
  switch (line) {
    case 'received':
      return { under: null, label: `一、本${half ? '期' : '年'}新收政府信息公开申请数量` }
    case 'carriedIn':
      return { under: null, label: `二、上${half ? '期' : '年'}结转政府信息公开申请数量` }
    case 'concluded':
      return { under: null, label: '（七）总计' }
    case 'carriedOn':
      return { under: null, label: `四、结转下${half ? '期' : '年度'}继续办理` }
    case 'open':
    case 'partly':
      return { under: null, label: `（${NUMERALS[REPORT_ROWS.indexOf(line)]}）${resultLine[line].label}` }
    default: {
      const { row, label } = resultLine[line]
      const place = RESULT_LINES.filter((one) => resultLine[one].row === row).indexOf(line) + 1
      return { under: reportRowTitle(row), label: `${place}.${label}` }
    }
  }
}

/** The columns: each 申请人类别, and 总计. */
export const REPORT_COLUMNS = ['person', 'company', 'research', 'welfare', 'legal', 'other', 'total'] as const satisfies readonly (
  | ApplicantKind
  | 'total'
)[]
export type ReportColumn = (typeof REPORT_COLUMNS)[number]

/** What must hold of the third table; each is counted in another way than the figures that it checks. */
export const REPORT_CHECKS = ['balance', 'columns', 'results', 'replies', 'carried'] as const
export type ReportCheck = (typeof REPORT_CHECKS)[number]
export const reportCheckLabel: Record<ReportCheck, string> = {
  balance: '第一项加第二项之和，等于第三项加第四项之和（逐列）',
  columns: '各类申请人之和，等于另行清点的总计（逐行）',
  results: '（一）至（六）各项之和，等于（七）总计（逐列）',
  replies: '每一项已答复、不再办理的，都有答复或者办结的记录',
  carried: '上年结转，等于上年年报的结转下年度（逐列）',
}
/** What two years’ reports must agree on: it may differ for a reason, which is then written down. */
export const EXPLAINED_CHECKS = ['carried'] as const satisfies readonly ReportCheck[]

/** The fourth table: where somebody appeals, and what came of it. */
export const APPEAL_STAGES = ['reconsideration', 'suit', 'suitAfter'] as const
export type AppealStage = (typeof APPEAL_STAGES)[number]
export const appealStageLabel: Record<AppealStage, string> = {
  reconsideration: '行政复议',
  suit: '行政诉讼：未经复议直接起诉',
  suitAfter: '行政诉讼：复议后起诉',
}
export const APPEAL_RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const
export type AppealResult = (typeof APPEAL_RESULTS)[number]
export const appealResultLabel: Record<AppealResult, string> = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', pending: '尚未审结' }

/** The second table: what is counted of texts that are in force, and what by figures alone (条例20（一）（五）（六）（八）). */
export const NORM_KINDS = ['rules', 'normative'] as const
export type NormKind = (typeof NORM_KINDS)[number]
export const normKindLabel: Record<NormKind, string> = { rules: '规章', normative: '行政规范性文件' }
export const NORM_FIGURES = ['made', 'abolished', 'inForce'] as const
export type NormFigure = (typeof NORM_FIGURES)[number]
export const normFigureLabel: Record<NormFigure, string> = { made: '本年制发件数', abolished: '本年废止件数', inForce: '现行有效件数' }
export const DECISION_KINDS = ['licences', 'penalties', 'coercion'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
export const decisionKindLabel: Record<DecisionKind, string> = { licences: '行政许可', penalties: '行政处罚', coercion: '行政强制' }

/** Calendar days from receipt to reply, up to so many; the last is whatever took longer. */
export const DAYS_TAKEN = [10, 20, 30, 60] as const
/** Until which day of the next year a year’s report is due (条例49). */
export const REPORT_DUE = '01-31'
