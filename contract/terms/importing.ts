/** 旧账导入: what an old ledger is, what its columns say, what becomes of its rows. */

/** 收文登记簿: a row is a paper that came in. 现存清单: a row is a copy that lies in the office. */
export const LEDGER_KINDS = ['intake', 'holdings'] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]
export const ledgerKindLabel: Record<LedgerKind, string> = { intake: '收文登记簿', holdings: '现存清单' }

/** What a column of an old ledger may say, in the order of the 收文登记簿. */
export const LEDGER_COLUMNS = [
  'oldNumber',
  'receivedOn',
  'sender',
  'symbol',
  'title',
  'copies',
  'copyNo',
  'mark',
  'period',
  'urgency',
  'madeOn',
  'addressee',
  'handledBy',
  'attachments',
  'returnBy',
  'result',
  'whereabouts',
  'box',
  'remarks',
] as const
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]
export const ledgerColumnLabel: Record<LedgerColumn, string> = {
  oldNumber: '原收文号',
  receivedOn: '收文日期',
  sender: '来文机关',
  symbol: '来文字号',
  title: '标题',
  copies: '份数',
  copyNo: '份号',
  mark: '密级★期限',
  period: '保密期限',
  urgency: '紧急程度',
  madeOn: '成文日期',
  addressee: '主送',
  handledBy: '承办单位',
  attachments: '附件',
  returnBy: '清退日期',
  result: '办理结果',
  whereabouts: '去向',
  box: '保密箱',
  remarks: '备注',
}
/** Without these columns no row could be registered. */
export const NEEDED_COLUMNS = ['sender', 'title', 'mark', 'madeOn'] as const satisfies readonly LedgerColumn[]

/** What becomes of a row. */
export const ROW_FATES = ['register', 'known', 'gone', 'faulty'] as const
export type RowFate = (typeof ROW_FATES)[number]
export const rowFateLabel: Record<RowFate, string> = {
  register: '将登记',
  known: '已在册',
  gone: '不导入',
  faulty: '有误',
}
/** Why rows of papers that are no longer held stay out: their end was signed for on paper, and is not signed for anew. */
export const goneRule = '已清退、销毁或移出的，留在原台账，不导入。'
/** What a paper is said to be that was entered from an old ledger. */
export const importedLabel = '补录'
