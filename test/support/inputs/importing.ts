import { chosenLedger, importedLedger, ledgerCells, tried } from '../records.ts'
import type { Inputs } from './base.ts'
import { LEDGER_COLUMNS } from '../../../contract/terms.ts'
import type { Input } from '../../../contract/index.ts'

/** 旧账导入: with a ledger that the shell's dialog chose. */
export const importingInputs: Inputs<'importing'> = {
  'importing.file': {
    by: '李保',
    inputs: async (office) => {
      await chosenLedger(office, [ledgerCells()])
      return [{}]
    },
  },
  'importing.try': {
    by: '李保',
    inputs: async (office) => {
      const file = await chosenLedger(office, [ledgerCells({ 备注: '原簿第三页' })])
      const { ledger } = await office.ok('importing.file', {})
      const columns = ledger?.sheets[0]?.columns ?? {}
      // Each column of an old ledger once, in the place of one that is there and need not be named
      const others = LEDGER_COLUMNS.filter((column) => columns[column] === undefined)
      const { remarks: place, ...rest } = columns
      return [
        { file, sheet: 0, kind: 'intake', columns },
        ...others.map((column): Input<'importing.try'> => ({ file, sheet: 0, kind: 'holdings', columns: { ...rest, [column]: place } })),
      ]
    },
  },
  'importing.rows': {
    by: '李保',
    inputs: async (office) => {
      const file = await chosenLedger(office, [ledgerCells(), ledgerCells({ 密级: '极密' })])
      await tried(office, file)
      return [
        { file, fate: 'faulty', after: 0, limit: 50 },
        { file, fate: 'register' },
      ]
    },
  },
  'importing.leave': { by: '李保', inputs: async (office) => [{ file: await chosenLedger(office, [ledgerCells()]) }] },
  'importing.commit': {
    by: '李保',
    inputs: async (office) => {
      const file = await chosenLedger(office, [ledgerCells(), ledgerCells({ 密级: '极密' })])
      await tried(office, file)
      return [{ file, faultless: true }]
    },
  },
  'importing.list': {
    by: '李保',
    inputs: async (office) => {
      await importedLedger(office)
      return [{ text: '旧账', after: 100, limit: 10 }]
    },
  },
}
