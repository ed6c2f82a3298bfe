import { be, place, registered, withPassword } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

/** Somebody who leaves with a loan in hand, and the list of it. */
const listed = async ({ office }: Scene): Promise<About> => {
  const leaver = await withPassword(office)
  const { copies } = await registered(office, { scope: [leaver.id] })
  const copy = copies[0] as { id: number; number: string }
  const { id: loan } = await office.ok('lending.request', { copy: copy.id, borrower: leaver.id, reason: '办理需要', place, until: '2026-03-12' })
  await be(office, '韩综')
  await office.ok('lending.decide', { loan, approve: true })
  await be(office, '李保')
  await office.signed(leaver.name, 'lending.lend', { loan })
  const { id: handover } = await office.ok('handover.begin', { person: leaver.id, reason: '离职' })
  return { handover, numbers: [copy.number], leaver: leaver.name }
}
const checked = async (scene: Scene): Promise<About> => {
  const about = await listed(scene)
  await scene.office.ok('handover.check', { handover: about.handover as number, numbers: about.numbers as string[] })
  return about
}
const supervised = async (scene: Scene): Promise<About> => {
  const about = await checked(scene)
  await scene.office.signed('韩综', 'handover.supervise', { handover: about.handover as number })
  return about
}
const done = async (scene: Scene): Promise<About> => {
  const about = await supervised(scene)
  await scene.office.signed(about.leaver as string, 'handover.complete', { handover: about.handover as number })
  return about
}
const cancelled = async (scene: Scene): Promise<About> => {
  const about = await listed(scene)
  await scene.office.ok('handover.cancel', { handover: about.handover as number, reason: '不走了' })
  return about
}

/** 离岗移交 in each state. */
export const handoverWorlds: readonly World[] = [
  world({ handover: 'listed' }, '核对 作废移交', listed),
  world({ handover: 'checked' }, '核对 监交 作废移交', checked),
  world({ handover: 'supervised' }, '移交完成 作废移交', supervised),
  world({ handover: 'done' }, '', done),
  world({ handover: 'cancelled' }, '', cancelled),
]

export const handoverAttempts: readonly Attempt[] = [
  attempt('核对', 'handover.check', 'handover', ({ handover, numbers }) => ({ handover, numbers })),
  attempt('监交', 'handover.supervise', 'handover', ({ handover }) => ({ handover }), '韩综'),
  attempt('移交完成', 'handover.complete', 'handover', async ({ handover, leaver }, { office }) => ({
    handover,
    ticket: await office.ticket(leaver, 'handover.complete', { handover }),
  })),
  attempt('作废移交', 'handover.cancel', 'handover', ({ handover }) => ({ handover, reason: '作废' })),
]
