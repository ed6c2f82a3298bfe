import type { RefusalCode } from './refusal.ts'

export * from './terms/custody.ts'

/**
 * The field's words, once: code → Chinese label. Screens, forms, messages and the manual read them from here.
 */

/** 密级, lowest first. The order is the rank. `internal` is 内部事项 / 工作秘密: registered and circulated, but no ★ (保密法 22, 64). */
export const LEVELS = ['internal', 'secret', 'confidential', 'topSecret'] as const
export type Level = (typeof LEVELS)[number]
export const levelLabel: Record<Level, string> = {
  internal: '内部',
  secret: '秘密',
  confidential: '机密',
  topSecret: '绝密',
}

/** The longest 保密期限 of each level in years (保密法 20). `internal` has no period. */
export const longestPeriodYears: Record<Exclude<Level, 'internal'>, number> = {
  secret: 10,
  confidential: 20,
  topSecret: 30,
}

/**
 * What the workstation level asks of a password (domain 3.5): shortest length in characters, days until it must be changed.
 * 秘密 ≥8 within a month; 机密 by password alone ≥10 within a week; 绝密 is never laxer than 机密 and needs the machine's own second factor.
 */
export const passwordPolicy: Record<
  Level,
  {
    shortest: number
    days: number
    /** How many of the last may not be chosen again. */
    remembered: number
  }
> = {
  internal: { shortest: 8, days: 30, remembered: 5 },
  secret: { shortest: 8, days: 30, remembered: 5 },
  confidential: { shortest: 10, days: 7, remembered: 10 },
  topSecret: { shortest: 10, days: 7, remembered: 10 },
}
/** Of capital letters, small letters, figures and signs, how many kinds a password must mix. */
export const passwordKinds = 2

/** How the 保密期限 is marked on the paper (domain 3.1). */
export const PERIOD_KINDS = ['years', 'months', 'until', 'condition', 'unmarked'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]
export const periodKindLabel: Record<PeriodKind, string> = {
  years: '年',
  months: '个月',
  until: '解密时间',
  condition: '解密条件',
  unmarked: '未标明',
}

/** Roles of domain 4. */
export const ROLES = [
  'officer',
  'reader',
  'section',
  'reviewer',
  'deputyLeader',
  'groupLeader',
  'officeHead',
  'systemAdmin',
  'securityAdmin',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]
export const roleLabel: Record<Role, string> = {
  officer: '保密员',
  reader: '阅文人',
  section: '经办科室',
  reviewer: '审查人员',
  deputyLeader: '分管领导',
  groupLeader: '组长',
  officeHead: '综办负责人',
  systemAdmin: '系统管理员',
  securityAdmin: '安全保密管理员',
  auditor: '安全审计员',
}
/** 三员: they keep each other honest and see no titles (实施条例 34). */
export const THREE_OFFICERS = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies readonly Role[]
/** Roles that do the office's business and may, within their scope, see titles. */
export const BUSINESS_ROLES = [
  'officer',
  'reader',
  'section',
  'reviewer',
  'deputyLeader',
  'groupLeader',
  'officeHead',
] as const satisfies readonly Role[]

/** Who may be a reader on a 传阅单 (domain 4: "Circulation sign"): a person of another role is given 阅文人 as well. */
export const READING_ROLES = ['reader', 'deputyLeader', 'groupLeader', 'officeHead'] as const satisfies readonly Role[]

/** Who decides on a wider 知悉范围 (domain 4, 保密法21). */
export const APPROVING_ROLES = ['deputyLeader', 'groupLeader'] as const satisfies readonly Role[]

/** 登记簿. 密收 for state secrets, 内收 for 内部事项; never mixed with ordinary mail (F1(1)b). */
export const REGISTERS = ['classified', 'internal'] as const
export type Register = (typeof REGISTERS)[number]
export const registerLabel: Record<Register, string> = { classified: '机要收文登记簿', internal: '内部事项收文登记簿' }
/** The word before 〔year〕 in a number. */
export const numberWord = {
  classified: '密收',
  internal: '内收',
  envelope: '封',
  sheet: '传阅',
  incident: '短少',
  widening: '扩阅',
  reproduction: '复制',
  loan: '借用',
  visit: '查阅',
  handover: '移交',
  print: '印',
} as const
export type NumberSeries = keyof typeof numberWord

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

export const DOCUMENT_STATES = ['registered', 'inProgress', 'finished'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]
export const documentStateLabel: Record<DocumentState, string> = {
  registered: '已登记',
  inProgress: '在办',
  finished: '办结',
}

export const SHEET_STATES = ['draft', 'confirmed', 'circulating', 'allReturned', 'finished', 'cancelled'] as const
export type SheetState = (typeof SHEET_STATES)[number]
export const sheetStateLabel: Record<SheetState, string> = {
  draft: '拟制',
  confirmed: '核定范围',
  circulating: '传阅中',
  allReturned: '全部退回',
  finished: '办结',
  cancelled: '作废',
}

