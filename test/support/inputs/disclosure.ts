import {
  answeredBy,
  applicant,
  application,
  asking,
  be,
  disclosureAnswered,
  disclosureConsulting,
  disclosureDelivered,
  disclosureReceived,
  disclosureRegistered,
  disclosureSupplementing,
  extensionAsked,
  otherSection,
  replyDrafted,
  replyOfKind,
  sentTo,
} from '../records.ts'
import { plain, type Inputs } from './base.ts'
import { evaluationInputs } from './evaluation.ts'

/** Every box of an applicant. */
const everything = { evidenceNo: '000000000000000000', agent: '代理人乙', email: 'jia@qinghe.example' }

/** The desk 依申请公开. */
export const disclosureInputs: Inputs<'disclosure'> = {
  ...evaluationInputs,
  'disclosure.receive': plain('韩综', {
    ...application({ channel: 'plainMail', arrivedOn: '2026-03-09', applicant: everything }),
    confirmedOn: '2026-03-10',
    labelled: true,
  }),
  'disclosure.askSupplement': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureReceived(office)
      return [{ disclosure, ...asking({ lacks: ['identity', 'content'], words: '请写明名单的年份' }) }]
    },
  },
  'disclosure.supplement': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureSupplementing(office)
      const brought = { applicant: applicant(everything), content: '2025年度接种点名单', providedAs: 'electronic', obtainedBy: 'electronic' } as const
      return [{ disclosure, receivedOn: '2026-03-10', ...brought }]
    },
  },
  'disclosure.register': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureReceived(office)
      const items = ['接种点名单', '接种人数'].map((content) => ({ content, handler: office.id('陈科') }))
      return [{ disclosure, items }]
    },
  },
  'disclosure.assign': {
    by: '韩综',
    inputs: async (office) => {
      const handler = await otherSection(office)
      const { item } = await disclosureRegistered(office)
      return [{ item, handler, reason: '职责调整' }]
    },
  },
  'disclosure.consult': {
    by: '陈科',
    inputs: async (office) => {
      const { item, consult } = await disclosureConsulting(office)
      return [
        { item, step: sentTo({ whom: 'coMaker' }) },
        { item, step: answeredBy(consult, { words: '同意公开' }) },
      ]
    },
  },
  'disclosure.extend': {
    by: '陈科',
    inputs: async (office) => {
      const { item: asked } = await extensionAsked(office)
      const { item } = await disclosureRegistered(office)
      await be(office, '陈科')
      const decided = { item: asked, step: { kind: 'decided' as const, agree: true, opinion: '同意' } }
      return [
        { item, step: { kind: 'requested', days: 10, reason: '涉及多个科室' } },
        { ...decided, ticket: await office.ticket('王管', 'disclosure.extend', decided) },
      ]
    },
  },
  'disclosure.reply': {
    by: '韩综',
    inputs: async (office) => {
      const { item } = await disclosureRegistered(office)
      const step = { item, ...replyOfKind('notOurs', { given: '联系该机关' }) }
      return [{ ...step, ticket: await office.ticket('陈科', 'disclosure.reply', step) }]
    },
  },
  'disclosure.approve': {
    by: '陈科',
    inputs: async (office) => {
      const { item, reply } = await replyDrafted(office)
      const step = { item, reply, agree: true, opinion: '同意', repliedOn: '2026-03-10' }
      return [{ ...step, ticket: await office.ticket('赵组', 'disclosure.approve', step) }]
    },
  },
  'disclosure.deliver': {
    by: '陈科',
    inputs: async (office) => {
      const { letter } = await disclosureAnswered(office)
      await be(office, '陈科')
      return [{ letter, how: 'mailed', deliveredOn: '2026-03-10', receipt: '挂号回执' }]
    },
  },
  'disclosure.letter': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure, item } = await disclosureRegistered(office)
      const about = { disclosure, item, writtenOn: '2026-03-10' }
      return [
        { ...about, kind: 'assist', to: '青禾市示范局', words: '请协助提供名单' },
        { ...about, kind: 'fee', amount: 10_000, words: '超出规定数量的部分' },
      ]
    },
  },
  'disclosure.close': {
    by: '韩综',
    inputs: async (office) => [
      { disclosure: (await disclosureDelivered(office)).disclosure, how: 'filed', on: '2026-03-10', words: '2026-公开-1卷' },
    ],
  },
  'disclosure.hear': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureReceived(office)
      const said = {
        channel: 'telephone',
        heardOn: '2026-03-10',
        from: '来电人丙',
        content: '询问办理进度',
        answer: '已告知',
        improvement: '公布电话',
      } as const
      await be(office, '陈科')
      const { id: review } = await office.ok('review.draft', {
        carrier: 'other',
        unit: '业务一科',
        title: '关于接种的说明',
        summary: '说明',
        madeOn: '2026-03-10',
        pages: 1,
        channels: ['board'],
        plannedOn: '2026-03-20',
        audience: '社会公众',
      })
      await be(office, '韩综')
      return [
        { kind: 'enquiry', disclosure, ...said },
        { kind: 'suggestion', review, ...said },
      ]
    },
  },
  'disclosure.heard': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureReceived(office)
      return [{ kind: 'enquiry', disclosure, text: '询问', after: 100, limit: 10 }]
    },
  },
  'disclosure.list': plain('韩综', { state: 'received', waiting: true, dueBy: '2026-04-30', text: '名单', after: 100, limit: 10 }),
  'disclosure.get': {
    by: '韩综',
    inputs: async (office) => [{ disclosure: (await disclosureReceived(office)).disclosure }],
  },
}
