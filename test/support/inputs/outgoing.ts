import { be, outgoingApproved, outgoingDrafted, outgoingSent, registered } from '../records.ts'
import { plain, type Inputs } from './base.ts'

const periods = [
  { kind: 'years', years: 25, basis: '有法定依据' },
  { kind: 'months', months: 6 },
  { kind: 'until', until: '2030-01-01', basis: '有法定依据' },
  { kind: 'condition', condition: '项目公布之日' },
  { kind: 'unmarked' },
] as const

/** The desk 上报答复. */
export const outgoingInputs: Inputs<'outgoing'> = {
  'outgoing.draft': {
    by: '李保',
    inputs: async (office) => {
      const { id: document } = await registered(office)
      return periods.map((period) => ({
        document,
        title: '关于答复示范工作的函',
        symbol: '青疾控密函〔2026〕1号',
        level: 'confidential' as const,
        period,
        madeOn: '2026-03-10',
        addressee: '青禾市人民政府办公室',
        copies: 2,
        maker: office.id('陈科'),
      }))
    },
  },
  'outgoing.decide': {
    by: '李保',
    inputs: async (office) => {
      const step = { outgoing: (await outgoingDrafted(office)).outgoing, approve: true, opinion: '同意' }
      return [{ ...step, ticket: await office.ticket('王管', 'outgoing.decide', step) }]
    },
  },
  'outgoing.send': {
    by: '李保',
    inputs: async (office) => {
      const [one, other] = [await outgoingApproved(office), await outgoingApproved(office)]
      return [
        { outgoing: one.outgoing, route: 'person', carriers: [office.id('周阅'), office.id('吴阅')], sentAt: '2026-03-10T09:00' },
        { outgoing: other.outgoing, route: 'courier', waybill: '机交0001', sentAt: '2026-03-10T09:00' },
      ]
    },
  },
  'outgoing.receipt': {
    by: '李保',
    inputs: async (office) => [{ outgoing: (await outgoingSent(office)).outgoing, receipt: '回执0001', receivedOn: '2026-03-10' }],
  },
  'outgoing.cancel': { by: '李保', inputs: async (office) => [{ outgoing: (await outgoingDrafted(office)).outgoing, reason: '重新拟制' }] },
  'outgoing.list': plain('李保', { state: 'drafted', text: '函', after: 100, limit: 10 }),
  'outgoing.get': {
    by: '王管',
    inputs: async (office) => {
      const { outgoing } = await outgoingDrafted(office)
      await be(office, '王管')
      return [{ outgoing }]
    },
  },
}
