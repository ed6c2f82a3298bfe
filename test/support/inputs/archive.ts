import { mediumOf, be } from '../records.ts'
import { archiveAsked } from '../archives.ts'
import { plain, type Inputs } from './base.ts'

/** 整库导出. */
export const archiveInputs: Inputs<'archive'> = {
  'archive.begin': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      return [{ ticket: await office.ticket('王管', 'archive.begin', {}) }]
    },
  },
  'archive.progress': plain('李保', {}),
  'archive.cancel': {
    by: '李保',
    inputs: async (office) => {
      const { ticket } = await archiveAsked(office)
      void office.station.carryOut(ticket, mediumOf(office))
      return [{}]
    },
  },
  'archive.list': plain('李保', { after: 9, limit: 5 }),
}
