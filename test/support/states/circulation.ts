import { askedBySection, be, drafted, fresh, handedOut, place, short, signed } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World, zhou } from './scene.ts'

/** What the sheet of a leg is about, from the file itself. */
const around = ({ store }: Scene, leg: number): About => {
  const [row] = store.all<{ sheet: number }>('SELECT sheet FROM leg WHERE id = ?', leg)
  const copies = store.all<{ id: number; document: number; number: string }>(
    'SELECT copy.id, document, number FROM sheet_copy JOIN copy ON copy.id = copy WHERE sheet_copy.sheet = ? ORDER BY copy.id DESC',
    row?.sheet as number,
  )
  const [incident] = store.all<{ id: number }>('SELECT id FROM incident WHERE leg = ?', leg)
  const about: About = { leg, sheet: row?.sheet as number, numbers: copies.map(({ number }) => number) }
  if (copies[0]) Object.assign(about, { copy: copies[0].id, document: copies[0].document })
  return incident ? { ...about, incident: incident.id } : about
}

const wideningAsked = async ({ office }: Scene) => (await askedBySection(office)).widening
const decided = async (scene: Scene, approve: boolean) => {
  const widening = await wideningAsked(scene)
  await be(scene.office, '王管')
  await scene.office.ok('circulation.decideWidening', { widening, approve, opinion: '意见' })
  return widening
}
const back = async ({ office }: Scene) => {
  const out = await signed(office)
  await office.ok('circulation.receiveBack', { leg: out.leg, numbers: out.numbers })
  return out
}
const passedOver = async ({ office }: Scene) => {
  const out = await handedOut(office)
  await office.ok('circulation.returnUnread', { leg: out.leg, reason: '出差', numbers: out.numbers })
  return out
}
const shortLeg = async ({ office, store }: Scene) =>
  store.all<{ leg: number }>('SELECT leg FROM incident WHERE id = ?', (await short(office)).incident)[0]?.leg as number
const settled = async (scene: Scene) => {
  const leg = await shortLeg(scene)
  const { incident, numbers } = around(scene, leg)
  await scene.office.ok('circulation.settleShort', { incident: incident as number, numbers: [numbers?.[0] as string], note: '找回' })
  return leg
}
const two = { readers: ['周阅', '吴阅'] }
const cancelled = async ({ office }: Scene) => {
  const sheet = await drafted(office, two)
  await office.ok('circulation.cancel', { sheet: sheet.sheet, reason: '列错' })
  return sheet
}
const closed = async (scene: Scene) => {
  const out = await back(scene)
  await scene.office.ok('circulation.close', { sheet: out.sheet, result: '传阅完毕' })
  return out
}

const onLeg = (make: (scene: Scene) => Promise<{ leg: number }>) => async (scene: Scene) => around(scene, (await make(scene)).leg)

/** 传阅单, 送阅, 短少登记 and 扩大知悉范围申请 in each state. */
export const circulationWorlds: readonly World[] = [
  world(
    { sheet: 'draft', leg: 'waiting', copy: 'inBox' },
    '核定 作废 加人',
    onLeg(({ office }) => drafted(office, { confirm: false })),
  ),
  world(
    { sheet: 'confirmed', leg: 'waiting', copy: 'inBox' },
    '作废 加人 送阅 纸质签收 不在',
    onLeg(({ office }) => drafted(office, two)),
  ),
  world(
    { sheet: 'circulating', leg: 'handedOut', copy: 'circulating', document: 'inProgress' },
    '加人 阅签 纸质阅签 未阅退回 少一份 全少',
    onLeg(({ office }) => handedOut(office)),
  ),
  world(
    { sheet: 'circulating', leg: 'signed', copy: 'circulating' },
    '加人 收回 少一份 全少',
    onLeg(({ office }) => signed(office)),
  ),
  world({ sheet: 'circulating', incident: 'open', leg: 'signed', copy: 'missing' }, '加人 查清', async (scene) =>
    around(scene, await shortLeg(scene)),
  ),
  // Found before the reader signed: the folder goes on all the same
  world({ sheet: 'circulating', incident: 'open', leg: 'handedOut', copy: 'missing' }, '加人 阅签 纸质阅签 查清', async (scene) => {
    const { leg } = await handedOut(scene.office)
    await scene.office.ok('circulation.reportShort', { leg, numbers: around(scene, leg).numbers?.slice(1) as string[], note: '正在查找' })
    return around(scene, leg)
  }),
  world({ sheet: 'allReturned', incident: 'settled', leg: 'returned', copy: 'inBox' }, '加人 传阅办结', async (scene) =>
    around(scene, await settled(scene)),
  ),
  world({ sheet: 'allReturned', leg: 'returned' }, '加人 传阅办结', onLeg(back)),
  world({ sheet: 'allReturned', leg: 'returnedUnread' }, '加人 传阅办结', onLeg(passedOver)),
  world({ sheet: 'finished', leg: 'returned' }, '文件办结 拟制 查阅 补录查阅', onLeg(closed)),
  world({ sheet: 'cancelled', leg: 'waiting' }, '文件办结 拟制 查阅 补录查阅', onLeg(cancelled)),
  world({ widening: 'requested' }, '批准 不批准 补录审批', async (scene) => ({ widening: await wideningAsked(scene) })),
  world({ widening: 'approved' }, '', async (scene) => ({ widening: await decided(scene, true) })),
  world({ widening: 'rejected' }, '', async (scene) => ({ widening: await decided(scene, false) })),
]

