/** 保密审查: what is to be made public, text version by text version, the three who say so, and what they may say (B, G). */

export const REVIEW_STATES = [
  'drafted',
  'pending',
  'opined',
  'examined',
  'open',
  'onApplication',
  'withheld',
  'toChange',
  'toDeclassify',
  'toRefer',
  'referred',
  'answered',
  'released',
  'filed',
  'byArchives',
  'cancelled',
] as const
export type ReviewState = (typeof REVIEW_STATES)[number]
export const reviewStateLabel: Record<ReviewState, string> = {
  drafted: '草稿',
  pending: '待审',
  opined: '待小组审核',
  examined: '待组长确定',
  open: '可公开',
  onApplication: '依申请公开',
  withheld: '不予公开',
  toChange: '修改后公开',
  toDeclassify: '解密后公开',
  toRefer: '待报请',
  referred: '报请确定',
  answered: '已批复待确定',
  released: '已发布',
  filed: '归档',
  byArchives: '依档案规定',
  cancelled: '作废',
}

/** 载体形式. Only a 公文 has an attribute (B8). */
export const CARRIERS = ['official', 'other'] as const
export type Carrier = (typeof CARRIERS)[number]
export const carrierLabel: Record<Carrier, string> = { official: '公文', other: '非公文' }

/** 属性 of a 公文, proposed by whoever makes it (B8). */
export const ATTRIBUTES = ['proactive', 'onApplication', 'withheld'] as const
export type Attribute = (typeof ATTRIBUTES)[number]
export const attributeLabel: Record<Attribute, string> = { proactive: '主动公开', onApplication: '依申请公开', withheld: '不予公开' }

/** 公开方式 (domain 2; A三(二)). */
export const CHANNELS = ['site', 'press', 'radio', 'television', 'board', 'telephone', 'leaflets', 'elsewhere'] as const
export type Channel = (typeof CHANNELS)[number]
export const channelLabel: Record<Channel, string> = {
  site: '网站',
  press: '报刊',
  radio: '广播',
  television: '电视',
  board: '公开栏',
  telephone: '电话',
  leaflets: '发放材料',
  elsewhere: '其他',
}

/** The seven items that are gone through one by one (B2). */
export const CHECK_ITEMS = [
  'stateSecret',
  'tradeSecret',
  'privacy',
  'nationalSecurity',
  'publicSafety',
  'economicSecurity',
  'socialStability',
] as const
export type CheckItem = (typeof CHECK_ITEMS)[number]
export const checkItemLabel: Record<CheckItem, string> = {
  stateSecret: '国家秘密',
  tradeSecret: '商业秘密',
  privacy: '个人隐私',
  nationalSecurity: '危及国家安全',
  publicSafety: '危及公共安全',
  economicSecurity: '危及经济安全',
  socialStability: '危及社会稳定',
}
/** What must not be endangered by what is made public. */
export const SAFETY_ITEMS = ['nationalSecurity', 'publicSafety', 'economicSecurity', 'socialStability'] as const satisfies readonly CheckItem[]
/** What belongs to somebody else, who is asked (B4). */
export const HOLDER_ITEMS = ['tradeSecret', 'privacy'] as const satisfies readonly CheckItem[]

export const CHECK_ANSWERS = ['yes', 'no', 'unsure'] as const
export type CheckAnswer = (typeof CHECK_ANSWERS)[number]
export const checkAnswerLabel: Record<CheckAnswer, string> = { yes: '是', no: '否', unsure: '不确定' }

/** What a review comes to. */
export const REVIEW_OUTCOMES = ['open', 'onApplication', 'withheld', 'change', 'declassify', 'refer'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]
export const reviewOutcomeLabel: Record<ReviewOutcome, string> = {
  open: '可公开',
  onApplication: '依申请公开',
  withheld: '不予公开',
  change: '修改后公开',
  declassify: '解密、删除后公开',
  refer: '报请确定',
}
/** What the 组长 may decide: an outcome, or that the 科室 thinks again. */
export const REVIEW_DECISIONS = [...REVIEW_OUTCOMES, 'return'] as const
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number]
/** What whoever was asked upward may answer. */
export const REVIEW_CONCLUSIONS = ['open', 'onApplication', 'withheld', 'change', 'declassify'] as const satisfies readonly ReviewOutcome[]
export type ReviewConclusion = (typeof REVIEW_CONCLUSIONS)[number]

