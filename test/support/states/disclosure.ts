import {
  answeredBy,
  asking,
  be,
  disclosureAnswered,
  disclosureConsulting,
  disclosureDelivered,
  disclosureFiled,
  disclosureInReview,
  disclosureReceived,
  disclosureRegistered,
  disclosureSupplementing,
  extensionAsked,
  itemText,
  otherSection,
  replyDrafted,
  replyOfKind,
  sentTo,
} from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World } from './scene.ts'

type Made = { disclosure: number; item?: number; consult?: number; reply?: number; letter?: number }
const of =
  (make: (office: Scene['office']) => Promise<Made>) =>
  async ({ office }: Scene): Promise<About> => {
    const { disclosure, item, consult, reply, letter } = await make(office)
    return {
      disclosure,
      ...(item !== undefined && { disclosure_item: item }),
      ...(consult !== undefined && { consult }),
      ...(reply !== undefined && { reply }),
      ...(letter !== undefined && { letter }),
    }
  }

const long = { arrivedOn: '2026-02-09' }
const silent = (office: Scene['office']) => disclosureSupplementing(office, long, { toldOn: '2026-02-10', days: 5 })

const ended = (how: 'abandoned' | 'withdrawn') => async (office: Scene['office']) => {
  const begun = how === 'abandoned' ? await silent(office) : await disclosureRegistered(office)
  await be(office, '韩综')
  await office.ok('disclosure.close', { disclosure: begun.disclosure, how, on: '2026-03-10', words: '申请人来函' })
  return begun
}

/** 依申请公开 in each state, with its item. */
export const disclosureWorlds: readonly World[] = [
  world({ disclosure: 'received' }, '补正告知 登记申请 发函 撤回申请', of(disclosureReceived)),
  world({ disclosure: 'supplementing' }, '收到补正 发函 撤回申请', of(disclosureSupplementing)),
  world({ disclosure: 'supplementing' }, '收到补正 发函 视为放弃 撤回申请', of(silent)),
  world(
    { disclosure: 'registered', disclosure_item: 'inHand' },
    '转承办 征求意见函 申请延期 提请审查 拟答复 发函 撤回申请',
    of(disclosureRegistered),
  ),
  world(
    { disclosure: 'registered', disclosure_item: 'inHand' },
    '转承办 征求意见函 批准延期 不同意延期 提请审查 拟答复 发函 撤回申请',
    of(extensionAsked),
  ),
  world({ disclosure_item: 'consulting' }, '转承办 征求意见函 登记意见 提请审查 发函 撤回申请', of(disclosureConsulting)),
  world({ disclosure_item: 'inReview' }, '转承办 征求意见函 申请延期 提请审查 发函 撤回申请', of(disclosureInReview)),
  world({ disclosure_item: 'drafted' }, '转承办 申请延期 拟答复 批准答复 退回重拟 发函 撤回申请', of(replyDrafted)),
  world({ disclosure: 'answered', disclosure_item: 'answered' }, '送达 发函', of(disclosureAnswered)),
  world({ disclosure: 'delivered', disclosure_item: 'delivered' }, '发函 申请归档', of(disclosureDelivered)),
  world({ disclosure: 'filed' }, '', of(disclosureFiled)),
  world({ disclosure: 'abandoned' }, '', of(ended('abandoned'))),
  world({ disclosure: 'withdrawn', disclosure_item: 'ended' }, '', of(ended('withdrawn'))),
]

const about = 'disclosure'
const item = 'disclosure_item'
const closing = (as: string, how: 'abandoned' | 'withdrawn' | 'filed') =>
  attempt(as, 'disclosure.close', about, ({ disclosure }) => ({ disclosure, how, on: '2026-03-10', words: '1卷' }), '韩综')
const extending = (as: string, agree: boolean) =>
  attempt(as, 'disclosure.extend', item, (is) => ({ item: is[item], step: { kind: 'decided', agree, opinion: '已阅' } }), '王管')
const approving = (as: string, agree: boolean) =>
  attempt(as, 'disclosure.approve', 'reply', (is) => ({ item: is[item], reply: is.reply, agree, opinion: '已阅', repliedOn: '2026-03-10' }), '赵组')

export const disclosureAttempts: readonly Attempt[] = [
  attempt('补正告知', 'disclosure.askSupplement', about, ({ disclosure }) => ({ disclosure, ...asking() }), '韩综'),
  attempt('收到补正', 'disclosure.supplement', about, ({ disclosure }) => ({ disclosure, receivedOn: '2026-03-10', content: '名单' }), '韩综'),
  attempt(
    '登记申请',
    'disclosure.register',
    about,
    ({ disclosure }, { office }) => ({ disclosure, items: [{ content: '名单', handler: office.id('陈科') }] }),
    '韩综',
  ),
  attempt(
    '转承办',
    'disclosure.assign',
    item,
    async (is, { office }) => {
      const handler = await otherSection(office)
      await be(office, '韩综')
      return { item: is[item], handler, reason: '职责调整' }
    },
    '韩综',
  ),
  attempt('征求意见函', 'disclosure.consult', item, (is) => ({ item: is[item], step: sentTo() }), '陈科'),
  attempt('登记意见', 'disclosure.consult', 'consult', (is) => ({ item: is[item], step: answeredBy(is.consult) }), '陈科'),
  attempt('申请延期', 'disclosure.extend', item, (is) => ({ item: is[item], step: { kind: 'requested', days: 5, reason: '复杂' } }), '陈科'),
  extending('批准延期', true),
  extending('不同意延期', false),
  attempt('提请审查', 'review.draft', item, (is) => itemText(is[item]), '陈科'),
  attempt('拟答复', 'disclosure.reply', item, (is) => ({ item: is[item], ...replyOfKind('notHeld') }), '陈科'),
  approving('批准答复', true),
  approving('退回重拟', false),
  attempt('送达', 'disclosure.deliver', 'letter', ({ letter }) => ({ letter, how: 'collected', deliveredOn: '2026-03-10' }), '韩综'),
  attempt(
    '发函',
    'disclosure.letter',
    about,
    ({ disclosure }) => ({ disclosure, kind: 'explain', words: '请说明理由', writtenOn: '2026-03-10' }),
    '韩综',
  ),
  closing('视为放弃', 'abandoned'),
  closing('撤回申请', 'withdrawn'),
  closing('申请归档', 'filed'),
]
