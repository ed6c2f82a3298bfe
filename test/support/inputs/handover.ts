import { be, handingOver, place, registered, withPassword } from '../records.ts'
import { plain, type Inputs } from './base.ts'

/** The desk 离岗移交. */
export const handoverInputs: Inputs<'handover'> = {
  'handover.begin': {
    by: '李保',
    inputs: async (office) => {
      const { handover } = await handingOver(office)
      await office.ok('handover.cancel', { handover, reason: '重新生成' })
      return [{ person: office.id('周阅'), reason: '离职' }]
    },
  },
  'handover.check': {
    by: '李保',
    inputs: async (office) => {
      const { handover, numbers } = await handingOver(office)
      return [{ handover, numbers, condition: '有折痕' }]
    },
  },
  'handover.supervise': {
    by: '李保',
    inputs: async (office) => {
      const { handover, numbers } = await handingOver(office)
      await office.ok('handover.check', { handover, numbers })
      const step = { handover }
      return [{ ...step, ticket: await office.ticket('韩综', 'handover.supervise', step) }]
    },
  },
  'handover.complete': {
    by: '李保',
    // Somebody of their own: 周阅 has what other steps left with her
    inputs: async (office) => {
      const leaver = await withPassword(office)
      const { copies } = await registered(office, { scope: [leaver.id] })
      const copy = copies[0] as { id: number; number: string }
      const { id: loan } = await office.ok('lending.request', { copy: copy.id, borrower: leaver.id, reason: '办理需要', place, until: '2026-03-12' })
      await be(office, '韩综')
      await office.ok('lending.decide', { loan, approve: true })
      await be(office, '李保')
      await office.signed(leaver.name, 'lending.lend', { loan })
      const { id: handover } = await office.ok('handover.begin', { person: leaver.id, reason: '离职' })
      await office.ok('handover.check', { handover, numbers: [copy.number] })
      await office.signed('韩综', 'handover.supervise', { handover })
      return [{ handover, ticket: await office.ticket(leaver.name, 'handover.complete', { handover }) }]
    },
  },
  'handover.cancel': {
    by: '李保',
    inputs: async (office) => [{ handover: (await handingOver(office)).handover, reason: '不走了' }],
  },
  'handover.list': plain('李保', { state: 'listed', open: true, text: '移交', after: 100, limit: 10 }),
  'handover.get': {
    by: '韩综',
    inputs: async (office) => {
      const { handover } = await handingOver(office)
      await be(office, '韩综')
      return [{ handover }]
    },
  },
}
