import { be, compiled, copiesApproved, copiesIssued, copiesMade, copiesToDecide, handedOut } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World, zhou } from './scene.ts'

/** 周阅 asks for two copies of what she holds, so that the 保密员, who keyed nothing in, may enter what was signed on paper. */
const askedByReader = async ({ office }: Scene, submit = true): Promise<About> => {
  await handedOut(office)
  await be(office, '周阅')
  const source = (await office.ok('reproduction.sources', {})).rows[0]
  const wish = { kind: 'copy' as const, sources: [{ copy: source?.id as number }], asked: 2, purpose: '承办需要', recipients: [office.id('周阅')] }
  const { id } = await office.ok('reproduction.request', { ...wish, place: '本单位文印室', submit })
  return { reproduction: id, asker: '周阅', item: source?.id as number, numbers: [source?.number as string] }
}
const toLeader = async (scene: Scene): Promise<About> => {
  const about = await askedByReader(scene)
  await be(scene.office, '韩综')
  await scene.office.ok('reproduction.opine', { reproduction: about.reproduction as number, agree: true })
  return about
}
const rejected = async (scene: Scene): Promise<About> => {
  const about = await toLeader(scene)
  await be(scene.office, '王管')
  await scene.office.ok('reproduction.decide', { reproduction: about.reproduction as number, approve: false, opinion: '不宜复制' })
  return about
}
const cancelled = async ({ office }: Scene): Promise<About> => {
  const { reproduction, source, documentNumber } = await copiesToDecide(office)
  await be(office, '李保')
  await office.ok('reproduction.cancel', { reproduction, reason: '不再需要' })
  return { reproduction, asker: '李保', item: source, numbers: [documentNumber] }
}
const approved = async ({ office }: Scene): Promise<About> => {
  const { reproduction, source, documentNumber } = await copiesApproved(office)
  return { reproduction, asker: '李保', item: source, numbers: [documentNumber] }
}
const made = async ({ office }: Scene): Promise<About> => {
  const { reproduction, copies } = await copiesMade(office)
  return { reproduction, asker: '李保', item: copies[0]?.id as number, copy: copies[0]?.id as number, numbers: [copies[0]?.number as string] }
}
/** One of two with 周阅, the other in the box. */
const issued = async ({ office }: Scene): Promise<About> => {
  const { reproduction, issued: out, copies } = await copiesIssued(office)
  return { reproduction, asker: '李保', item: copies[1]?.id as number, copy: out.id, numbers: [out.number] }
}
const returned = async (scene: Scene): Promise<About> => {
  const about = await issued(scene)
  const { reproduction, numbers } = about as Required<About>
  await scene.office.signed('周阅', 'reproduction.takeBack', { reproduction, person: scene.office.id('周阅'), numbers })
  return about
}
const allBack = async (scene: Scene): Promise<About> => {
  const { copy: _copy, ...about } = await returned(scene)
  await scene.office.ok('reproduction.close', { reproduction: about.reproduction as number })
  return about
}

/** A 汇编 that was made, and with 周阅: the document that it is from then on goes its own way. */
const compiledNow = async ({ office }: Scene): Promise<About> => {
  const { reproduction, document, copies } = await compiled(office)
  const [first] = copies as [{ id: number; number: string }]
  return { reproduction, document, asker: '李保', item: first.id, copy: first.id, numbers: [first.number] }
}
const compiledAndIssued = async (scene: Scene): Promise<About> => {
  const { item, ...about } = (await compiledNow(scene)) as Required<About>
  const { reproduction } = about
  await scene.office.signed('周阅', 'reproduction.issue', { reproduction, person: scene.office.id('周阅'), copies: [item] })
  return { ...about, item: item + 1 }
}

