import { afterAll, beforeAll, describe, it } from 'vitest'
import { removeCopies } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { expectNamed } from '../../support/rebuilt.ts'
import { archived, breachTaken, countedShort } from '../../support/records.ts'

let lived: Office
beforeAll(async () => {
  lived = await openOffice()
  await archived(lived)
  const { numbers, stockTaking, missing } = await countedShort(lived)
  await lived.signed('韩综', 'keeping.archive', { numbers: numbers.slice(0, 1), volume: '2026-永久-1', place: '档案室', day: '2026-03-10' })
  await lived.ok('keeping.found', { stockTaking, numbers: [missing], note: '夹在另一卷内' })
  const other = await countedShort(lived)
  const { breach } = await breachTaken(lived, { numbers: [other.missing] })
  await lived.ok('breaches.found', { breach, numbers: [other.missing] })
  await lived.station.close()
})
afterAll(async () => {
  await lived.close()
  removeCopies()
})

describe('F1(6) the verifier, the record rebuilt to fit', () => {
  it.each([
    ['another volume', 'archiving', "UPDATE archiving SET volume = '2026-10年-9' WHERE id = 1"],
    [
      'a copy out of the archive',
      'archiving',
      "UPDATE copy SET archiving = NULL, state = 'inBox' WHERE id = (SELECT min(id) FROM copy WHERE archiving = 1)",
    ],
    ['a copy archived by nobody', 'copy', "UPDATE copy SET state = 'archived', box = NULL WHERE archiving IS NULL"],
    ['a copy in a closed box', 'copy', "UPDATE box SET state = 'closed'; UPDATE box_change SET state = 'closed'"],
    ['another keeper', 'box', "UPDATE box SET custodian = (SELECT id FROM person WHERE name = '韩综')"],
    [
      'a copy that was there after all',
      'stock_taking',
      'UPDATE stock_item SET missing = 0, settled_at = NULL, settled_note = NULL, settle_signature = NULL, breach = NULL, counted_at = (SELECT begun_at FROM stock_taking) WHERE missing = 1; UPDATE stock_taking SET counted = 2',
    ],
    ['another witness', 'stock_taking', "UPDATE stock_taking SET supervised_by = (SELECT id FROM person WHERE name = '王管')"],
    ['another reason why it was found', 'stock_item', "UPDATE stock_item SET settled_note = '没有丢' WHERE missing = 1"],
    ['another explanation of a difference', 'stock_taking', "UPDATE stock_item SET note = '外借未归' WHERE missing = 1"],
    ['a difference over with a case that did not end it', 'stock_item', 'UPDATE breach_copy SET fate = NULL'],
    ['the stock-taking taken out', 'signature', "DELETE FROM stock_item; DELETE FROM stock_taking; DELETE FROM counter WHERE series = 'stockTaking'"],
  ])('names %s', (_what, row, sql) => expectNamed(lived.dir, row, sql))
})
