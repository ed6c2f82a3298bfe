import { breachClosed, breachHandled, breachNotified, breachReported, breachTaken, concluded } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

type Made = { breach: number; copy: { id: number; number: string } }
/** A loss, the copy that it is about beside it. */
const loss =
  (make: (office: Scene['office']) => Promise<Made>) =>
  async ({ office }: Scene): Promise<About> => {
    const { breach, copy } = await make(office)
    return { breach, copy: copy.id, numbers: [copy.number] }
  }
/** What holds no copy. */
const lateral =
  (make: (office: Scene['office'], over: { kind: 'lateral'; numbers: [] }) => Promise<Made>) =>
  async ({ office }: Scene): Promise<About> => ({ breach: (await make(office, { kind: 'lateral', numbers: [] })).breach })

/** 违规事件 in each state, and a copy that is looked for or lost. */
export const breachWorlds: readonly World[] = [
  world({ breach: 'registered' }, '受理违规', lateral(breachReported)),
  world({ breach: 'registered' }, '上报违规 无需上报 处置 查否', lateral(breachTaken)),
  world({ breach: 'registered', copy: 'missing' }, '上报违规 处置 登记找回', loss(breachTaken)),
  world({ breach: 'notified' }, '处置 查否', lateral(breachNotified)),
  world({ breach: 'handling', copy: 'missing' }, '处置 登记找回 结案', loss(breachHandled)),
  world({ breach: 'closed', copy: 'lost' }, '', loss(breachClosed)),
  world({ breach: 'unfounded' }, '', async (scene) => {
    const about = await lateral(breachTaken)(scene)
    const step = { breach: about.breach as number, outcome: 'unfounded', conclusion: '查无此事' } as const
    await scene.office.signed('王管', 'breaches.close', step)
    return about
  }),
]

const reported = { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } as const
const exempt = { kind: 'exempt', reason: '当场纠正' } as const

export const breachAttempts: readonly Attempt[] = [
  attempt('受理违规', 'breaches.takeOn', 'breach', ({ breach }) => ({ breach })),
  attempt('上报违规', 'breaches.notify', 'breach', ({ breach }) => ({ breach, how: reported })),
  attempt('无需上报', 'breaches.notify', 'breach', async ({ breach }, { office }) => ({
    breach,
    how: exempt,
    ticket: await office.ticket('王管', 'breaches.notify', { breach, how: exempt }),
  })),
  attempt('处置', 'breaches.measure', 'breach', ({ breach }) => ({ breach, measure: '查找' })),
  attempt('登记找回', 'breaches.found', 'breach', ({ breach, numbers }) => ({ breach, numbers: numbers ?? ['密收〔2026〕0001'] })),
  attempt('结案', 'breaches.close', 'breach', async ({ breach }, { office }) => ({
    breach,
    ...concluded,
    ticket: await office.ticket('王管', 'breaches.close', { breach, ...concluded }),
  })),
  attempt('查否', 'breaches.close', 'breach', async ({ breach }, { office }) => {
    const step = { breach, outcome: 'unfounded', conclusion: '查无此事' } as const
    return { ...step, ticket: await office.ticket('王管', 'breaches.close', step) }
  }),
]
