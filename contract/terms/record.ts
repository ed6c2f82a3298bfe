/** What the record says: outcomes, facts, checkpoints, signatures. */

/** What an audit entry says of its act. */
export const OUTCOMES = ['done', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const outcomeLabel: Record<Outcome, string> = { done: '完成', refused: '拒绝' }
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
  'medium.register',
  'medium.change',
  'medium.approval',
  'medium.give',
  'medium.take',
  'medium.giveBack',
  'medium.takeBack',
  'medium.repair',
  'medium.repaired',
  'medium.maintain',
  'medium.retire',
  'medium.lose',
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
  'medium.register': '登记载体',
  'medium.change': '变更载体',
  'medium.approval': '审批携带外出',
  'medium.give': '发放载体',
  'medium.take': '领用载体',
  'medium.giveBack': '归还载体',
  'medium.takeBack': '收回载体',
  'medium.repair': '送修',
  'medium.repaired': '修回',
  'medium.maintain': '维护记录',
  'medium.retire': '停用载体',
  'medium.lose': '登记载体遗失',
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
