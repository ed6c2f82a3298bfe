import { boxMade, countedShort, counting, finished, fresh, stored } from '../records.ts'
import { plain, type Inputs } from './base.ts'

/** The desk 归档清点. */
export const keepingInputs: Inputs<'keeping'> = {
  'keeping.setBox': {
    by: '李保',
    inputs: async (office) => {
      const { box, number } = await boxMade(office)
      const place = { cabinet: '乙柜', shelf: '二层', custodian: office.id('李保') }
      return [
        { number: fresh('箱'), ...place },
        { box, number, ...place, state: 'closed', reason: '搬迁' },
      ]
    },
  },
  'keeping.boxes': plain('李保', {}),
  'keeping.store': {
    by: '李保',
    inputs: async (office) => {
      const { numbers } = await finished(office)
      return [{ box: (await boxMade(office)).box, numbers }]
    },
  },
  'keeping.archive': {
    by: '李保',
    inputs: async (office) => {
      const { numbers } = await stored(office)
      const step = { numbers, volume: '2026-永久-3', place: '档案室', day: '2026-03-10' }
      return [{ ...step, ticket: await office.ticket('韩综', 'keeping.archive', step) }]
    },
  },
  'keeping.copies': {
    by: '李保',
    inputs: async (office) => [{ box: (await stored(office)).box, loose: false, archived: false, text: '函', after: 1000, limit: 10 }],
  },
  'keeping.begin': {
    by: '李保',
    inputs: async (office) => [{ boxes: [(await stored(office)).box], reason: '年度清点' }],
  },
  'keeping.scan': {
    by: '李保',
    inputs: async (office) => {
      const { stockTaking, numbers } = await counting(office)
      return [{ stockTaking, numbers }]
    },
  },
  'keeping.close': {
    by: '李保',
    inputs: async (office) => {
      const { stockTaking, numbers } = await counting(office)
      await office.ok('keeping.scan', { stockTaking, numbers: numbers.slice(0, 1) })
      const step = { stockTaking, notes: [{ number: numbers[1] as string, note: '正在查找' }] }
      return [{ ...step, ticket: await office.ticket('韩综', 'keeping.close', step) }]
    },
  },
  'keeping.cancel': { by: '李保', inputs: async (office) => [{ stockTaking: (await counting(office)).stockTaking, reason: '另行安排' }] },
  'keeping.found': {
    by: '李保',
    inputs: async (office) => {
      const { stockTaking, missing } = await countedShort(office)
      return [{ stockTaking, numbers: [missing], note: '夹在另一卷内' }]
    },
  },
  'keeping.list': plain('李保', { state: 'counting', after: 100, limit: 10 }),
  'keeping.get': { by: '李保', inputs: async (office) => [{ stockTaking: (await counting(office)).stockTaking, absent: true }] },
  'keeping.balance': plain('李保', { year: 2026 }),
}
