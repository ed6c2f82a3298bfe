/** 收文登记: registers, what a paper says of itself, the states of envelopes and documents. */

/** 收文登记簿. 密收 for state secrets, 内收 for 内部事项; never mixed with ordinary mail (F1(1)b). */
export const INTAKE_REGISTERS = ['classified', 'internal'] as const
/** 登记簿: those of what came in, and 密编, of what was compiled here: it was never received (实施条例27). */
export const REGISTERS = [...INTAKE_REGISTERS, 'compiled'] as const
export type IntakeRegister = (typeof INTAKE_REGISTERS)[number]
export type Register = (typeof REGISTERS)[number]
export const registerLabel: Record<Register, string> = {
  classified: '机要收文登记簿',
  internal: '内部事项收文登记簿',
  compiled: '汇编登记簿',
}

export const URGENCIES = ['ordinary', 'urgent', 'extraUrgent'] as const
export type Urgency = (typeof URGENCIES)[number]
export const urgencyLabel: Record<Urgency, string> = { ordinary: '平件', urgent: '加急', extraUrgent: '特急' }

/** What the paper says of itself, in the order of the 收文登记簿. */
export const PARTICULARS = [
  'sender',
  'symbol',
  'title',
  'attachments',
  'mark',
  'urgency',
  'madeOn',
  'addressee',
  'handledBy',
  'returnBy',
  'copyBan',
  'remarks',
] as const
export type Particular = (typeof PARTICULARS)[number]
/** What a paper that is marked so says of copying it; one without the mark says nothing. */
export const copyBanLabel = '不得翻印复印'
export const particularLabel: Record<Particular, string> = {
  sender: '来文机关',
  symbol: '来文字号',
  title: '标题',
  attachments: '附件',
  mark: '密级★期限',
  urgency: '紧急程度',
  madeOn: '成文日期',
  addressee: '主送',
  handledBy: '承办单位',
  returnBy: '清退日期',
  copyBan: '翻印复印',
  remarks: '备注',
}

/** What brought a version of the particulars about: the registration, a correction with its reason, the issuer's notice, or 解密. */
export const VERSION_CAUSES = ['registration', 'correction', 'levelChange', 'declassification'] as const
export type VersionCause = (typeof VERSION_CAUSES)[number]

/** What the 二维条码 of a paper may say, in the order of the form. */
export const CODE_FIELDS = ['sender', 'symbol', 'title', 'copyNo', 'mark', 'madeOn', 'urgency', 'addressee'] as const
export type CodeField = (typeof CODE_FIELDS)[number]
export const codeFieldLabel: Record<CodeField, string> = {
  sender: '来文机关',
  symbol: '来文字号',
  title: '标题',
  copyNo: '份号',
  mark: '密级★期限',
  madeOn: '成文日期',
  urgency: '紧急程度',
  addressee: '主送',
}
/** How a day is written in the code. */
export const CODE_DAYS = ['figures', 'dashes', 'words'] as const
export const codeDayLabel: Record<(typeof CODE_DAYS)[number], string> = { figures: '20260310', dashes: '2026-03-10', words: '2026年3月10日' }

export const ENVELOPE_STATES = ['unopened', 'personalUnopened', 'opened', 'toRegister', 'retained', 'registered'] as const
export type EnvelopeState = (typeof ENVELOPE_STATES)[number]
export const envelopeStateLabel: Record<EnvelopeState, string> = {
  unopened: '待拆封',
  personalUnopened: '亲启待拆',
  opened: '已拆封',
  toRegister: '转登记',
  retained: '本人留存',
  registered: '已登记',
}

/** 办结 and after: where all its copies went. The order is that in which one tells of a document whose copies went several ways. */
export const DOCUMENT_STATES = ['registered', 'inProgress', 'finished', 'toDestroy', 'archived', 'destroyed', 'returned'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]
export const documentStateLabel: Record<DocumentState, string> = {
  registered: '已登记',
  inProgress: '在办',
  finished: '办结',
  toDestroy: '待销毁',
  archived: '归档',
  destroyed: '销毁',
  returned: '清退',
}
