import type { Redeemed } from '../../../contract/bridge.ts'
import { type Opened, settingsOf } from '../door/opened.ts'

/** What a ticket entitles the shell to, for a sheet with the printers that it may go to: those that the settings list now, and no other (checklist 49). */
export const onListed = ({ database }: Opened, grant: Redeemed | null): Redeemed | null =>
  grant?.kind === 'paper' || grant?.kind === 'sealed' ? { ...grant, printers: settingsOf(database).printers } : grant
