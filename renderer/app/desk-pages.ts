import { type FunctionComponent, lazy } from 'react'
import { DESKS, type Desk } from '../../contract/terms.ts'

/** A desk's page. `id` is the record that the address names. */
export type DeskPage = FunctionComponent<{ id: number | null }>

/** A part of the page that is read while somebody signs in. `now` is the part itself once it is here, else one that waits for it. */
const part = <P extends object>(read: () => Promise<{ default: FunctionComponent<P> }>) => {
  const later: FunctionComponent<P> = lazy(read)
  let here = later
  const fetch = async () => {
    here = (await read()).default
  }
  return { fetch, now: () => here }
}

const pages: Record<Desk, { fetch: () => Promise<void>; now: () => DeskPage }> = {
  today: part(() => import('../desks/today/index.tsx')),
  documents: part(() => import('../desks/documents/index.tsx')),
  importing: part(() => import('../desks/importing/index.tsx')),
  circulation: part(() => import('../desks/circulation/index.tsx')),
  reproduction: part(() => import('../desks/reproduction/index.tsx')),
  lending: part(() => import('../desks/lending/index.tsx')),
  keeping: part(() => import('../desks/keeping/index.tsx')),
  handover: part(() => import('../desks/handover/index.tsx')),
  breaches: part(() => import('../desks/breaches/index.tsx')),
  disposal: part(() => import('../desks/disposal/index.tsx')),
  media: part(() => import('../desks/media/index.tsx')),
  outgoing: part(() => import('../desks/outgoing/index.tsx')),
  review: part(() => import('../desks/review/index.tsx')),
  publication: part(() => import('../desks/publication/index.tsx')),
  disclosure: part(() => import('../desks/disclosure/index.tsx')),
  people: part(() => import('../desks/people/index.tsx')),
  office: part(() => import('../desks/office/index.tsx')),
  audit: part(() => import('../desks/audit/index.tsx')),
}
const searchBox = part(() => import('../desks/today/search-box.tsx'))

/**
 * Reads every desk while somebody signs in, so that a desk stands there, and takes its keys, the moment it is asked for.
 * One that cannot be read is read again when it is opened, and says there what is wrong.
 */
export const fetchDesks = (): void => {
  for (const each of [...DESKS.map((desk) => pages[desk]), searchBox]) each.fetch().catch(() => null)
}

export const deskPage = (desk: Desk): DeskPage => pages[desk].now()
export const searchBoxPart = (): FunctionComponent => searchBox.now()
