import { be, consulting, loanApproved, loanAsked, loanOut } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World, zhou } from './scene.ts'

type Lent = { loan: number; copy: { id: number; number: string } }
const onLoan =
  (make: (scene: Scene) => Promise<Lent>) =>
  async (scene: Scene): Promise<About> => {
    const { loan, copy } = await make(scene)
    return { loan, numbers: [copy.number] }
  }
const rejected = async ({ office }: Scene) => {
  const asked = await loanAsked(office)
  await be(office, '韩综')
  await office.ok('lending.decide', { loan: asked.loan, approve: false, opinion: '不宜借用' })
  return asked
}
const cancelled = async ({ office }: Scene) => {
  const asked = await loanAsked(office)
  await office.ok('lending.cancel', { loan: asked.loan, reason: '不再需要' })
  return asked
}
const returned = async ({ office }: Scene) => {
  const out = await loanOut(office)
  await office.signed('周阅', 'lending.takeBack', { loan: out.loan, number: out.copy.number, intact: true })
  return out
}
const reading = async ({ office }: Scene): Promise<About> => {
  const { visit, numbers, copies } = await consulting(office)
  return { visit, numbers, copy: copies[0]?.id as number }
}
const left = async (scene: Scene): Promise<About> => {
  const { visit, numbers } = await reading(scene)
  await scene.office.signed('周阅', 'lending.leave', { visit: visit as number, numbers: numbers as string[] })
  return { visit, numbers } as About
}
const withCopy = async ({ office }: Scene): Promise<About> => {
  const { loan, copy } = await loanOut(office)
  return { loan, numbers: [copy.number], copy: copy.id }
}

/** 借用 and 查阅登记 in each state. */
export const lendingWorlds: readonly World[] = [
  world(
    { loan: 'requested' },
    '批准借用 退回借用 作废借用 补录准借 补录退借',
    onLoan(({ office }) => loanAsked(office)),
  ),
  world(
    { loan: 'approved' },
    '作废借用 借出 补录借出',
    onLoan(({ office }) => loanApproved(office)),
  ),
  world({ loan: 'rejected' }, '', onLoan(rejected)),
  world({ loan: 'lent', copy: 'lent' }, '归还 补录归还', withCopy),
  world({ loan: 'returned' }, '', onLoan(returned)),
  world({ loan: 'cancelled' }, '', onLoan(cancelled)),
  world({ visit: 'reading', copy: 'lent' }, '查阅归还 补录查还', reading),
  world({ visit: 'left' }, '', left),
]

export const lendingAttempts: readonly Attempt[] = [
  attempt('批准借用', 'lending.decide', 'loan', ({ loan }) => ({ loan, approve: true }), '韩综'),
  attempt('退回借用', 'lending.decide', 'loan', ({ loan }) => ({ loan, approve: false, opinion: '不宜' }), '韩综'),
  attempt('作废借用', 'lending.cancel', 'loan', ({ loan }) => ({ loan, reason: '作废' })),
  attempt('借出', 'lending.lend', 'loan', ({ loan }, scene) => zhou(scene, 'lending.lend', { loan })),
  attempt('归还', 'lending.takeBack', 'loan', ({ loan, numbers }, scene) =>
    zhou(scene, 'lending.takeBack', { loan, number: numbers[0] as string, intact: true }),
  ),
  attempt('查阅', 'lending.admit', 'copy', ({ copy }, scene) =>
    zhou(scene, 'lending.admit', { person: scene.office.id('周阅'), copies: [copy], purpose: '核对', room: '档案室' }),
  ),
  attempt('查阅归还', 'lending.leave', 'visit', ({ visit, numbers }, scene) => zhou(scene, 'lending.leave', { visit, numbers })),
]
