/** 主动公开: what the catalogue lists, under which heading, and how far it has come (A一–A三). */
import type { Channel } from './review.ts'

/** The headings of the 公开目录 (条例20), first those that stay on the 网站 for good (A三(三)). */
export const PUBLICATION_CLASSES = [
  'rules',
  'disclosure',
  'duties',
  'licences',
  'plans',
  'statistics',
  'penalties',
  'budget',
  'fees',
  'procurement',
  'projects',
  'welfare',
  'emergencies',
  'inspections',
  'recruitment',
  'other',
] as const
export type PublicationClass = (typeof PUBLICATION_CLASSES)[number]
export const publicationClassLabel: Record<PublicationClass, string> = {
  rules: '法律法规规章和规范性文件',
  disclosure: '政府信息公开（指南、制度、年报）',
  duties: '机构职责、机构设置',
  licences: '行政许可和管理服务事项',
  plans: '规划、计划',
  statistics: '统计信息',
  penalties: '行政处罚、行政强制',
  budget: '预算、决算',
  fees: '行政事业性收费',
  procurement: '政府采购',
  projects: '重大建设项目',
  welfare: '医疗、教育、社会保障等政策措施',
  emergencies: '应急预案、预警和应对',
  inspections: '公共卫生、安全生产等监督检查',
  recruitment: '招考录用',
  other: '公告、工作信息及其他',
}
/** What is not taken off the 网站 after a year (A三(三)). */
export const LASTING_CLASSES = ['rules', 'disclosure', 'duties', 'licences'] as const satisfies readonly PublicationClass[]

/** Where a text stays for a year. */
export const LASTING_CHANNEL = 'site' satisfies Channel
/** 网上留存 in years (A三(三)). */
export const SITE_YEARS = 1

/** What is kept of an entry. Whether what is listed may be made public is its review's to say, and is never kept twice. */
export const PUBLICATION_STATES = ['listed', 'published', 'takenDown', 'withdrawn', 'withheld', 'cancelled'] as const
export type PublicationState = (typeof PUBLICATION_STATES)[number]
export const publicationStateLabel: Record<PublicationState, string> = {
  listed: '待公开',
  published: '已公开',
  takenDown: '已下网',
  withdrawn: '已撤回',
  withheld: '不予公开',
  cancelled: '作废',
}

/** How an entry stands today: with what its review says, and with the day on which it leaves the 网站. */
export const PUBLICATION_STANDINGS = [
  'toReview',
  'ready',
  'refused',
  'published',
  'toTakeDown',
  'takenDown',
  'withdrawn',
  'withheld',
  'cancelled',
] as const
export type PublicationStanding = (typeof PUBLICATION_STANDINGS)[number]
export const publicationStandingLabel: Record<PublicationStanding, string> = {
  ...publicationStateLabel,
  toReview: '待审查',
  ready: '可发布',
  refused: '审查不公开',
  toTakeDown: '待下网',
}

/** How an entry ends; each a signed act. */
export const PUBLICATION_ENDINGS = ['takenDown', 'withdrawn', 'withheld', 'cancelled'] as const satisfies readonly PublicationState[]
export type PublicationEnding = (typeof PUBLICATION_ENDINGS)[number]
export const publicationEndingLabel: Record<PublicationEnding, string> = {
  takenDown: '登记下网',
  withdrawn: '撤回',
  withheld: '不予公开',
  cancelled: '作废',
}

/** Why what was made public is withdrawn. */
export const WITHDRAWAL_CAUSES = ['secret', 'mistaken', 'lapsed'] as const
export type WithdrawalCause = (typeof WITHDRAWAL_CAUSES)[number]
export const withdrawalCauseLabel: Record<WithdrawalCause, string> = {
  secret: '发现涉密或不应公开',
  mistaken: '内容有误，更正',
  lapsed: '已失效或废止',
}

/** Calendar days ahead on which it is said that an entry should be made public, and that a text should leave the 网站; each also on the day and after it. */
export const PUBLISH_DAYS = [5, 2, 0] as const
export const TAKE_DOWN_DAYS = [30, 0] as const
