import type { publication } from '../../../contract/publication.ts'
import type { Desk } from '../door/unit.ts'
import { end } from './ending.ts'
import { enter, link } from './entering.ts'
import { get, list } from './reading.ts'

/** The procedures of the 主动公开 desk. What makes an entry public is the 发布登记 of its review, `review.release`: there is no second way (B1). */
export const publicationDesk: Desk<typeof publication> = {
  'publication.enter': enter,
  'publication.link': link,
  'publication.end': end,
  'publication.list': list,
  'publication.get': get,
}
