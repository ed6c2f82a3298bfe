import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { batchNow, completed, destroyed, done, finished, held, retired, returned, returnApproved, sent, witnessed } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { expectNamed } from '../../support/rebuilt.ts'

/** One vault with every kind of list in it, whole; each spoiling is of a copy of it. */
let whole: Office
beforeAll(async () => {
  whole = await openOffice()
  await destroyed(whole, 3)
  await returned(whole)
  const { hold } = await held(whole)
  await whole.ok('disposal.release', { hold, reason: '不再需要' })
  // Holds that came after an approval: what was approved stays as it was signed
  const batch = await sent(whole)
  await whole.ok('disposal.hold', { copy: batch.copies[0]?.id as number, kind: 'case', reason: '案件' })
  await completed(whole, { destruction: batch.destruction, numbers: batch.numbers.slice(1) })
  const parted = await sent(whole)
  const kept = { numbers: parted.numbers.slice(1), differences: [{ number: parted.numbers[0] as string, reason: '没有送到' }] }
  const named = ['周阅', '吴阅']
  await whole.ok('disposal.complete', await witnessed(whole, named, { destruction: parted.destruction, ...kept, ...done }))
  const list = await returnApproved(whole)
  await whole.ok('disposal.hold', { copy: list.copies[0]?.id as number, kind: 'retained', reason: '承办' })
  const open = await sent(whole)
  expect((await batchNow(whole, open.destruction)).state).toBe('sent')
  await whole.ok('disposal.propose', { kind: 'destruction', media: [await retired(whole)], reason: '停用' })
  await finished(whole)
  await whole.station.close()
})
afterAll(async () => {
  removeCopies()
  await whole.close()
})

describe('实施条例28 the verifier', () => {
  it('finds nothing in a vault where everything was done by the rules', () => {
    expect(verify(whole.dir).verdict.broken).toEqual([])
  })

  it.each([
    ['another witness', 'destruction_witness', "UPDATE destruction_witness SET person = (SELECT id FROM person WHERE name = '陈科') WHERE id = 1"],
    ['a copy taken off the list', 'destruction', 'DELETE FROM destruction_item WHERE id = 1'],
    ['another receipt', 'destruction', "UPDATE destruction SET receipt = '销回〔2026〕99号' WHERE id = 1"],
    [
      'the batch taken out',
      'signature',
      "DELETE FROM destruction_witness; DELETE FROM destruction_item; DELETE FROM destruction; DELETE FROM counter WHERE series = 'destruction'",
    ],
    ['a copy that is destroyed without a batch', 'copy', "UPDATE copy SET state = 'destroyed' WHERE id = (SELECT max(id) FROM copy)"],
    ['a carrier off its batch', 'medium', 'DELETE FROM destruction_item WHERE medium IS NOT NULL'],
    ['another reason why a copy was not destroyed', 'destruction', "UPDATE destruction_item SET kept = '另有用处' WHERE kept IS NOT NULL"],
    ['another reason of a hold', 'hold', "UPDATE hold SET reason = '别的' WHERE id = 1"],
    ['another receiver', 'return_list', "UPDATE return_list SET receiver = '别人' WHERE id = 1"],
    ['a list approved by another', 'return_list', "UPDATE return_list SET decided_by = (SELECT id FROM person WHERE name = '韩综') WHERE id = 1"],
  ])('names %s, the record rebuilt to fit', (_what, row, sql) => expectNamed(whole.dir, row, sql))
})
