import {
  completed,
  countedAs,
  countedOnce,
  countedTwice,
  done,
  held,
  proposed,
  receiver,
  returnApproved,
  retired,
  returnChecked,
  returned,
  sending,
  sent,
  toSend,
  witnessed,
} from '../disposals.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

type List = { returnList: number; numbers: string[]; copies: { id: number; document: number }[] }
type Batch = { destruction: number; numbers: string[]; copies: { id: number; document: number }[] }
/** Its last copy: what is done about one ends the whole list only where it is the only one. */
const around = ({ numbers, copies }: Omit<List, 'returnList'>): About => ({
  numbers,
  copy: copies[0]?.id as number,
  document: copies[0]?.document as number,
})
const onList =
  (make: (scene: Scene) => Promise<List>) =>
  async (scene: Scene): Promise<About> => {
    const list = await make(scene)
    return { return_list: list.returnList, ...around(list) }
  }
const inBatch =
  (make: (scene: Scene) => Promise<Batch>) =>
  async (scene: Scene): Promise<About> => {
    const batch = await make(scene)
    return { destruction: batch.destruction, ...around(batch) }
  }
const decided = async ({ office }: Scene, kind: 'return' | 'destruction', id: number) => {
  await office.signed('王管', 'disposal.approve', { kind, id, approve: false, opinion: '再留一年' })
}
const voided = async ({ office }: Scene, kind: 'return' | 'destruction', id: number) => {
  await office.ok('disposal.cancel', { kind, id, reason: '列错' })
}

/** A carrier that was taken out of use, alone in a batch. */
const carrierListed = async ({ office }: Scene) => {
  const medium = await retired(office)
  const { id: destruction } = await office.ok('disposal.propose', { kind: 'destruction', media: [medium], reason: '停用' })
  return { medium, destruction, numbers: [(await office.ok('media.get', { medium })).number] }
}
const carrierDestroyed = async (scene: Scene) => {
  const { office } = scene
  const about = await carrierListed(scene)
  const counted = about.numbers.map((number) => ({ number }))
  await office.ok('disposal.count', { destruction: about.destruction, counted })
  await office.signed('韩综', 'disposal.count', { destruction: about.destruction, counted })
  await office.signed('王管', 'disposal.approve', { kind: 'destruction', id: about.destruction, approve: true })
  await office.ok('disposal.send', { destruction: about.destruction, ...sending, escorts: [...sending.escorts] })
  await completed(office, about)
  return about
}

const ofCarrier = ({ medium, numbers }: { medium: number; numbers: string[] }): About => ({ medium, numbers })

/** 清退清单 and 销毁清单 in each state. */
export const disposalWorlds: readonly World[] = [
  world(
    { return_list: 'listed', copy: 'inBox', document: 'finished' },
    '查阅 清退核对 取出 批准清退 不批准清退 作废清退 补录查阅 补录准清退 补录不准清退',
    onList(({ office }) => returnChecked(office)),
  ),
  world(
    { return_list: 'approved', copy: 'inBox' },
    '查阅 取出 清退完成 作废清退 补录查阅',
    onList(({ office }) => returnApproved(office)),
  ),
  world(
    { return_list: 'done', copy: 'returned', document: 'returned' },
    '',
    onList(({ office }) => returned(office)),
  ),
  world(
    { return_list: 'rejected', copy: 'inBox' },
    '查阅 列入清退 补录查阅',
    onList(async (scene) => {
      const list = await returnChecked(scene.office)
      await decided(scene, 'return', list.returnList)
      return list
    }),
  ),
  world(
    { return_list: 'cancelled', copy: 'inBox' },
    '查阅 列入清退 补录查阅',
    onList(async (scene) => {
      const list = await returnChecked(scene.office)
      await voided(scene, 'return', list.returnList)
      return list
    }),
  ),
  world(
    { destruction: 'draft', copy: 'toDestroy', document: 'toDestroy' },
    '留用 清点 作废销毁',
    inBatch(({ office }) => proposed(office, 1)),
  ),
  world(
    { destruction: 'counted', copy: 'toDestroy' },
    '留用 复核 作废销毁',
    inBatch(({ office }) => countedOnce(office, 1)),
  ),
  world(
    { destruction: 'toApprove', copy: 'toDestroy' },
    '留用 批准销毁 不批准销毁 作废销毁 补录准销毁 补录不准销毁',
    inBatch(({ office }) => countedTwice(office, 1)),
  ),
  world(
    { destruction: 'toSend', copy: 'toDestroy' },
    '留用 送销 作废销毁',
    inBatch(({ office }) => toSend(office, 1)),
  ),
  world(
    { destruction: 'sent', copy: 'toDestroy' },
    '留用 销毁完成 作废销毁',
    inBatch(({ office }) => sent(office, 1)),
  ),
  world(
    { destruction: 'done', copy: 'destroyed', document: 'destroyed' },
    '',
    inBatch(async ({ office }) => {
      const batch = await sent(office, 1)
      await completed(office, batch)
      return batch
    }),
  ),
  world(
    { destruction: 'rejected', copy: 'inBox', document: 'finished' },
    '查阅 归档 留用 列入清退 列入销毁 补录查阅',
    inBatch(async (scene) => {
      const batch = await countedTwice(scene.office, 1)
      await decided(scene, 'destruction', batch.destruction)
      return batch
    }),
  ),
  world(
    { destruction: 'cancelled', copy: 'inBox' },
    '查阅 归档 留用 列入清退 列入销毁 补录查阅',
    inBatch(async (scene) => {
      const batch = await sent(scene.office, 1)
      await voided(scene, 'destruction', batch.destruction)
      return batch
    }),
  ),
  world({ medium: 'toDestroy' }, '', async (scene) => ofCarrier(await carrierListed(scene))),
  world({ medium: 'destroyed' }, '', async (scene) => ofCarrier(await carrierDestroyed(scene))),
  // Held: it may be read and asked for, and is listed nowhere
  world({ copy: 'inBox' }, '查阅 归档 补录查阅', async ({ office }) => {
    const { copy } = await held(office)
    return { copy: copy.id, document: copy.document, numbers: [copy.number] }
  }),
]

