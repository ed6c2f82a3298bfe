import { proposed } from '../disposals.ts'
import { importedLedger } from '../records/importing.ts'
import { be, registered } from '../records.ts'
import type { Office } from '../office.ts'
import type { Base, Inputs } from './base.ts'

/** Every field of the filter with a list that knows it, the leader's leave for one of them. */
const lists = (call: 'export.list' | 'paper.list') => async (office: Office) => {
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
    import: (await importedLedger(office)).id,
  } as const
  return [
    { list: 'register' as const, filter: register },
    { ...step, ticket: await office.ticket('王管', call, step) },
    { list: 'sheets' as const, filter: { open: true } },
    { list: 'knowers' as const, filter: { document } },
    { list: 'kept' as const, filter: { loose: true, archived: false } },
    { list: 'media' as const, filter: { kind: 'disk' as const } },
    { list: 'holdings' as const, filter: { person: office.id('周阅'), late: 'loan' as const } },
    { list: 'destruction' as const, filter: { record: (await proposed(office)).destruction } },
    { list: 'reviewSummary' as const, filter: { year: 2026, month: 3 } },
    { list: 'publications' as const, filter: { class: 'other' as const, standing: 'ready' as const, toTakeDown: false } },
    { list: 'exports' as const, filter: { from: '2026-03-01', to: '2026-03-31' } },
  ]
}

/** 导出 Excel. */
export const exportInputs: Inputs<'export'> = { 'export.list': { by: '李保', inputs: lists('export.list') } }
/** 打印清单: asked for as a file is. */
export const listPrint: Base<'paper.list'> = { by: '李保', inputs: lists('paper.list') }