/** 复制申请 in each state, and a copy in somebody's hands. */
export const reproductionWorlds: readonly World[] = [
  world({ reproduction: 'draft' }, '提交复制 作废复制', (scene) => askedByReader(scene, false)),
  world({ reproduction: 'toSection' }, '作废复制 部门同意 部门不同意 纸质部门意见', askedByReader),
  world({ reproduction: 'toLeader' }, '作废复制 批准复制 不批准复制 纸质审批复制', toLeader),
  world({ reproduction: 'approved' }, '复制登记', approved),
  world({ reproduction: 'rejected' }, '', rejected),
  world({ reproduction: 'made', copy: 'inBox' }, '拟制 发放 纸质领取 全部收回 查阅 补录查阅', made),
  world({ reproduction: 'issued', copy: 'lent' }, '发放 纸质领取 复制件收回 纸质归还', issued),
  world({ reproduction: 'issued', copy: 'inBox' }, '拟制 发放 纸质领取 全部收回 查阅 补录查阅', returned),
  world({ reproduction: 'allBack' }, '', allBack),
  world({ reproduction: 'made', copy: 'inBox', document: 'registered' }, '文件办结 拟制 发放 纸质领取 全部收回 查阅 补录查阅', compiledNow),
  world({ reproduction: 'issued', copy: 'lent', document: 'registered' }, '发放 纸质领取 复制件收回 纸质归还', compiledAndIssued),
  world({ reproduction: 'cancelled' }, '', cancelled),
]

const signedAt = '2026-03-10T09:00'
const own = ({ asker }: About) => asker as string

export const reproductionAttempts: readonly Attempt[] = [
  attempt('提交复制', 'reproduction.submit', 'reproduction', ({ reproduction }) => ({ reproduction }), own),
  attempt('作废复制', 'reproduction.cancel', 'reproduction', ({ reproduction }) => ({ reproduction, reason: '作废' }), own),
  attempt('部门同意', 'reproduction.opine', 'reproduction', ({ reproduction }) => ({ reproduction, agree: true }), '韩综'),
  attempt('部门不同意', 'reproduction.opine', 'reproduction', ({ reproduction }) => ({ reproduction, agree: false, opinion: '不必' }), '韩综'),
  attempt('纸质部门意见', 'reproduction.opineOnPaper', 'asker', ({ reproduction }, { office }) => ({
    reproduction,
    person: office.id('韩综'),
    agree: true,
    signedAt,
  })),
  attempt('批准复制', 'reproduction.decide', 'reproduction', ({ reproduction }) => ({ reproduction, approve: true }), '王管'),
  attempt('不批准复制', 'reproduction.decide', 'reproduction', ({ reproduction }) => ({ reproduction, approve: false, opinion: '不宜' }), '王管'),
  attempt('纸质审批复制', 'reproduction.decideOnPaper', 'reproduction', ({ reproduction }, { office }) => ({
    reproduction,
    approver: office.id('王管'),
    approve: true,
    signedAt,
  })),
  attempt('复制登记', 'reproduction.make', 'reproduction', ({ reproduction }) => ({ reproduction, count: 2, copier: '李保', stamped: true })),
  attempt('发放', 'reproduction.issue', 'reproduction', ({ reproduction, item }, scene) =>
    zhou(scene, 'reproduction.issue', { reproduction, person: scene.office.id('周阅'), copies: [item] }),
  ),
  attempt('纸质领取', 'reproduction.issueOnPaper', 'reproduction', ({ reproduction, item }, { office }) => ({
    reproduction,
    person: office.id('周阅'),
    copies: [item],
    signedAt,
  })),
  attempt('复制件收回', 'reproduction.takeBack', 'reproduction', ({ reproduction, numbers }, scene) =>
    zhou(scene, 'reproduction.takeBack', { reproduction, person: scene.office.id('周阅'), numbers }),
  ),
  attempt('纸质归还', 'reproduction.takeBackOnPaper', 'reproduction', ({ reproduction, numbers }, { office }) => ({
    reproduction,
    person: office.id('周阅'),
    numbers,
    signedAt,
  })),
  attempt('全部收回', 'reproduction.close', 'reproduction', ({ reproduction }) => ({ reproduction })),
]
