import { be, handingOver } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

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
    inputs: async (office) => {
      const { handover, numbers } = await handingOver(office)
      await office.ok('handover.check', { handover, numbers })
      await office.signed('韩综', 'handover.supervise', { handover })
      return [await byReader(office, 'handover.complete', { handover })]
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
