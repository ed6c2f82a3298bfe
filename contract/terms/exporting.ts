/** 导出 Excel: the lists that leave as a file. A desk that adds one adds its name and label here and declares it in electron/vault/exporting/lists.ts. */
export const EXPORT_LISTS = [
  'register',
  'sheets',
  'overdue',
  'reproductions',
  'loans',
  'visits',
  'lent',
  'handovers',
  'kept',
  'stockTakings',
  'outgoing',
  'returns',
  'destructions',
  'breaches',
  'media',
  'knowers',
  'audit',
  'exports',
] as const
export type ExportList = (typeof EXPORT_LISTS)[number]
export const exportLabel: Record<ExportList, string> = {
  register: '收文登记簿',
  sheets: '传阅单目录',
  overdue: '当日未退清单',
  reproductions: '复制申请目录',
  loans: '借用目录',
  visits: '查阅登记簿',
  lent: '在外清单',
  handovers: '移交清单目录',
  kept: '在库份目录',
  stockTakings: '清点目录',
  outgoing: '密件发文登记簿',
  returns: '清退清单目录',
  destructions: '销毁清单目录',
  breaches: '违规事件目录',
  media: '载体设备台账',
  knowers: '知悉人员登记',
  audit: '审计记录',
  exports: '导出登记簿',
}

/** Who approves an export above the size that goes without: it leaves like a copy (F1(5)a). */
export const EXPORT_APPROVING_ROLES = ['deputyLeader'] as const

/** What a list is filtered by, as the first rows of the file say it. */
export const exportFilterLabel = {
  text: '查找',
  register: '登记簿',
  year: '年度',
  level: '密级',
  state: '状态',
  expiry: '届满',
  out: '在外的',
  open: '未办结的',
  overdue: '逾期的',
  waiting: '待办的',
  document: '文件',
  from: '起',
  to: '止',
} as const
