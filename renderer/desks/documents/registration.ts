import type { Input } from '../../../contract/index.ts'
import type { Urgency } from '../../../contract/terms.ts'
import { type Marked, readMark } from '../../../contract/written.ts'
import { copyNumbersOf } from './copy-numbers.ts'
import { symbolWritten } from './written.ts'

/** A registration as it is typed, box by box. */
export type Registration = {
  envelope: { envelopeNo: string; sender: string; receivedAt: string; sealIntact: boolean; sealNote: string }
  symbol: string
  title: string
  listed: number | undefined
  counted: number | undefined
  discrepancyNote: string
  copyNos: string
  mark: string
  basis: string
  madeOn: string
  scope: number[]
  urgency: Urgency
  attachments: string
  addressee: string
  handledBy: string
  returnBy: string
  copyBan: boolean
  remarks: string
}

/** The form as it opens: `now` is the office's minute, which most often is the time of receipt. */
export const unregistered = (now: string): Registration => ({
  envelope: { envelopeNo: '', sender: '', receivedAt: now, sealIntact: true, sealNote: '' },
  symbol: '',
  title: '',
  listed: undefined,
  counted: undefined,
  discrepancyNote: '',
  copyNos: '',
  mark: '',
  basis: '',
  madeOn: '',
  scope: [],
  urgency: 'ordinary',
  attachments: '',
  addressee: '',
  handledBy: '',
  returnBy: '',
  copyBan: false,
  remarks: '',
})

/** Level and period as the contract takes them. What cannot be read goes without, so that the vault asks for it. */
export const markedOf = (mark: string, basis: string): Pick<Input<'documents.register'>, 'level' | 'period'> => {
  const { level, period }: Partial<Marked> = readMark(mark) ?? {}
  const withBasis = period && (period.kind === 'years' || period.kind === 'until') && basis.trim() ? { ...period, basis: basis.trim() } : period
  return { level: level as Marked['level'], period: withBasis }
}

/** The typed form as an input of `documents.register`; `envelope` is the id of one that was signed in before. */
export const inputOf = (typed: Registration, envelope: number | null): Input<'documents.register'> => {
  const { mark, basis, copyNos, symbol, returnBy, listed, counted, ...same } = typed
  return {
    ...same,
    ...markedOf(mark, basis),
    envelope: envelope === null ? typed.envelope : { id: envelope },
    sender: typed.envelope.sender,
    symbol: symbolWritten(symbol),
    listed: listed as number,
    counted: counted as number,
    copyNos: copyNumbersOf(copyNos).numbers,
    returnBy: returnBy || undefined,
  }
}