export const LEG_STATES = ['waiting', 'handedOut', 'signed', 'returned', 'returnedUnread'] as const
export type LegState = (typeof LEG_STATES)[number]
export const legStateLabel: Record<LegState, string> = {
  waiting: '待送',
  handedOut: '已送',
  signed: '已阅签',
  returned: '已退回核对',
  returnedUnread: '未阅退回',
}
/** Shown over 已送 and 已阅签 once the leg is past its hour (F1(4)b). It is computed, never stored. */
export const overdueLabel = '逾时未退'

export const INCIDENT_STATES = ['open', 'settled'] as const
export type IncidentState = (typeof INCIDENT_STATES)[number]
export const incidentStateLabel: Record<IncidentState, string> = { open: '待查', settled: '已查清' }

export const WIDENING_STATES = ['requested', 'approved', 'rejected'] as const
export type WideningState = (typeof WIDENING_STATES)[number]
export const wideningStateLabel: Record<WideningState, string> = { requested: '待审批', approved: '批准', rejected: '不批准' }

export const ACCOUNT_STATES = ['none', 'initial', 'active', 'locked', 'disabled'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]
export const accountStateLabel: Record<AccountState, string> = {
  none: '未开户',
  initial: '待改初始口令',
  active: '正常',
  locked: '已锁定',
  disabled: '已停用',
}

