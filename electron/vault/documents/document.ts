import type { DocumentState, Register } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

export type DocumentBase = { id: number; number: string; register: Register; state: DocumentState; current: number; out: number }

export const documentById = (read: Read, id: number, field = 'document'): DocumentBase =>
  read.get<DocumentBase>('SELECT id, number, register, state, current, out FROM document WHERE id = ?', id) ??
  refuse('input.unknownRecord', '没有这份文件，请从登记簿中选择。', { field })
