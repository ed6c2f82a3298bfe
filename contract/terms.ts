import type { RefusalCode } from './refusal.ts'

/**
 * The field's words, once: code → Chinese label. Screens, forms, messages and the manual read them from here; each part stands with what it names.
 */
export * from './terms/archive.ts'
export * from './terms/backup.ts'
export * from './terms/breaches.ts'
export * from './terms/circulation.ts'
export * from './terms/custody.ts'
export * from './terms/deadlines.ts'
export * from './terms/disclosure.ts'
export * from './terms/disposal.ts'
export * from './terms/documents.ts'
export * from './terms/evaluation.ts'
export * from './terms/importing.ts'
export * from './terms/keeping.ts'
export * from './terms/exporting.ts'
export * from './terms/levels.ts'
export * from './terms/media.ts'
export * from './terms/outgoing.ts'
export * from './terms/people.ts'
export * from './terms/publication.ts'
export * from './terms/record.ts'
export * from './terms/redaction.ts'
export * from './terms/review.ts'
export * from './terms/training.ts'
export * from './terms/years.ts'

/** The word before 〔year〕 in a number. */
export const numberWord = {
  classified: '密收',
  internal: '内收',
  compiled: '密编',
  backfill: '密补',
  backfillInternal: '内补',
  import: '旧账',
  envelope: '封',
  backfillEnvelope: '补封',
  sheet: '传阅',
  incident: '短少',
  widening: '扩阅',
  reproduction: '复制',
  loan: '借用',
  visit: '查阅',
  handover: '移交',
  archiving: '归档',
  stockTaking: '清点',
  breach: '违规',
  return: '清退',
  destruction: '销毁',
  expiryReview: '期审',
  yearReview: '年审',
  medium: '载体',
  mediumUse: '领用',
  mediumRepair: '维修',
  outgoing: '密发',
  review: '审查',
  publication: '公开',
  disclosure: '申请',
  letter: '公开函',
  heard: '听取',
  training: '培训',
  evaluation: '评估',
  annualReport: '年报',
  print: '印',
  export: '导出',
  archive: '整库',
} as const
export type NumberSeries = keyof typeof numberWord

/** The desks, in the order of the menu. A desk has the same name in contract/, vault/, renderer/desks/ and test/. */
export const DESKS = [
  'today',
  'documents',
  'circulation',
  'reproduction',
  'lending',
  'keeping',
  'handover',
  'breaches',
  'disposal',
  'media',
  'outgoing',
  'review',
  'publication',
  'disclosure',
  'importing',
  'people',
  'office',
  'audit',
] as const
export type Desk = (typeof DESKS)[number]
export const deskLabel: Record<Desk, string> = {
  today: '今日',
  documents: '收文登记',
  circulation: '传阅',
  reproduction: '复制',
  lending: '查阅借用',
  keeping: '归档清点',
  handover: '离岗移交',
  breaches: '违规遗失',
  disposal: '清退销毁',
  media: '载体设备',
  outgoing: '上报答复',
  review: '保密审查',
  publication: '主动公开',
  disclosure: '依申请公开',
  importing: '旧账导入',
  people: '人员',
  office: '本单位',
  audit: '审计',
}

/** F1(2)a and F1(4)d, printed on every sheet. */
export const paperRules = '涉密文件不得在OA系统上传阅，不得携带回家或进入公共场所。'

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
