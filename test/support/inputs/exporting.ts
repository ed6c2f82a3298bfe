import { proposed } from '../disposals.ts'
import { be, registered } from '../records.ts'
import type { Inputs } from './base.ts'

/** 导出: every field of the filter with a list that knows it. */
export const exportInputs: Inputs<'export'> = {
  'export.list': {
    by: '李保',
    inputs: async (office) => {
      const { id: document } = await registered(office)
      await be(office, '李保')
      const step = { list: 'loans', filter: { overdue: false, waiting: true } } as const
      const register = {
        register: 'classified',
        year: 2026,
        level: 'confidential',
        state: 'registered',
        text: '预备',
        out: false,
        expiry: 'soon',
        toReturn: true,
      } as const
      return [
        { list: 'register', filter: register },
        { ...step, ticket: await office.ticket('王管', 'export.list', step) },
        { list: 'sheets', filter: { open: true } },
        { list: 'knowers', filter: { document } },
        { list: 'kept', filter: { loose: true, archived: false } },
        { list: 'media', filter: { kind: 'disk' } },
        { list: 'holdings', filter: { person: office.id('周阅'), late: 'loan' } },
        { list: 'destruction', filter: { record: (await proposed(office)).destruction } },
        { list: 'reviewSummary', filter: { year: 2026, month: 3 } },
        { list: 'publications', filter: { class: 'other', standing: 'ready', toTakeDown: false } },
        { list: 'exports', filter: { from: '2026-03-01', to: '2026-03-31' } },
      ]
    },
  },
}
