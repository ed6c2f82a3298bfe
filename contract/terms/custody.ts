/** 份 and what is done with them beyond circulation: kinds, places, 复制审批. */

/** What a custody item is: a paper as it came in, or one made from it, which counts like it (实施条例27, F1(5)d). */
export const COPY_KINDS = ['original', 'copy', 'extract', 'compilation'] as const
export type CopyKind = (typeof COPY_KINDS)[number]
export const copyKindLabel: Record<CopyKind, string> = { original: '原件', copy: '复制件', extract: '摘抄件', compilation: '汇编件' }

/**
 * 份 (custody item) states: the one place where it is. What is out comes back; what is put away for good does not (domain 4), only 归档 papers are
 * consulted and lent again, and what is listed for destruction may still be taken off the list.
 */
export const COPY_STATES = ['inBox', 'circulating', 'lent', 'missing', 'archived', 'toDestroy', 'returned', 'destroyed', 'lost'] as const
export type CopyState = (typeof COPY_STATES)[number]
export const copyStateLabel: Record<CopyState, string> = {
  inBox: '在箱',
  circulating: '传阅中',
  lent: '借出',
  missing: '短少待查',
  archived: '归档',
  toDestroy: '已列销毁',
  returned: '已清退',
  destroyed: '已销毁',
  lost: '遗失损毁',
}
/** Not back in its box: what a document has `out`. */
export const OUT_STATES = ['circulating', 'lent', 'missing'] as const satisfies readonly CopyState[]
/** No longer in the office at all. */
export const GONE_STATES = ['returned', 'destroyed', 'lost'] as const satisfies readonly CopyState[]
/** Nobody may ask for it any more: to borrow it, to copy it. */
export const UNAVAILABLE_STATES = ['missing', 'toDestroy', ...GONE_STATES] as const satisfies readonly CopyState[]

/** What a request asks for: whole copies, extracts by hand (F1(5)a treats them alike), or one paper made of several (实施条例27 汇编). */
export const REPRODUCTION_KINDS = ['copy', 'extract', 'compilation'] as const
export type ReproductionKind = (typeof REPRODUCTION_KINDS)[number]
export const reproductionKindLabel: Record<ReproductionKind, string> = { copy: '复制', extract: '摘抄', compilation: '汇编' }
/** The character before the running number of an item that was made of one paper: `密收〔2026〕0001-复-0001`. A 汇编 has a number of its own. */
export const madeWord: Record<Exclude<ReproductionKind, 'compilation'>, string> = { copy: '复', extract: '摘' }

export const REPRODUCTION_STATES = ['draft', 'toSection', 'toLeader', 'approved', 'rejected', 'made', 'issued', 'allBack', 'cancelled'] as const
export type ReproductionState = (typeof REPRODUCTION_STATES)[number]
export const reproductionStateLabel: Record<ReproductionState, string> = {
  draft: '草稿',
  toSection: '待部门',
  toLeader: '待领导',
  approved: '批准',
  rejected: '不批准',
  made: '已复制',
  issued: '已发放',
  allBack: '全部收回',
  cancelled: '作废',
}
/** Shown over 批准 once its 有效期 is past. It is computed, never stored: the request stays on record as it was approved. */
export const expiredLabel = '已过有效期'

/** Who approves copies (F1(5)a). */
export const COPY_APPROVING_ROLES = ['deputyLeader'] as const
/** Who gives the 部门意见 on a request of their own department; the 综办负责人 where it has nobody else for it. */
export const SECTION_OPINION_ROLES = ['section', 'officeHead'] as const

/** 借用: asked, approved, in the borrower's hands, back (F1(7)b). */
export const LOAN_STATES = ['requested', 'approved', 'rejected', 'lent', 'returned', 'cancelled'] as const
export type LoanState = (typeof LOAN_STATES)[number]
export const loanStateLabel: Record<LoanState, string> = {
  requested: '待审批',
  approved: '批准',
  rejected: '退回',
  lent: '借出',
  returned: '已归还',
  cancelled: '作废',
}
/** Shown over 借出 once the day is past. It is computed, never stored. */
export const loanOverdueLabel = '逾期未还'
/** What of the 在外清单 is late: 当日未退 of folders and visits, by the hour of their day (F1(4)b); 逾期未还 of loans and carriers, by the day (F1(7)b). */
export const LATE_KINDS = ['sameDay', 'loan'] as const
export type LateKind = (typeof LATE_KINDS)[number]
export const lateLabel: Record<LateKind, string> = { sameDay: '当日未退', loan: loanOverdueLabel }

