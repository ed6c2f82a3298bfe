import { type ComponentType, lazy } from 'react'
import type { Desk } from '../../contract/terms.ts'

/** A desk's page. `id` is the record that the address names. */
export type DeskPage = ComponentType<{ id: number | null }>

/** Every desk's page, read when it is first opened. */
export const deskPages: Record<Desk, DeskPage> = {
  today: lazy(() => import('../desks/today/index.tsx')),
  documents: lazy(() => import('../desks/documents/index.tsx')),
  circulation: lazy(() => import('../desks/circulation/index.tsx')),
  people: lazy(() => import('../desks/people/index.tsx')),
  office: lazy(() => import('../desks/office/index.tsx')),
  audit: lazy(() => import('../desks/audit/index.tsx')),
}
