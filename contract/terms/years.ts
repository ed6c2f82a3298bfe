/** 年度关账: what a closed year carries over. */

/** What is open at the end of a year and goes on in the next, in the order of the desks. */
export const CARRIED = [
  'envelopes',
  'documents',
  'out',
  'sheets',
  'reproductions',
  'loans',
  'visits',
  'stockTakings',
  'handovers',
  'breaches',
  'returns',
  'destructions',
  'mediaUses',
  'outgoing',
  'reviews',
  'disclosures',
] as const
export type Carried = (typeof CARRIED)[number]
export const carriedLabel: Record<Carried, string> = {
  envelopes: '未登记的信封',
  documents: '未办结的文件',
  out: '在外、短少的份',
  sheets: '未办结的传阅单',
  reproductions: '未了的复制审批',
  loans: '未了的借用',
  visits: '未离开的查阅',
  stockTakings: '未完成的清点',
  handovers: '未完成的移交',
  breaches: '未结案的违规',
  returns: '未办完的清退',
  destructions: '未办完的销毁',
  mediaUses: '未还的载体领用',
  outgoing: '未收回执的发文',
  reviews: '未办结的保密审查',
  disclosures: '未归档的公开申请',
}
/** Who signs beside the 保密员 that a year is closed. */
export const YEAR_CLOSING_ROLES = ['deputyLeader'] as const
/** The numbers of a year, from the first to the last. */
export const rangeInWords = (first: string | null, last: string | null): string => {
  if (first === null || last === null) return '无登记'
  return first === last ? first : `${first} 至 ${last}`
}