export const circulationAttempts: readonly Attempt[] = [
  attempt('拟制', 'circulation.draft', 'copy', ({ copy }, { office }) => ({ folder: fresh('夹'), copies: [copy], readers: [office.id('周阅')] })),
  attempt('核定', 'circulation.confirm', 'sheet', ({ sheet }) => ({ sheet })),
  attempt('作废', 'circulation.cancel', 'sheet', ({ sheet }) => ({ sheet, reason: '作废' })),
  attempt('加人', 'circulation.addReader', 'sheet', ({ sheet }, { office }) => ({ sheet, reader: office.id('韩综') })),
  attempt('送阅', 'circulation.handOut', 'leg', ({ leg }, scene) => zhou(scene, 'circulation.handOut', { leg, place })),
  attempt('阅签', 'circulation.sign', 'leg', ({ leg }, scene) => zhou(scene, 'circulation.sign', { leg })),
  attempt('纸质签收', 'circulation.handOutOnPaper', 'leg', ({ leg }) => ({ leg, place, signedAt: '2026-03-10T09:00' })),
  attempt('纸质阅签', 'circulation.signOnPaper', 'leg', ({ leg }) => ({ leg, signedAt: '2026-03-10T09:00' })),
  attempt('收回', 'circulation.receiveBack', 'leg', ({ leg, numbers }) => ({ leg, numbers })),
  attempt('收回无份', 'circulation.receiveBack', 'leg', ({ leg }) => ({ leg, numbers: [] })),
  attempt('未阅退回', 'circulation.returnUnread', 'leg', ({ leg, numbers }) => ({ leg, reason: '退回', numbers })),
  attempt('不在', 'circulation.returnUnread', 'leg', ({ leg }) => ({ leg, reason: '不在' })),
  attempt('少一份', 'circulation.reportShort', 'leg', ({ leg, numbers }) => ({ leg, numbers: numbers.slice(1), note: '少一份' })),
  attempt('全少', 'circulation.reportShort', 'leg', ({ leg }) => ({ leg, numbers: [], note: '全少' })),
  attempt('查清', 'circulation.settleShort', 'incident', ({ incident, numbers }) => ({ incident, numbers: numbers.slice(0, 1), note: '找回' })),
  attempt('传阅办结', 'circulation.close', 'sheet', ({ sheet }) => ({ sheet, result: '办结' })),
  attempt('批准', 'circulation.decideWidening', 'widening', ({ widening }) => ({ widening, approve: true }), '王管'),
  attempt('不批准', 'circulation.decideWidening', 'widening', ({ widening }) => ({ widening, approve: false, opinion: '不同意' }), '赵组'),
  attempt('补录审批', 'circulation.decideWideningOnPaper', 'widening', ({ widening }, { office }) => ({
    widening,
    approver: office.id('王管'),
    approve: true,
    signedAt: '2026-03-10T09:00',
  })),
]
