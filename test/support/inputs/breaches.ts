import { be, breachHandled, breachReported, breachTaken, concluded, registered } from '../records.ts'
import { type Inputs, plain } from './base.ts'

/** The desk 违规遗失. */
export const breachesInputs: Inputs<'breaches'> = {
  'breaches.report': {
    by: '李保',
    inputs: async (office) => {
      const { copies } = await registered(office)
      const told = { kind: 'loss' as const, note: '清点时少一份', discoveredAt: '2026-03-10T08:40' }
      return [{ ...told, numbers: [copies[0]?.number as string], persons: [office.id('吴阅')], reporter: office.id('周阅') }]
    },
  },
  'breaches.takeOn': {
    by: '王管',
    inputs: async (office) => {
      const { breach } = await breachReported(office)
      await be(office, '王管')
      return [{ breach, handler: office.id('李保') }]
    },
  },
  'breaches.notify': {
    by: '李保',
    inputs: async (office) => {
      const { breach } = await breachTaken(office)
      const other = await breachTaken(office, { kind: 'lateral', note: '送阅途中交给他人', numbers: [] })
      const exempt = { breach: other.breach, how: { kind: 'exempt' as const, reason: '当场纠正，没有扩散' } }
      return [
        { breach, how: { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } },
        { ...exempt, ticket: await office.ticket('王管', 'breaches.notify', exempt) },
      ]
    },
  },
  'breaches.measure': {
    by: '李保',
    inputs: async (office) => [{ breach: (await breachTaken(office)).breach, measure: '封存保密柜', persons: [office.id('吴阅')] }],
  },
  'breaches.found': {
    by: '李保',
    inputs: async (office) => {
      const { breach, copy } = await breachTaken(office)
      return [{ breach, numbers: [copy.number], condition: '封面有水渍' }]
    },
  },
  'breaches.close': {
    by: '李保',
    inputs: async (office) => {
      const step = { breach: (await breachHandled(office)).breach, ...concluded }
      return [{ ...step, ticket: await office.ticket('王管', 'breaches.close', step) }]
    },
  },
  'breaches.list': plain('李保', { state: 'registered', open: true, kind: 'loss', text: '违规', after: 100, limit: 10 }),
  'breaches.get': { by: '李保', inputs: async (office) => [{ breach: (await breachReported(office)).breach }] },
}
