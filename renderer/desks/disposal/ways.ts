import type { DisposalKind } from '../../../contract/terms.ts'
import { go } from '../../app/routes.tsx'

/** The parts of the desk: a list of each kind, and 留用. */
export type Tab = DisposalKind | 'hold'

/** `return`, `return-12`, `destruction-7-count`, `new-return`, `new-hold`: what the address says of this desk. */
export type Way = { tab: Tab; id: number | null; act: string | null; making: boolean }
const ADDRESS = /^(new-)?(return|destruction|hold)(?:-(\d+))?(?:-([a-zA-Z]+))?$/

export const wayOf = (sub: string | null): Way => {
  const [, making, tab = 'return', id, act = null] = ADDRESS.exec(sub ?? '') ?? []
  return { tab: tab as Tab, id: id ? Number(id) : null, act, making: making !== undefined }
}

export const toTab = (tab: Tab): void => go('disposal', null, tab)
export const toBatch = (kind: DisposalKind, id: number, act?: string): void => go('disposal', null, [kind, id, act].filter(Boolean).join('-'))
export const toMaking = (tab: Tab): void => go('disposal', null, `new-${tab}`)
