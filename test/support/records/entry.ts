import type { Input } from '../../../contract/index.ts'
import { identityOf, type Office } from '../office.ts'
import { be } from './acting.ts'
import { withPassword } from './people.ts'

type Entry = Input<'entry.fromPaper'>

const OTHER = '冯保'

/** Another 保密员, signed in: nobody enters the decision on what they asked for or listed themselves. */
export const otherOfficer = async (office: Office): Promise<string> => {
  await be(office, '李保')
  const { rows } = await office.ok('people.choose', {})
  if (!rows.some(({ name }) => name === OTHER)) await withPassword(office, ['officer'], { name: OTHER, identity: identityOf(OTHER) })
  await be(office, OTHER)
  return OTHER
}

export const SIGNED_AT = '2026-03-10T09:00'

/** What is entered of a paper that somebody signed. */
export const entryOf = (office: Office, signer: string, step: Entry['step'], over: Partial<Entry> = {}): Entry => ({
  step,
  signer: office.id(signer),
  signedAt: SIGNED_AT,
  reason: '停电，先在纸上签字',
  kept: '综合办公室纸质签夹第3页',
  ...over,
})
