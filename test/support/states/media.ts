import { be, inRepair, medium, mediumOut, outsideApproved, outsideAsked, place, takenBy } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World, zhou } from './scene.ts'

const ofMedium = ({ id, number }: { id: number; number: string }): About => ({ medium: id, numbers: [number] })

const inStore = async ({ office }: Scene): Promise<About> => ofMedium(await medium(office, { kind: 'laptop', isolated: true }))
const out = async ({ office, store }: Scene): Promise<About> => {
  const given = await mediumOut(office)
  const [row] = store.all<{ id: number }>('SELECT id FROM medium_use WHERE medium = ?', given.id)
  return { ...ofMedium(given), medium_use: row?.id as number }
}
const repairing = async ({ office }: Scene): Promise<About> => ofMedium(await inRepair(office))
const retired = async (scene: Scene): Promise<About> => {
  const about = await inStore(scene)
  await scene.office.ok('media.retire', { medium: about.medium as number, reason: '老化' })
  return about
}
const lost = async (scene: Scene): Promise<About> => {
  const about = await out(scene)
  await scene.office.ok('media.lose', { medium: about.medium as number, incident: '违规〔2026〕0001', note: '已报告' })
  return about
}
const back = async (scene: Scene): Promise<About> => {
  const about = await out(scene)
  const step = { medium: about.medium as number, number: about.numbers?.[0] as string, intact: true, check: '已查杀病毒' }
  await scene.office.signed('周阅', 'media.takeBack', step)
  return { medium_use: about.medium_use as number }
}
const asked = async ({ office }: Scene): Promise<About> => ({ medium_use: (await outsideAsked(office)).use })
const approved = async ({ office }: Scene): Promise<About> => {
  const { id, number, use } = await outsideApproved(office)
  return { ...ofMedium({ id, number }), medium_use: use }
}
const rejected = async (scene: Scene): Promise<About> => {
  const about = await asked(scene)
  await be(scene.office, '王管')
  await scene.office.ok('media.decideOutside', { use: about.medium_use as number, approve: false, opinion: '不宜外带' })
  return about
}

/** 载体设备 and 载体领用 in each state that this desk makes. */
export const mediaWorlds: readonly World[] = [
  world({ medium: 'inStore' }, '领用 送修 停用 载体遗失', inStore),
  world({ medium: 'out', medium_use: 'out' }, '归还载体 载体遗失', out),
  world({ medium: 'inRepair' }, '修回 载体遗失', repairing),
  world({ medium: 'retired' }, '载体列入销毁 载体遗失', retired),
  world({ medium: 'lost', medium_use: 'lost' }, '停用', lost),
  world({ medium_use: 'back' }, '', back),
  world({ medium_use: 'requested' }, '准带外出 不准外带 补录准外带 补录不准外带', asked),
  world({ medium_use: 'approved', medium: 'inStore' }, '领用 携带外出 送修 停用 载体遗失', approved),
  world({ medium_use: 'rejected' }, '', rejected),
]

export const mediaAttempts: readonly Attempt[] = [
  attempt('领用', 'media.give', 'medium', ({ medium: id }, scene) =>
    zhou(scene, 'media.give', { medium: id, to: { ...takenBy(scene.office), place } }),
  ),
  attempt('携带外出', 'media.give', 'medium_use', ({ medium: id, medium_use: use }, scene) =>
    zhou(scene, 'media.give', { medium: id ?? 1, to: { kind: 'outside', use } }),
  ),
  attempt('归还载体', 'media.takeBack', 'medium', ({ medium: id, numbers }, scene) =>
    zhou(scene, 'media.takeBack', { medium: id, number: numbers[0] as string, intact: true, check: '已查杀病毒' }),
  ),
  attempt('准带外出', 'media.decideOutside', 'medium_use', ({ medium_use: use }) => ({ use, approve: true }), '王管'),
  attempt('不准外带', 'media.decideOutside', 'medium_use', ({ medium_use: use }) => ({ use, approve: false, opinion: '不宜' }), '王管'),
  attempt('送修', 'media.repair', 'medium', ({ medium: id }, { office }) => ({
    medium: id,
    step: { kind: 'out', where: 'onSite', firm: '青禾定点维修站', fault: '读不出', storageRemoved: false, supervisor: office.id('陈科') },
  })),
  attempt('修回', 'media.repair', 'medium', ({ medium: id }) => ({ medium: id, step: { kind: 'back', result: '修好' } })),
  attempt('停用', 'media.retire', 'medium', ({ medium: id }) => ({ medium: id, reason: '老化' })),
  attempt('载体遗失', 'media.lose', 'medium', ({ medium: id }) => ({ medium: id, incident: '违规〔2026〕0001', note: '已报告' })),
]