/** What an audit entry says of its act. */
export const OUTCOMES = ['done', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const outcomeLabel: Record<Outcome, string> = { done: '完成', refused: '拒绝' }
/** Why, in a word or two: what the audit desk shows of a refusal's code. */
export const refusalLabel: Record<RefusalCode, string> = {
  'input.unknownCall': '没有这一步骤',
  'input.missing': '缺项',
  'input.type': '类型不对',
  'input.tooLong': '过长',
  'input.tooShort': '过短',
  'input.range': '超出范围',
  'input.control': '含控制字符',
  'input.date': '日期不存在',
  'input.future': '日期在后',
  'input.format': '格式不对',
  'input.unknownField': '多出项目',
  'input.unknownRecord': '查无记录',
  'input.duplicate': '重复',
  'session.locked': '未登录',
  'session.role': '无此职责',
  'session.mustChangePassword': '须先改口令',
  'session.alreadySignedIn': '已有人登录',
  'session.wrongPassword': '口令错误',
  'session.accountLocked': '账户已锁定',
  'session.accountDisabled': '账户已停用',
  'session.ticket': '现场签字失效',
  'state.forbids': '状态不允许',
  'state.conflict': '与现状冲突',
  'rule.forbids': '规定不允许',
  'vault.absent': '尚未建库',
  'vault.exists': '已经建库',
  'vault.damaged': '数据损坏',
  'vault.newer': '数据版本过高',
  'vault.full': '磁盘已满',
  'vault.unsafe': '文件夹权限不当',
  'vault.busy': '数据被占用',
  'vault.putBack': '数据被换回',
  'vault.medium': '备份介质不可用',
  fault: '程序出错',
}

/** Facts that an audit entry may hold, as the desk names them. */
export const factLabel = {
  signs: '签字步骤',
  roles: '角色',
  before: '原角色',
  after: '现角色',
  changed: '更改项',
  firstKey: '首次生成签名密钥',
  reason: '方式',
  field: '项目',
  at: '当时',
  clockBack: '时钟回拨（秒）',
  found: '发现',
  persons: '封给人数',
  sheets: '启用的恢复单',
  kind: '事项',
  ended: '结果',
  entries: '记录条数',
  bytes: '字节数',
  removed: '清理旧备份',
  here: '恢复前本机',
  lost: '未进备份的记录',
  occasion: '检查点由来',
  printer: '打印机',
  printers: '可用打印机',
  out: '在外传阅夹',
  unread: '未阅签',
  letters: '待办信封',
} as const

/**
 * Why a checkpoint was signed: by the 安全审计员 to be taken outside, or by whoever did an act that the record must stand on from then.
 * The order is that of the list on the 审计 desk.
 */
export const OCCASIONS = ['taken', 'day', 'people', 'keys', 'putBack', 'backup', 'restore'] as const
export type Occasion = (typeof OCCASIONS)[number]
export const occasionLabel: Record<Occasion, string> = {
  taken: '审计签发',
  day: '收班',
  people: '人员变更',
  keys: '密钥变更',
  putBack: '确认换回',
  backup: '备份',
  restore: '恢复',
}

/** What is done with a folder on another medium: a backup is written into it, or one that lies there is tried. */
export const BACKUP_KINDS = ['backup', 'drill'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]
export const backupKindLabel: Record<BackupKind, string> = { backup: '备份', drill: '恢复演练' }
/** How far it is, in its order. */
export const BACKUP_STAGES = ['copy', 'check', 'verify', 'settle'] as const
export type BackupStage = (typeof BACKUP_STAGES)[number]
export const backupStageLabel: Record<BackupStage, string> = { copy: '复制', check: '检查数据库', verify: '核验记录', settle: '收尾' }
/** What is here, against a backup that is to take its place: no vault, the same record, a longer or shorter one, another, or one that cannot be read. */
export const FOUND_HERE = ['none', 'same', 'longer', 'shorter', 'other', 'unread'] as const
export type FoundHere = (typeof FOUND_HERE)[number]
export const foundHereLabel: Record<FoundHere, string> = {
  none: '没有库',
  same: '与备份相同',
  longer: '比备份新',
  shorter: '比备份旧',
  other: '与备份不是同一份记录',
  unread: '打不开',
}
/** Only what was opened, checked and verified is 有效. */
export const BACKUP_OUTCOMES = ['good', 'cancelled', 'failed'] as const
export type BackupOutcome = (typeof BACKUP_OUTCOMES)[number]
export const backupOutcomeLabel: Record<BackupOutcome, string> = { good: '有效', cancelled: '已停止', failed: '没有完成' }

/** What a signature was set under. */
export const SIGNATURE_PURPOSES = [
  'receive',
  'open',
  'turnOver',
  'register',
  'handOut.give',
  'handOut.take',
  'read',
  'paper.take',
  'paper.read',
  'paper.approval',
  'paper.opinion',
  'paper.issue',
  'paper.giveBack',
  'paper.confirm',
  'return',
  'approval',
  'section.opinion',
  'make',
  'issue.give',
  'issue.take',
  'giveBack',
  'takeBack',
  'handover.give',
  'handover.take',
  'handover.supervise',
  'roles.set',
  'roles.agree',
  'identity.set',
  'identity.agree',
  'sheets.set',
  'sheets.agree',
  'restore.set',
  'restore.agree',
  'putBack',
  'closeDay',
  'checkpoint',
] as const
export type SignaturePurpose = (typeof SIGNATURE_PURPOSES)[number]
export const signaturePurposeLabel: Record<SignaturePurpose, string> = {
  receive: '签收信封',
  open: '拆封',
  turnOver: '留存件转登记',
  register: '登记',
  'handOut.give': '送阅',
  'handOut.take': '签收',
  read: '阅签',
  'paper.take': '纸质签收补录',
  'paper.read': '纸质阅签补录',
  'paper.approval': '纸质审批补录',
  'paper.opinion': '纸质部门意见补录',
  'paper.issue': '纸质领取补录',
  'paper.giveBack': '纸质归还补录',
  'paper.confirm': '纸质签本人补签',
  return: '收回核对',
  approval: '审批',
  'section.opinion': '部门意见',
  make: '复制登记',
  'issue.give': '发放',
  'issue.take': '领取',
  giveBack: '归还',
  takeBack: '收回',
  'handover.give': '移交',
  'handover.take': '接收',
  'handover.supervise': '监交',
  'roles.set': '调整角色',
  'roles.agree': '会签调整角色',
  'identity.set': '更正人员编号',
  'identity.agree': '会签更正人员编号',
  'sheets.set': '换发密钥恢复单',
  'sheets.agree': '会签换发密钥恢复单',
  'restore.set': '恢复备份',
  'restore.agree': '会签恢复备份',
  putBack: '确认数据被换回',
  closeDay: '收班',
  checkpoint: '检查点',
}

/** What a reader or a leader signs on paper, when they do not sign at the screen. */
export const PAPER_STEPS = ['take', 'read', 'approval', 'opinion', 'issue', 'giveBack'] as const
export type PaperStep = (typeof PAPER_STEPS)[number]
export const paperStepLabel: Record<PaperStep, string> = {
  take: '签收',
  read: '阅签',
  approval: '审批',
  opinion: '部门意见',
  issue: '领取',
  giveBack: '归还',
}
/** The two kinds of signature, never mixed: the person's own at the screen, and one on paper that an officer entered. */
export const ownSignatureLabel = '本人登录签'
export const paperSignatureLabel = '纸质签补录'

/** The desks, in the order of the menu. A desk has the same name in contract/, vault/, renderer/desks/ and test/. */
export const DESKS = ['today', 'documents', 'circulation', 'reproduction', 'lending', 'handover', 'people', 'office', 'audit'] as const
export type Desk = (typeof DESKS)[number]
export const deskLabel: Record<Desk, string> = {
  today: '今日',
  documents: '收文登记',
  circulation: '传阅',
  reproduction: '复制',
  lending: '查阅借用',
  handover: '离岗移交',
  people: '人员',
  office: '本单位',
  audit: '审计',
}

/** The line that every 传阅单 carries at its foot. */
export const sheetFootRule = '不得横传、不得摘抄复印、当日退回'
/** F1(2)a and F1(4)d, printed on every sheet. */
export const paperRules = '涉密文件不得在OA系统上传阅，不得携带回家或进入公共场所。'
