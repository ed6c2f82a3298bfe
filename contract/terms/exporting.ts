import type { Role } from './people.ts'

/** 导出 Excel: the lists that leave as a file. A desk that adds one adds its name and label here and declares it in electron/vault/exporting/lists.ts. */
export const EXPORT_LISTS = [
  'register',
  'expiring',
  'sheets',
  'overdue',
  'reproductions',
  'copyLedger',
  'loans',
  'visits',
  'lent',
  'holdings',
  'handovers',
  'handover',
  'kept',
  'stockTakings',
  'stockTaking',
  'outgoing',
  'reviews',
  'reviewSummary',
  'disclosures',
  'publications',
  'annualReport',
  'returns',
  'returnList',
  'destructions',
  'destruction',
  'breaches',
  'media',
  'mediaUses',
  'knowers',
  'trainings',
  'importFaults',
  'audit',
  'exports',
] as const
export type ExportList = (typeof EXPORT_LISTS)[number]
export const exportLabel: Record<ExportList, string> = {
  register: '收文登记簿',
  expiring: '期满解密清单',
  sheets: '传阅单目录',
  overdue: '当日未退清单',
  reproductions: '复制申请目录',
  copyLedger: '复制件台账',
  loans: '借用目录',
  visits: '查阅登记簿',
  lent: '在外清单',
  holdings: '个人持有清单',
  handovers: '移交清单目录',
  handover: '移交清单',
  kept: '在库份目录',
  stockTakings: '清点目录',
  stockTaking: '清点表',
  outgoing: '密件发文登记簿',
  reviews: '保密审查目录',
  reviewSummary: '审查汇总表',
  disclosures: '依申请公开台账',
  publications: '政府信息公开目录',
  annualReport: '年报表三',
  returns: '清退清单目录',
  returnList: '清退清单',
  destructions: '销毁清单目录',
  destruction: '销毁清单',
  breaches: '违规事件目录',
  media: '载体设备台账',
  mediaUses: '载体领用登记簿',
  knowers: '知悉人员登记',
  trainings: '培训登记簿',
  importFaults: '旧账有误行',
  audit: '审计记录',
  exports: '导出登记簿',
}

/** Whose a list is to export; the screen offers it to nobody else. */
export const exportersOf = (list: ExportList): readonly Role[] => {
  if (list === 'disclosures' || list === 'annualReport') return ['officeHead']
  if (list === 'audit') return ['auditor']
  return list === 'exports' ? ['officer', 'auditor'] : ['officer']
}

/** Who approves an export above the size that goes without: it leaves like a copy (F1(5)a). */
export const EXPORT_APPROVING_ROLES = ['deputyLeader'] as const

/** What a list is filtered by, as the first rows of the file say it. */
export const exportFilterLabel = {
  text: '查找',
  register: '登记簿',
  year: '年度',
  month: '月份',
  level: '密级',
  state: '状态',
  expiry: '届满',
  out: '在外的',
  open: '未办结的',
  overdue: '逾期的',
  toReturn: '应清退的',
  waiting: '待办的',
  loose: '办结未入箱的',
  archived: '归档的',
  kind: '种类',
  class: '目录类别',
  standing: '目录状态',
  toTakeDown: '临近下网的',
  document: '文件',
  import: '旧账批次',
  late: '逾时的',
  person: '人员',
  record: '清单',
  from: '起',
  to: '止',
} as const
