/** 依申请公开: who applies, how it came in, what is done with it and how it is answered (A四, G, 条例29–40). */
import type { Role } from './people.ts'

export const DISCLOSURE_STATES = ['received', 'supplementing', 'registered', 'answered', 'delivered', 'filed', 'abandoned', 'withdrawn'] as const
export type DisclosureState = (typeof DISCLOSURE_STATES)[number]
export const disclosureStateLabel: Record<DisclosureState, string> = {
  received: '收到',
  supplementing: '补正中',
  registered: '已登记',
  answered: '已答复',
  delivered: '已送达',
  filed: '归档',
  abandoned: '视为放弃',
  withdrawn: '申请人撤回',
}

/** One of the things asked for in an application: each is answered apart (A四(一)4, 条例37). */
export const ITEM_STATES = ['inHand', 'consulting', 'inReview', 'drafted', 'answered', 'delivered', 'ended'] as const
export type ItemState = (typeof ITEM_STATES)[number]
export const itemStateLabel: Record<ItemState, string> = {
  inHand: '承办',
  consulting: '征求意见',
  inReview: '待审查',
  drafted: '答复待批',
  answered: '已答复',
  delivered: '已送达',
  ended: '不再办理',
}

/** How it came in. By telephone alone nothing is applied for (A四(一)1) unless the unit takes it (G三.1). */
export const APPLICATION_CHANNELS = ['inPerson', 'signedMail', 'plainMail', 'online', 'fax', 'oral', 'telephone'] as const
export type ApplicationChannel = (typeof APPLICATION_CHANNELS)[number]
export const applicationChannelLabel: Record<ApplicationChannel, string> = {
  inPerson: '当面提交',
  signedMail: '邮寄（签收）',
  plainMail: '平常信函',
  online: '网络',
  fax: '传真',
  oral: '当面口述代填',
  telephone: '电话',
}
/** Whose day of receipt is the day on which the unit and the applicant confirmed it; of the others the day on which it was handed in or signed for (条例31). */
export const CONFIRMED_CHANNELS = ['plainMail', 'online', 'fax', 'telephone'] as const satisfies readonly ApplicationChannel[]
/** On whose envelope or sheet “政府信息公开申请” is to stand (A四(一)1). */
export const LABELLED_CHANNELS = ['signedMail', 'plainMail', 'fax'] as const satisfies readonly ApplicationChannel[]

/** 申请人类别, as the annual report counts them. */
export const APPLICANT_KINDS = ['person', 'company', 'research', 'welfare', 'legal', 'other'] as const
export type ApplicantKind = (typeof APPLICANT_KINDS)[number]
export const applicantKindLabel: Record<ApplicantKind, string> = {
  person: '自然人',
  company: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
}

/** 身份证明: one is needed of a person; a code or a licence of anybody else. */
export const EVIDENCES = ['identityCard', 'otherIdentity', 'creditCode', 'organisationCode', 'licence'] as const
export type Evidence = (typeof EVIDENCES)[number]
export const evidenceLabel: Record<Evidence, string> = {
  identityCard: '身份证复印件',
  otherIdentity: '其他有效身份证明',
  creditCode: '统一社会信用代码证复印件',
  organisationCode: '组织机构代码证复印件',
  licence: '营业执照复印件',
}
export const PERSON_EVIDENCES = ['identityCard', 'otherIdentity'] as const satisfies readonly Evidence[]

/** In what form the applicant wants it, and how it reaches them. */
export const PROVIDED_AS = ['paper', 'electronic', 'reading'] as const
export type ProvidedAs = (typeof PROVIDED_AS)[number]
export const providedAsLabel: Record<ProvidedAs, string> = { paper: '纸质', electronic: '电子文档', reading: '当面查阅' }
export const OBTAINED_BY = ['mail', 'collected', 'electronic', 'fax'] as const
export type ObtainedBy = (typeof OBTAINED_BY)[number]
export const obtainedByLabel: Record<ObtainedBy, string> = { mail: '邮寄', collected: '自行领取', electronic: '电子邮件', fax: '传真' }

