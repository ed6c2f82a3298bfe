/** The rows of the tables that the register stands beside, all in memory; made here, since no vault gives them. */
export type Paper = {
  id: number
  number: string
  mark: string
  title: string
  symbol: string
  sender: string
  receivedAt: string
  copies: number
  out: number
  state: string
}

const MARKS = ['秘密★5年', '机密★10年', '内部']
const SENDERS = ['青禾市人民政府办公室', '青禾市国家保密局', '岚川省疾病预防控制中心']
const MATTERS = ['应急物资储备', '实验室生物安全', '传染病监测预警', '水源地保护', '重要会议保障']

/** Newest first, as many as the address asks for: `#180000`. */
export const papers = (): Paper[] => {
  const size = Number(location.hash.slice(1))
  return Array.from({ length: size }, (_, index) => {
    const id = size - index
    return {
      id,
      number: `密收〔${1996 + Math.floor(id / 6_000)}〕第${id}件`,
      mark: MARKS[id % MARKS.length] ?? '',
      title: `关于各直属单位第三季度${MATTERS[id % MATTERS.length]}检查工作有关事项的通知之${id}`,
      symbol: `青政办发〔2026〕${id}号`,
      sender: SENDERS[id % SENDERS.length] ?? '',
      receivedAt: '2026-03-10 08:55',
      copies: 1,
      out: 0,
      state: '办结',
    }
  })
}

export const COLUMNS: readonly { key: Exclude<keyof Paper, 'id'>; title: string; width: number }[] = [
  { key: 'number', title: '登记编号', width: 178 },
  { key: 'mark', title: '密级★期限', width: 132 },
  { key: 'title', title: '标题', width: 330 },
  { key: 'symbol', title: '来文字号', width: 176 },
  { key: 'sender', title: '来文机关', width: 170 },
  { key: 'receivedAt', title: '收文时间', width: 150 },
  { key: 'copies', title: '份数', width: 56 },
  { key: 'out', title: '在外', width: 56 },
  { key: 'state', title: '状态', width: 72 },
]
