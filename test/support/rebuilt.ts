import { expect } from 'vitest'
import { behindTheDoor, rebuildRecord, verify, withoutTriggers } from './attack.ts'
import { openOffice } from './office.ts'

/** Changes the rows of a closed vault behind the door, and rebuilds the record so that it fits again. */
export const rebuilt = (dir: string, sql: string): Promise<void> =>
  behindTheDoor(dir, (database) =>
    withoutTriggers(database, () => {
      database.exec(sql)
      rebuildRecord(database)
    }),
  )

/**
 * Spoils a copy of a vault so: the standalone verifier still names a row of the
 * table `row`, by the rules and the signatures alone.
 */
export const expectNamed = async (from: string, row: string, sql: string): Promise<void> => {
  const office = await openOffice({ from })
  try {
    await office.station.close()
    await rebuilt(office.dir, sql)
    const { exit, places } = verify(office.dir)
    expect(exit).toBe(1)
    expect(
      places.some((place) => place?.startsWith(`${row} `)),
      JSON.stringify(places),
    ).toBe(true)
  } finally {
    await office.close()
  }
}