/** What an application may lack (条例29, A四(一)1): asked for once, within the time that the rules give (条例30). */
export const LACKS = ['identity', 'contact', 'content', 'form', 'label'] as const
export type Lack = (typeof LACKS)[number]
export const lackLabel: Record<Lack, string> = {
  identity: '姓名或者名称、身份证明',
  contact: '联系方式',
  content: '所需信息的名称、文号或者其他特征性描述',
  form: '获取信息的形式要求和方式、途径',
  label: '信封、传真上的“政府信息公开申请”字样',
}

/** Who is asked before something is answered: a third party whose right it is (条例32), or who made it together with the unit (条例34). */
export const ASKED = ['thirdParty', 'coMaker'] as const
export type Asked = (typeof ASKED)[number]
export const askedLabel: Record<Asked, string> = { thirdParty: '第三方', coMaker: '共同制作机关' }

/** Every kind of reply, in the order of the annual report’s third table (条例36, 37, 38, 39, 49). */
export const REPLY_KINDS = [
  'alreadyPublic',
  'provided',
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
  'notOurs',
  'toBeMade',
  'unclear',
  'petition',
  'repeated',
  'publications',
  'excessive',
  'reissue',
  'unpaid',
  'otherwise',
] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What they give, or say where to find, is written down. */
export const GIVING_KINDS = ['alreadyPublic', 'provided', 'partly', 'publications'] as const satisfies readonly ReplyKind[]

/** Who approves an extension (条例33): another than who asked. */
export const EXTENDING_ROLES = ['deputyLeader', 'groupLeader'] as const satisfies readonly Role[]

/** 年报表三 of the annual report, its rows of results (条例49). */
export const REPORT_ROWS = ['open', 'partly', 'withheld', 'impossible', 'notProcessed', 'other'] as const
export type ReportRow = (typeof REPORT_ROWS)[number]
export const reportRowLabel: Record<ReportRow, string> = {
  open: '予以公开',
  partly: '部分公开',
  withheld: '不予公开',
  impossible: '无法提供',
  notProcessed: '不予处理',
  other: '其他处理',
}

/** What a kind of reply is: in whose row of the report it counts, on which article it rests, whether a decided review must stand behind it (B1), and whether 行政复议 comes before a suit (行政复议法23). */
export type ReplyRule = {
  label: string
  row: ReportRow
  clause: `条例${14 | 15 | 16 | 30 | 36}`
  article: string
  review: 'open' | 'withheld' | null
  reconsider: boolean
}
const withheld = { row: 'withheld', review: 'withheld', reconsider: true } as const
const impossible = { row: 'impossible', review: null, reconsider: true } as const
const notProcessed = { row: 'notProcessed', clause: '条例36', review: null, reconsider: true } as const
export const replyRule: Record<ReplyKind, ReplyRule> = {
  alreadyPublic: { label: '已主动公开，告知途径', row: 'open', clause: '条例36', article: '第三十六条第（一）项', review: null, reconsider: false },
  provided: { label: '予以公开', row: 'open', clause: '条例36', article: '第三十六条第（二）项', review: 'open', reconsider: false },
  partly: { label: '部分公开（区分处理）', row: 'partly', clause: '条例36', article: '第三十七条', review: 'open', reconsider: true },
  stateSecret: { ...withheld, label: '不予公开：属于国家秘密', clause: '条例14', article: '第十四条' },
  forbidden: { ...withheld, label: '不予公开：其他法律行政法规禁止公开', clause: '条例14', article: '第十四条' },
  safety: { ...withheld, label: '不予公开：危及“三安全一稳定”', clause: '条例14', article: '第十四条' },
  thirdParty: { ...withheld, label: '不予公开：保护第三方合法权益', clause: '条例15', article: '第十五条' },
  internal: { ...withheld, label: '不予公开：属于三类内部事务信息', clause: '条例16', article: '第十六条第一款' },
  process: { ...withheld, label: '不予公开：属于四类过程性信息', clause: '条例16', article: '第十六条第二款' },
  files: { ...withheld, label: '不予公开：属于行政执法案卷', clause: '条例16', article: '第十六条第二款' },
  registry: {
    label: '不予公开：属于行政查询事项',
    row: 'withheld',
    clause: '条例36',
    article: '第三十六条第（七）项',
    review: null,
    reconsider: true,
  },
  notHeld: { ...impossible, label: '无法提供：本机关不掌握相关政府信息', clause: '条例36', article: '第三十六条第（四）项' },
  notOurs: { ...impossible, label: '无法提供：不属于本机关负责公开', clause: '条例36', article: '第三十六条第（五）项' },
  toBeMade: { ...impossible, label: '无法提供：没有现成信息需要另行制作', clause: '条例36', article: '第三十八条' },
  unclear: { ...impossible, label: '无法提供：补正后申请内容仍不明确', clause: '条例30', article: '第三十条' },
  petition: { ...notProcessed, label: '不予处理：信访举报投诉类申请', article: '第三十九条第一款' },
  repeated: { ...notProcessed, label: '不予处理：重复申请', article: '第三十六条第（六）项' },
  publications: { ...notProcessed, label: '不予处理：要求提供公开出版物', article: '第三十九条第二款' },
  excessive: { ...notProcessed, label: '不予处理：无正当理由大量反复申请', article: '第三十五条' },
  reissue: { ...notProcessed, label: '不予处理：要求确认或者重新出具已获取信息', article: '第三十六条第（六）项' },
  unpaid: { label: '其他处理：逾期未缴纳费用', row: 'other', clause: '条例36', article: '第四十二条', review: null, reconsider: false },
  otherwise: { label: '其他处理', row: 'other', clause: '条例36', article: '第三十六条', review: null, reconsider: false },
}

