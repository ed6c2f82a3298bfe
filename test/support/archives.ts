import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Office } from './office.ts'
import { be, mediumOf } from './records.ts'

/** An export of the whole that 李保 asked for and 王管 approved, with the shell's ticket. 李保 is signed in. */
export const archiveAsked = async (office: Office) => {
  await be(office, '李保')
  return office.signed('王管', 'archive.begin', {})
}

/** The folder of an export of the whole as the office stands now, on its medium. */
export const archived = async (office: Office, medium = mediumOf(office)): Promise<string> => {
  const { ticket } = await archiveAsked(office)
  const ended = await office.station.carryOut(ticket, medium)
  if (!ended.ok || ended.how !== 'saved') throw new Error(JSON.stringify(ended))
  return join(medium, readdirSync(medium).sort().at(-1) as string)
}
