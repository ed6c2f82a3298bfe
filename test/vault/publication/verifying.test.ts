import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import {
  be,
  endings,
  opinion,
  publicationEnded,
  publicationListed,
  publicationPublished,
  publicationReviewed,
  releaseOf,
  text,
} from '../../support/records.ts'

/** An office in which entries stand in every way, closed. */
let office: Office
let whole: Record<'listed' | 'ready' | 'published' | 'takenDown' | 'withdrawn' | 'withheld' | 'cancelled' | 'again', number>
beforeAll(async () => {
  office = await openOffice()
  const again = await publicationEnded(office, 'withdrawn')
  const review = again.review as number
  await office.ok('review.revise', { review, version: 1, ...text({ attribute: undefined }), changes: '更正时间' })
  await office.ok('review.opine', { review, version: 2, ...opinion() })
  await be(office, '孙审')
  await office.ok('review.examine', { review, version: 2, agree: true })
  await be(office, '赵组')
  await office.ok('review.decide', { review, version: 2, outcome: 'open' })
  await releaseOf(office, review, { version: 2 })
  const takenDown = await publicationEnded(office, 'takenDown')
  await releaseOf(office, takenDown.review as number, { channel: 'board' })
  whole = {
    again: again.publication,
    takenDown: takenDown.publication,
    listed: (await publicationListed(office)).publication,
    ready: (await publicationReviewed(office)).publication,
    published: (await publicationPublished(office)).publication,
    withdrawn: (await publicationEnded(office, 'withdrawn')).publication,
    withheld: (await publicationEnded(office, 'withheld')).publication,
    cancelled: (await publicationEnded(office, 'cancelled')).publication,
  }
  await be(office, '韩综')
  await office.ok('publication.end', { publication: takenDown.publication, ending: { ...endings.withdrawn, cause: 'secret' } })
  await office.station.close()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

it('A3(1) the verifier holds with entries in every way', () => {
  expect(verify(office.dir).verdict.broken).toEqual([])
})

/** What the verifier says once these rows are changed behind the door and the record is rebuilt to fit, entry by entry. */
const toldOf = async (changes: Partial<Record<keyof typeof whole, string>>): Promise<(which: keyof typeof whole) => string> => {
  const spoilt = await openOffice({ from: office.dir })
  try {
    await spoilt.station.close()
    const sql = Object.entries(changes).map(([which, change]) => change.replaceAll('?', String(whole[which as keyof typeof whole])))
    await rebuilt(spoilt.dir, sql.join(';'))
    const { broken } = verify(spoilt.dir).verdict
    return (which) =>
      broken
        .filter(({ where }) => where?.startsWith(`publication ${whole[which]}（`))
        .map(({ why }) => why)
        .join('\n')
  } finally {
    await spoilt.close()
  }
}

const steps = 'UPDATE publication_step SET'
it('B1, A3(3) what is said to be public and is not, a day or an ending that its releases do not bear, is named', async () => {
  const told = await toldOf({
    ready: "UPDATE publication SET state = 'published', published_on = '2026-03-10' WHERE id = ?",
    published: 'UPDATE publication SET take_down_by = NULL WHERE id = ?',
    again: "UPDATE publication SET published_on = '2026-03-09' WHERE id = ?",
    takenDown: `${steps} on_day = '2026-03-01' WHERE publication = ? AND act = 'takenDown'`,
    withdrawn: `${steps} version = 2 WHERE publication = ?`,
    withheld: `${steps} words = '另有理由' WHERE publication = ?`,
    cancelled: `${steps} by_person = 6 WHERE publication = ?`,
    listed: "DELETE FROM deadline WHERE of_table = 'publication' AND record = ?",
  })
  expect(told('ready')).toContain('状态与发布登记和所签的各步骤不符')
  expect(told('published')).toContain('下网日期与发布登记不符')
  expect(told('again')).toContain('公开日期与发布登记不符')
  expect(told('takenDown')).toContain('网上留存不满一年就登记下网')
  for (const which of ['withdrawn', 'withheld'] as const) expect(told(which), which).toContain('所写的与所签的不同')
  expect(told('cancelled')).toContain('没有这项职责')
  expect(told('listed')).toContain('没有公开期限')
})

it('C6(2), A3(3) a text that was released again, a heading that stays, an ending that was taken away are named', async () => {
  const told = await toldOf({
    again: `${steps} version = 2 WHERE publication = ?`,
    takenDown: "UPDATE publication SET class = 'rules' WHERE id = ?",
    withdrawn: 'DELETE FROM publication_step WHERE publication = ?',
    listed: "UPDATE deadline SET open = 0 WHERE of_table = 'publication' AND record = ?",
    ready: "UPDATE publication SET channels = '[]' WHERE id = ?",
    published: 'UPDATE publication SET year = 2025 WHERE id = ?',
  })
  expect(told('again')).toContain('办结的文本又作了发布')
  expect(told('takenDown')).toContain('长期公开的或者不在网站上的登记了下网')
  expect(told('withdrawn')).toContain('状态与发布登记和所签的各步骤不符')
  expect(told('listed')).toContain('公开期限与状态不符')
  expect(told('ready')).toContain('没有公开方式')
  expect(told('published')).toContain('编号与年度不符')
})
