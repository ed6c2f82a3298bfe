import type { PublicationRow } from '../../../contract/publication-views.ts'
import { channelLabel } from '../../../contract/terms.ts'

/** By which ways: 网站、公开栏、其他（社区广播）. */
export const waysInWords = ({ channels, channelNote }: Pick<PublicationRow, 'channels' | 'channelNote'>): string =>
  channels.map((one) => (one === 'elsewhere' && channelNote ? `${channelLabel[one]}（${channelNote}）` : channelLabel[one])).join('、')

/** What its next day is: to be made public, or to leave the 网站; null where it has none. */
export const nextDay = ({ state, publishBy, overdueDays, takeDownBy }: PublicationRow): { says: string; late: boolean } | null => {
  if (state === 'listed' && publishBy !== null)
    return { says: overdueDays > 0 ? `${publishBy} 逾期${overdueDays}天` : publishBy, late: overdueDays > 0 }
  return state === 'published' && takeDownBy !== null ? { says: `${takeDownBy} 下网`, late: false } : null
}
