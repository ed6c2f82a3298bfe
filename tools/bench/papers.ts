/** Fictional incoming papers. The same seed always gives the same papers; no unit, place or title in them is real. */
import type { Input } from '../../contract/index.ts'
import { wallClock } from '../../electron/vault/door/clock.ts'

/** A small repeatable random source (mulberry32): 0 ≤ x < 1. */
export const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
export type Random = ReturnType<typeof randomFrom>

export const oneOf = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Colleagues in whose scope the papers of the bench are. */
export const READERS: readonly number[] = Array.from({ length: 200 }, (_, index) => 10 + index)

const senders = [
  ['青禾市人民政府办公室', '青政办发'],
  ['青禾市卫生健康委员会', '青卫密'],
  ['青禾市国家保密局', '青保'],
  ['岚川省疾病预防控制中心', '岚疾控'],
  ['青禾市应急管理局', '青应急'],
  ['青禾市发展和改革委员会', '青发改密'],
] as const
const years = ['二〇二二年', '二〇二三年', '二〇二四年', '二〇二五年', '新一轮', '今冬明春', '汛期', '第三季度']
const places = ['全市', '东城片区', '南湖片区', '山前三县', '青禾港', '岚川江沿线', '各直属单位', '重点场所']
const matters = [
  '应急物资储备',
  '实验室生物安全',
  '传染病监测预警',
  '保密自查自评',
  '信息系统防护',
  '突发事件处置',
  '水源地保护',
  '重要会议保障',
  '档案移交',
]
const works = ['检查', '调度', '部署', '评估', '演练', '整改', '统计', '备案', '协作', '核查']
const kinds = ['的通知', '的函', '的报告', '的通报', '的意见', '的批复', '的请示']

const titleOf = (random: Random, n: number) =>
  `关于${oneOf(random, places)}${oneOf(random, years)}${oneOf(random, matters)}${random() < 0.4 ? `和${oneOf(random, matters)}` : ''}${oneOf(random, works)}工作有关事项${oneOf(random, kinds)}之${n}`

const levelOf = (random: Random): Pick<Input<'documents.register'>, 'level' | 'period'> => {
  const draw = random()
  if (draw < 0.12) return { level: 'internal' }
  if (draw < 0.7) return { level: 'secret', period: random() < 0.1 ? { kind: 'unmarked' } : { kind: 'years', years: 1 + Math.floor(random() * 10) } }
  return { level: 'confidential', period: { kind: 'years', years: 5 + Math.floor(random() * 15) } }
}

/** The n-th paper, received at `now`: one to three copies, two to six readers. */
export const paper = (random: Random, n: number, now: Date, readers: readonly number[]): Input<'documents.register'> => {
  const receivedAt = wallClock(now)
  const [sender, word] = oneOf(random, senders)
  const copies = 1 + Math.floor(random() ** 2 * 3)
  const from = Math.floor(random() * (readers.length - 6))
  return {
    envelope: { envelopeNo: `机要${receivedAt.slice(0, 4)}-${n}`, sender, receivedAt, sealIntact: true },
    title: titleOf(random, n),
    symbol: random() < 0.9 ? `${word}〔${receivedAt.slice(0, 4)}〕${n}号` : undefined,
    sender,
    urgency: random() < 0.1 ? 'urgent' : 'ordinary',
    madeOn: wallClock(new Date(now.getTime() - 86_400_000 * (1 + Math.floor(random() * 9)))).slice(0, 10),
    handledBy: oneOf(random, ['综合办公室', '业务一科', '业务二科', '应急科']),
    ...levelOf(random),
    listed: copies,
    counted: copies,
    copyNos: Array.from({ length: copies }, (_, index) => String(n * 10 + index).padStart(6, '0')),
    scope: readers.slice(from, from + 2 + Math.floor(random() * 5)),
  }
}
