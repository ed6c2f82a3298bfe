import { archived, boxMade, countedShort, counting, finished, stored } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

const loose = async ({ office }: Scene): Promise<About> => {
  const { document, copies, numbers } = await finished(office)
  return { document, copy: copies[0]?.id as number, numbers }
}
const inArchive = async ({ office }: Scene): Promise<About> => {
  const { document, copies, numbers } = await archived(office)
  return { document, copy: copies[0]?.id as number, numbers }
}
const lentFromArchive = async (scene: Scene): Promise<About> => {
  const about = await inArchive(scene)
  const step = { person: scene.office.id('周阅'), copies: [about.copy as number], purpose: '核对', room: '档案室' }
  const { id: visit } = await scene.office.signed('周阅', 'lending.admit', step)
  return { visit, copy: about.copy as number, document: about.document as number, numbers: about.numbers?.slice(0, 1) as string[] }
}
const box = async ({ office }: Scene): Promise<About> => ({ box: (await boxMade(office)).box })
const closed = async (scene: Scene): Promise<About> => {
  const about = await box(scene)
  const [row] = scene.store.all<{ number: string }>('SELECT number FROM box WHERE id = ?', about.box as number)
  const change = { box: about.box as number, number: row?.number as string, cabinet: '甲柜', shelf: '一层', custodian: scene.office.id('李保') }
  await scene.office.ok('keeping.setBox', { ...change, state: 'closed', reason: '不用了' })
  return about
}
const begun = async ({ office }: Scene): Promise<About> => {
  const { stockTaking, numbers } = await counting(office)
  return { stock_taking: stockTaking, numbers }
}
const short = async ({ office }: Scene): Promise<About> => {
  const { stockTaking, missing, copies, document } = await countedShort(office)
  return { stock_taking: stockTaking, numbers: [missing], copy: copies[1]?.id as number, document }
}
const cancelled = async (scene: Scene): Promise<About> => {
  const about = await begun(scene)
  await scene.office.ok('keeping.cancel', { stockTaking: about.stock_taking as number, reason: '另行安排' })
  return about
}
const full = async ({ office }: Scene): Promise<About> => {
  const { box: kept, document, copies, numbers } = await stored(office)
  return { box: kept, document, copy: copies[0]?.id as number, numbers }
}

/** 保密箱, 归档 and 清点 in each state. */
export const keepingWorlds: readonly World[] = [
  world({ document: 'finished', copy: 'inBox' }, '查阅 归档 列入清退 列入销毁 补录查阅', loose),
  world({ document: 'archived', copy: 'archived' }, '查阅 补录查阅', inArchive),
  world({ document: 'archived', copy: 'lent', visit: 'reading' }, '查阅归还 补录查还', lentFromArchive),
  world({ box: 'open' }, '更改箱 停用箱', box),
  world({ box: 'open', document: 'finished', copy: 'inBox' }, '查阅 更改箱 归档 列入清退 列入销毁 补录查阅', full),
  world({ box: 'closed' }, '启用箱', closed),
  world({ stock_taking: 'counting' }, '归档 点实 清点完成 作废清点', begun),
  world({ stock_taking: 'done', copy: 'missing', document: 'finished' }, '找回', short),
  world({ stock_taking: 'cancelled' }, '归档', cancelled),
]

/** The box as it stands, with what is to become of it. */
const ofBox = (id: number, { office, store }: Scene, state: 'open' | 'closed', cabinet: string) => {
  const [row] = store.all<{ number: string }>('SELECT number FROM box WHERE id = ?', id)
  return { box: id, number: row?.number as string, cabinet, shelf: '一层', custodian: office.id('李保'), state, reason: '更改' }
}

export const keepingAttempts: readonly Attempt[] = [
  attempt('更改箱', 'keeping.setBox', 'box', ({ box: id }, scene) => {
    const [row] = scene.store.all<{ state: 'open' | 'closed' }>('SELECT state FROM box WHERE id = ?', id)
    return ofBox(id, scene, row?.state ?? 'open', row?.state === 'open' ? '丙柜' : '甲柜')
  }),
  attempt('停用箱', 'keeping.setBox', 'box', ({ box: id }, scene) => ofBox(id, scene, 'closed', '甲柜')),
  attempt('启用箱', 'keeping.setBox', 'box', ({ box: id }, scene) => ofBox(id, scene, 'open', '甲柜')),
  attempt('归档', 'keeping.archive', 'numbers', ({ numbers }) => ({ numbers, volume: '2026-永久-2', place: '档案室', day: '2026-03-10' })),
  attempt('点实', 'keeping.scan', 'stock_taking', ({ stock_taking: stockTaking, numbers }) => ({ stockTaking, numbers })),
  attempt('清点完成', 'keeping.close', 'stock_taking', async ({ stock_taking: stockTaking }, { office }) => ({
    stockTaking,
    ticket: await office.ticket('韩综', 'keeping.close', { stockTaking }),
  })),
  attempt('作废清点', 'keeping.cancel', 'stock_taking', ({ stock_taking: stockTaking }) => ({ stockTaking, reason: '作废' })),
  attempt('找回', 'keeping.found', 'stock_taking', ({ stock_taking: stockTaking, numbers }) => ({ stockTaking, numbers, note: '找到' })),
]