const complete = async ({ destruction, numbers }: Required<About>, { office }: Scene, differences: boolean) => {
  const kept = differences ? [{ number: numbers[0] as string, reason: '没有送到' }] : []
  return witnessed(office, ['周阅', '吴阅'], { destruction, numbers, differences: kept, ...done })
}

export const disposalAttempts: readonly Attempt[] = [
  attempt('载体列入销毁', 'disposal.propose', 'medium', ({ medium: one }) => ({ kind: 'destruction', media: [one], reason: '停用' })),
  attempt('留用', 'disposal.hold', 'destruction', ({ copy }) => ({ copy, kind: 'case', reason: '案件需要' })),
  attempt('列入清退', 'disposal.propose', 'copy', ({ copy }) => ({ kind: 'return', copies: [copy], reason: '要求清退' })),
  attempt('列入销毁', 'disposal.propose', 'copy', ({ copy }) => ({ kind: 'destruction', copies: [copy], reason: '不需留存' })),
  attempt('清退核对', 'disposal.check', 'return_list', ({ return_list: returnList, numbers }) => ({ returnList, numbers })),
  attempt('取出', 'disposal.check', 'return_list', ({ return_list: returnList, numbers }) => ({
    returnList,
    numbers: numbers.slice(0, 1),
    withdraw: '不退',
  })),
  attempt('批准清退', 'disposal.approve', 'return_list', ({ return_list: id }) => ({ kind: 'return', id, approve: true }), '王管'),
  attempt(
    '不批准清退',
    'disposal.approve',
    'return_list',
    ({ return_list: id }) => ({ kind: 'return', id, approve: false, opinion: '不宜' }),
    '王管',
  ),
  attempt('清退完成', 'disposal.handBack', 'return_list', ({ return_list: returnList }) => ({ returnList, ...receiver })),
  attempt('作废清退', 'disposal.cancel', 'return_list', ({ return_list: id }) => ({ kind: 'return', id, reason: '作废' })),
  attempt('清点', 'disposal.count', 'destruction', ({ destruction, numbers }) => ({ destruction, counted: countedAs(numbers) })),
  attempt('复核', 'disposal.count', 'destruction', async ({ destruction, numbers }, { office }) => {
    const step = { destruction, counted: countedAs(numbers) }
    return { ...step, ticket: await office.ticket('韩综', 'disposal.count', step) }
  }),
  attempt('批准销毁', 'disposal.approve', 'destruction', ({ destruction: id }) => ({ kind: 'destruction', id, approve: true }), '王管'),
  attempt(
    '不批准销毁',
    'disposal.approve',
    'destruction',
    ({ destruction: id }) => ({ kind: 'destruction', id, approve: false, opinion: '不宜' }),
    '王管',
  ),
  attempt('送销', 'disposal.send', 'destruction', ({ destruction }) => ({ destruction, ...sending, escorts: [...sending.escorts] })),
  attempt('销毁完成', 'disposal.complete', 'destruction', (about, scene) => complete(about, scene, false)),
  attempt('重复差额', 'disposal.complete', 'destruction', (about, scene) => complete(about, scene, true)),
  attempt('作废销毁', 'disposal.cancel', 'destruction', ({ destruction: id }) => ({ kind: 'destruction', id, reason: '作废' })),
]