/** The letters of 依申请公开 (domain 2). */
export const LETTER_KINDS = [
  'receipt',
  'supplement',
  'explain',
  'extension',
  'thirdParty',
  'thirdPartyTold',
  'coMaker',
  'assist',
  'fee',
  'reply',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]
export const letterKindLabel: Record<LetterKind, string> = {
  receipt: '登记回执',
  supplement: '补正告知书',
  explain: '说明理由通知书',
  extension: '延期答复告知书',
  thirdParty: '第三方意见征询书',
  thirdPartyTold: '公开决定告知第三方书',
  coMaker: '共同制作机关意见征询函',
  assist: '协助办理函',
  fee: '信息处理费收费通知书',
  reply: '政府信息公开申请答复书',
}
/** Letters that no act brings with it: they are written when they are wanted. */
export const FREE_LETTERS = ['receipt', 'explain', 'thirdPartyTold', 'assist', 'fee'] as const satisfies readonly LetterKind[]

/** Every signed act of an application. */
export const DISCLOSURE_ACTS = [
  'receive',
  'askSupplement',
  'supplement',
  'register',
  'assign',
  'consult',
  'consulted',
  'requestExtension',
  'extend',
  'refuseExtension',
  'reply',
  'approve',
  'giveBack',
  'letter',
  'deliver',
  'abandoned',
  'withdrawn',
  'file',
] as const
export type DisclosureAct = (typeof DISCLOSURE_ACTS)[number]
export const disclosureActLabel: Record<DisclosureAct, string> = {
  receive: '收到申请',
  askSupplement: '补正告知',
  supplement: '收到补正',
  register: '登记',
  assign: '转承办',
  consult: '征求意见',
  consulted: '收到意见',
  requestExtension: '申请延期',
  extend: '批准延期',
  refuseExtension: '不同意延期',
  reply: '拟答复',
  approve: '批准答复',
  giveBack: '退回重拟',
  letter: '发函',
  deliver: '送达',
  abandoned: '视为放弃',
  withdrawn: '撤回',
  file: '归档',
}

/** How a letter reached whom it was for (条例40). */
export const DELIVERIES = ['collected', 'mailed', 'electronic', 'faxed', 'left', 'announced'] as const
export type Delivery = (typeof DELIVERIES)[number]
export const deliveryLabel: Record<Delivery, string> = {
  collected: '当面领取',
  mailed: '邮寄送达',
  electronic: '电子邮件',
  faxed: '传真',
  left: '留置送达',
  announced: '公告送达',
}

/** 咨询 by telephone or at the window, and 反馈 on what was made public or answered (A四(一)1, G三.4). */
export const HEARD_KINDS = ['enquiry', 'opinion', 'suggestion', 'complaint', 'satisfied'] as const
export type HeardKind = (typeof HEARD_KINDS)[number]
export const heardKindLabel: Record<HeardKind, string> = {
  enquiry: '咨询',
  opinion: '意见',
  suggestion: '建议',
  complaint: '投诉',
  satisfied: '表示满意',
}