/** Where a decision leaves the case. */
export const stateOfOutcome: Record<ReviewOutcome, ReviewState> = {
  open: 'open',
  onApplication: 'onApplication',
  withheld: 'withheld',
  change: 'toChange',
  declassify: 'toDeclassify',
  refer: 'toRefer',
}

/** 依据: the three classes of the unit's rules, and the law's articles beside them. */
export const REVIEW_BASES = ['unit1', 'unit2', 'unit3', 'law14', 'law15', 'law16internal', 'law16process', 'law16files', 'law27'] as const
export type ReviewBasis = (typeof REVIEW_BASES)[number]
export const reviewBasisLabel: Record<ReviewBasis, string> = {
  unit1: 'B11（一）国家秘密，或危及国家安全、公共安全、经济安全和社会稳定',
  unit2: 'B11（二）商业秘密',
  unit3: 'B11（三）个人隐私',
  law14: '条例第14条：国家秘密，法律、行政法规禁止公开，或危及国家安全、公共安全、经济安全、社会稳定',
  law15: '条例第15条：商业秘密、个人隐私等损害第三方合法权益',
  law16internal: '条例第16条：内部事务信息',
  law16process: '条例第16条：过程性信息',
  law16files: '条例第16条：行政执法案卷信息',
  law27: '条例第27条：主动公开以外，依申请提供',
}
/** For what a basis stands, and which items of the checklist it needs one of not to be 否; none: it is no matter of the checklist. */
export const reviewBasisFits: Record<ReviewBasis, { outcomes: readonly ReviewOutcome[]; items: readonly CheckItem[] }> = {
  unit1: { outcomes: ['withheld'], items: ['stateSecret', ...SAFETY_ITEMS] },
  unit2: { outcomes: ['withheld', 'onApplication'], items: ['tradeSecret'] },
  unit3: { outcomes: ['withheld', 'onApplication'], items: ['privacy'] },
  law14: { outcomes: ['withheld'], items: ['stateSecret', ...SAFETY_ITEMS] },
  law15: { outcomes: ['withheld', 'onApplication'], items: HOLDER_ITEMS },
  law16internal: { outcomes: ['withheld', 'onApplication'], items: [] },
  law16process: { outcomes: ['withheld', 'onApplication'], items: [] },
  law16files: { outcomes: ['withheld', 'onApplication'], items: [] },
  law27: { outcomes: ['onApplication'], items: [] },
}

/** What the holder of a right answers when asked (B4). */
export const CONSULT_ANSWERS = ['agrees', 'refuses', 'none'] as const
export type ConsultAnswer = (typeof CONSULT_ANSWERS)[number]
export const consultAnswerLabel: Record<ConsultAnswer, string> = { agrees: '同意公开', refuses: '不同意公开', none: '逾期未答复' }

/** Every signed act of a case. */
export const REVIEW_ACTS = [
  'opinion',
  'examine',
  'decide',
  'consult',
  'consulted',
  'refer',
  'reply',
  'release',
  'handedOn',
  'filed',
  'byArchives',
  'cancelled',
] as const
export type ReviewAct = (typeof REVIEW_ACTS)[number]
export const reviewActLabel: Record<ReviewAct, string> = {
  opinion: '科室意见',
  examine: '小组审核',
  decide: '组长确定',
  consult: '征求意见',
  consulted: '权利人答复',
  refer: '报请',
  reply: '批复',
  release: '发布登记',
  handedOn: '更换承办人',
  filed: '归档',
  byArchives: '依档案规定办结',
  cancelled: '作废',
}
/** The three steps, in their order: three persons (B7). */
export const REVIEW_STEPS = ['opinion', 'examine', 'decide'] as const satisfies readonly ReviewAct[]
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** How a case ends without being made public, or after. */
export const REVIEW_ENDINGS = ['filed', 'byArchives', 'cancelled'] as const
export type ReviewEnding = (typeof REVIEW_ENDINGS)[number]

/** Who gives the 科室意见, who examines, who decides (domain 4). */
export const OPINION_ROLES = ['section'] as const
export const EXAMINING_ROLES = ['reviewer'] as const
export const DETERMINING_ROLES = ['groupLeader'] as const

/** Working days within which what is not certain is referred (实施条例25). */
export const REFER_DAYS = 10