/** 查阅: in the reading room with the papers, and out again (F1(7)a). */
export const VISIT_STATES = ['reading', 'left'] as const
export type VisitState = (typeof VISIT_STATES)[number]
export const visitStateLabel: Record<VisitState, string> = { reading: '正在查阅', left: '查阅完毕' }

/** Who decides on a loan: the 综合办公室 (F1(7)b). */
export const LOAN_APPROVING_ROLES = ['officeHead'] as const

/** What a copy is in somebody's hands under, beside a folder. */
export const HOLDING_KINDS = ['reproduction', 'loan', 'visit'] as const
export type HoldingKind = (typeof HOLDING_KINDS)[number]
export const holdingKindLabel: Record<HoldingKind, string> = { reproduction: '发放', loan: '借用', visit: '查阅' }

/** How somebody came to know what a paper says (实施条例20). */
export const KNOWING_KINDS = ['registered', 'compiled', 'circulated', 'issued', 'borrowed', 'consulted'] as const
export type KnowingKind = (typeof KNOWING_KINDS)[number]
export const knowingKindLabel: Record<KnowingKind, string> = {
  registered: '登记',
  compiled: '汇编',
  circulated: '传阅',
  issued: '领取复制件',
  borrowed: '借用',
  consulted: '查阅',
}

/** What a copy is out under: a folder that goes round, or a signature. */
export const OUT_KINDS = ['circulation', ...HOLDING_KINDS] as const
export type OutKind = (typeof OUT_KINDS)[number]

/** 离岗移交: the list of what somebody holds, checked piece by piece, then three signatures (F1(8)). */
export const HANDOVER_STATES = ['listed', 'checked', 'supervised', 'done', 'cancelled'] as const
export type HandoverState = (typeof HANDOVER_STATES)[number]
export const handoverStateLabel: Record<HandoverState, string> = {
  listed: '生成',
  checked: '逐件核对',
  supervised: '监交已签',
  done: '完成',
  cancelled: '作废',
}

/** Who supervises a 离岗移交 (domain 4: 监交). */
export const SUPERVISING_ROLES = ['deputyLeader', 'officeHead'] as const

/** 保密期限: near its end, past it and not yet reviewed (domain 3.1: at its end a paper is 期满待核, never silently unclassified), or 已解密. */
export const EXPIRIES = ['soon', 'past', 'declassified'] as const
export type Expiry = (typeof EXPIRIES)[number]
export const expiryLabel: Record<Expiry, string> = { soon: '九十天内届满', past: '期满待核', declassified: '已解密' }
/** Days before the end of a period at which it is spoken of (domain 4). */
export const EXPIRY_DAYS = [90, 30, 0] as const
/** Said wherever a paper is 已解密. */
export const declassifiedRule = '解密不等于公开，公开前仍须保密审查（B1）'

/** What a 期满审核 comes to: 自行解密 confirmed, or the issuer's answer is waited for. What the issuer puts off by notice is a 变更, and no longer past. */
export const EXPIRY_OUTCOMES = ['declassified', 'waiting'] as const
export type ExpiryOutcome = (typeof EXPIRY_OUTCOMES)[number]
export const expiryOutcomeLabel: Record<ExpiryOutcome, string> = { declassified: '期满解密', waiting: '待制发机关答复' }

/** What a 年度审核 says of the papers that do not stay as they are; of all others it says 维持. */
export const YEAR_OUTCOMES = ['declassify', 'change'] as const
export type YearOutcome = (typeof YEAR_OUTCOMES)[number]
export const yearOutcomeLabel: Record<YearOutcome, string> = { declassify: '建议解密', change: '建议变更' }
export const yearKeepLabel = '维持'
/** Who approves a 期满审核 and a 年度审核. */
export const PERIOD_APPROVING_ROLES = ['deputyLeader'] as const
