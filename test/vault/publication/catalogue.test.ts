import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLICATION_CLASSES } from '../../../contract/terms.ts'
import { leavesOn } from '../../../electron/vault/publication/released.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  endings,
  entry,
  opinion,
  plainText,
  publicationEnded,
  publicationListed,
  publicationOf,
  publicationPublished,
  publicationReviewed,
  publicationYearOld,
  releaseOf,
  reviewDecided,
  reviewDrafted,
  reviewExamined,
  reviewReleased,
  text,
  withPassword,
} from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** The text of a review is replaced, and the new one decided 可公开. */
const revisedAndOpen = async (review: number, version = 1) => {
  await be(office, '陈科')
  await office.ok('review.revise', { review, version, ...text({ attribute: undefined }), changes: '更正时间' })
  await office.ok('review.opine', { review, version: version + 1, ...opinion() })
  await be(office, '孙审')
  await office.ok('review.examine', { review, version: version + 1, agree: true })
  await be(office, '赵组')
  await office.ok('review.decide', { review, version: version + 1, outcome: 'open' })
  await be(office, '陈科')
}

describe('A1–A3 列入公开目录', () => {
  it('A3(1) 公开目录: a gap-free number, its heading, its 科室; the day it was made has come', async () => {
    const one = await publicationListed(office)
    const other = await publicationListed(office, { class: 'rules' })
    const seq = (number: string) => Number(/^公开〔2026〕(\d{4})$/.exec(number)?.[1])
    expect(seq(other.number)).toBe(seq(one.number) + 1)
    expect(await publicationOf(office, other.publication)).toMatchObject({
      class: 'rules',
      department: '业务一科',
      standing: 'toReview',
      review: null,
    })
    expect(await office.no('publication.enter', entry({ madeOn: '2026-03-11' }))).toMatchObject({ code: 'input.future', field: 'madeOn' })
  })

  it('条例20 every heading of the catalogue, and no other', async () => {
    for (const heading of PUBLICATION_CLASSES) await publicationListed(office, { class: heading })
    expect(await office.no('publication.enter', { ...entry(), class: '内部事务' })).toMatchObject({ field: 'class' })
  })

  it('A3(2) 公开形式: 宣传栏、网站、媒体、电话、发放材料, each once; 其他 says which', async () => {
    const { publication } = await publicationListed(office, { channels: ['board', 'site', 'press', 'radio', 'television', 'telephone', 'leaflets'] })
    expect((await publicationOf(office, publication)).channels).toHaveLength(7)
    const no = (over: object) => office.no('publication.enter', { ...entry(), ...over })
    expect(await no({ channels: [] })).toMatchObject({ field: 'channels' })
    expect(await no({ channels: ['site', 'site'] })).toMatchObject({ code: 'input.duplicate', clause: 'A3(2)', field: 'channels' })
    expect(await no({ channels: ['elsewhere'] })).toMatchObject({ code: 'input.missing', clause: 'A3(2)', field: 'channelNote' })
    expect(await no({ channelNote: '喇叭' })).toMatchObject({ code: 'input.unknownField', clause: 'A3(2)', field: 'channelNote' })
  })

  it('A2 主动公开和依申请公开分开: × a 公文 whose 属性 is not 主动公开; × a review of nobody, void, or of another entry', async () => {
    for (const attribute of ['onApplication', 'withheld'] as const) {
      const { review } = await reviewDrafted(office, { attribute })
      expect(await office.no('publication.enter', entry({ review }))).toMatchObject({ code: 'rule.forbids', clause: 'A2', field: 'review' })
    }
    const { review, number } = await publicationReviewed(office)
    expect(await office.no('publication.enter', entry({ review }))).toMatchObject({ clause: 'A3(1)', message: expect.stringContaining(number) })
    expect(await office.no('publication.enter', entry({ review: 9999 }))).toMatchObject({ code: 'input.unknownRecord', field: 'review' })
    const void_ = await reviewDrafted(office)
    await office.ok('review.close', { review: void_.review, version: 1, how: 'cancelled', words: '不再公开' })
    expect(await office.no('publication.enter', entry({ review: void_.review }))).toMatchObject({ clause: 'A3(1)', field: 'review' })
  })

  it('A1 除依法免予公开外均予公开: × 不予公开 that its review did not decide; with it the entry ends, signed', async () => {
    const { publication } = await publicationReviewed(office)
    const withhold = { publication, ending: endings.withheld }
    expect(await office.no('publication.end', withhold)).toMatchObject({ code: 'rule.forbids', clause: 'A1', field: 'ending.kind' })
    for (const outcome of ['withheld', 'onApplication'] as const) {
      const refused = await publicationReviewed(office, outcome)
      const mark = outcome === 'withheld' ? '秘密' : '内部'
      expect(await publicationOf(office, refused.publication)).toMatchObject({ state: 'listed', standing: 'refused', mark })
      await office.ok('publication.end', { ...withhold, publication: refused.publication })
      expect(await publicationOf(office, refused.publication)).toMatchObject({
        state: 'withheld',
        steps: [{ act: 'withheld', version: 1, words: '审查确定不予公开', signature: { by: '陈科' } }],
        deadline: { open: false },
      })
    }
  })
})

describe('B1 made public by the 发布登记 of its review alone', () => {
  it('B1 可发布 while its very text stands decided 可公开; × a replaced text; public once it is released, in either order', async () => {
    const { publication } = await publicationListed(office)
    const { review } = await reviewExamined(office, {}, plainText)
    await be(office, '陈科')
    await office.ok('publication.link', { publication, review })
    expect(await publicationOf(office, publication)).toMatchObject({ standing: 'toReview', publishedOn: null })
    expect((await publicationOf(office, publication)).acts.find(({ call }) => call === 'review.release')).toMatchObject({ allowed: false })
    await be(office, '赵组')
    await office.ok('review.decide', { review, version: 1, outcome: 'open' })
    await be(office, '陈科')
    expect(await publicationOf(office, publication)).toMatchObject({ standing: 'ready' })
    await office.ok('review.revise', { review, version: 1, ...text({ attribute: undefined }), changes: '换了数字' })
    expect(await publicationOf(office, publication)).toMatchObject({ standing: 'toReview' })
    const release = { review, version: 2, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject({ clause: 'B1' })
    await office.ok('review.opine', { review, version: 2, ...opinion() })
    await be(office, '孙审')
    await office.ok('review.examine', { review, version: 2, agree: true })
    await be(office, '赵组')
    await office.ok('review.decide', { review, version: 2, outcome: 'open' })
    await releaseOf(office, review, { version: 2 })
    expect(await publicationOf(office, publication)).toMatchObject({
      state: 'published',
      publishedOn: '2026-03-10',
      releases: [{ version: 2, channel: 'site' }],
      deadline: { open: false },
    })
    const { review: before } = await reviewReleased(office)
    expect(await office.ok('publication.enter', entry({ review: before }))).toMatchObject({ state: 'published' })
  })

  it('B3 × linked, ended or seen by another 科室; 公开办 (综合办公室) sees all and may end; × linked anew once it is public', async () => {
    const { publication, number } = await publicationPublished(office)
    const { review } = await reviewDrafted(office)
    expect(await office.no('publication.link', { publication, review })).toMatchObject({ code: 'rule.forbids', clause: 'B1', field: 'publication' })
    const listed = await publicationListed(office)
    const { name } = await withPassword(office, ['section'])
    await be(office, name)
    expect((await office.ok('publication.list', {})).rows).toEqual([])
    expect(await office.no('publication.get', { publication })).toMatchObject({ code: 'input.unknownRecord', field: 'publication' })
    const { name: both } = await withPassword(office, ['section', 'reviewer'])
    await be(office, both)
    const theirs = { code: 'rule.forbids', clause: 'B3', field: 'publication' }
    expect(await office.no('publication.link', { publication: listed.publication, review })).toMatchObject(theirs)
    expect(await office.no('publication.end', { publication, ending: endings.withdrawn })).toMatchObject(theirs)
    expect(await office.no('publication.enter', entry({ review }))).toMatchObject({ ...theirs, field: 'review' })
    expect((await publicationOf(office, listed.publication)).acts.every(({ allowed }) => !allowed)).toBe(true)
    await be(office, '韩综')
    expect((await office.ok('publication.list', { text: number })).rows).toHaveLength(1)
    expect((await publicationOf(office, publication)).acts.map(({ call, allowed }) => [call, allowed])).toEqual([['publication.end', true]])
    await office.ok('publication.end', { publication, ending: endings.withdrawn })
    await be(office, '冯审')
    expect(await office.no('publication.get', { publication })).toMatchObject({ code: 'session.role' })
  })
})

describe('A3(3) 公开时限和网上留存', () => {
  it('A3(3) 自信息产生之日起 20 working days by the law, 10 by the unit’s rules, which says that it is earlier', async () => {
    const { publication } = await publicationListed(office)
    const view = await publicationOf(office, publication)
    expect(view).toMatchObject({ publishBy: '2026-04-08', publishNote: null, overdueDays: 0, deadline: { days: 20, open: true } })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { disclosurePreset: 'unit2017' })
    const other = await publicationListed(office)
    expect(await publicationOf(office, other.publication)).toMatchObject({ publishBy: '2026-03-24', publishNote: expect.stringContaining('早于') })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { disclosurePreset: 'law2019' })
  })

  it('条例26 past its last day: overdue until it is public, said on 今日 to its 科室 and to 公开办', async () => {
    const late = await publicationListed(office, { madeOn: '2026-02-03' })
    const soon = await publicationListed(office, { madeOn: '2026-02-09' })
    expect(await publicationOf(office, late.publication)).toMatchObject({ publishBy: '2026-03-09', overdueDays: 1 })
    expect(await publicationOf(office, soon.publication)).toMatchObject({ publishBy: '2026-03-13' })
    for (const person of ['陈科', '韩综', '孙审']) {
      await be(office, person)
      const { rows } = await office.ok('publication.list', { overdue: true })
      expect(rows.map(({ number }) => number)).toEqual([late.number])
      const texts = (await office.ok('today.home', {})).reminders.map(({ text: said }) => said)
      const told = texts.filter((said) => said.includes('条例26'))
      expect(told, person).toEqual(
        person === '孙审' ? [] : [`${late.number}已过公开期限，尚未公开（条例26）。`, `${soon.number}应在5天内公开（条例26）。`],
      )
    }
    await be(office, '陈科')
    await office.ok('publication.end', { publication: late.publication, ending: endings.cancelled })
    expect((await office.ok('publication.list', { overdue: true })).rows).toEqual([])
  })

  it('A3(3) 网上留存1年: due a year after it was put there; × before; taken down with where it can be read, and not back', async () => {
    const fresh = await publicationPublished(office)
    expect(await publicationOf(office, fresh.publication)).toMatchObject({ standing: 'published', takeDownBy: '2027-03-10' })
    expect(await office.no('publication.end', { publication: fresh.publication, ending: endings.takenDown })).toMatchObject({
      clause: 'A3(3)',
      field: 'ending.kind',
    })
    const { publication, number, review } = await publicationYearOld(office)
    expect(await publicationOf(office, publication)).toMatchObject({ standing: 'toTakeDown', takeDownBy: '2026-03-03' })
    const home = await office.ok('today.home', {})
    expect(home.publications.map((row) => row.number)).toContain(number)
    expect(home.reminders.map(({ text: said }) => said)).toContainEqual(expect.stringMatching(/网上留存已超过1年，请下网并登记（A3\(3\)）/))
    expect((await office.ok('publication.list', { toTakeDown: true })).rows.map((row) => row.number)).toEqual([number])
    const down = (over: object) => ({ publication, ending: { ...endings.takenDown, ...over } })
    expect(await office.no('publication.end', down({ on: '2026-03-11' }))).toMatchObject({ code: 'input.future', field: 'ending.on' })
    expect(await office.no('publication.end', down({ on: '2026-03-02' }))).toMatchObject({ code: 'input.range', field: 'ending.on' })
    await office.ok('publication.end', down({}))
    expect(await publicationOf(office, publication)).toMatchObject({ state: 'takenDown', takeDownBy: null, steps: [{ words: '综合办公室查阅' }] })
    const again = { review, version: 1, where: '某处', releasedOn: '2026-03-10' }
    expect(await office.no('review.release', { ...again, channel: 'site' })).toMatchObject({ code: 'rule.forbids', clause: 'A3(3)', field: 'review' })
    await office.ok('review.release', { ...again, channel: 'board' })
    expect(await publicationOf(office, publication)).toMatchObject({ state: 'takenDown' })
  })

  it('A3(3) 法律法规规章规范性文件、政府信息公开、机构职责、行政许可 stay for good: never due, × taken down', async () => {
    const release = { version: 1, channel: 'site', releasedOn: '2024-02-29' } as const
    const lasting = PUBLICATION_CLASSES.filter((heading) => leavesOn(heading, [release]) === null)
    expect(lasting).toEqual(['rules', 'disclosure', 'duties', 'licences'])
    expect(leavesOn('other', [release])).toBe('2025-02-28')
    expect(leavesOn('other', [release, { ...release, releasedOn: '2024-06-01' }, { ...release, channel: 'board' }])).toBe('2025-06-01')
    const { publication } = await publicationYearOld(office, { class: 'rules' })
    expect(await publicationOf(office, publication)).toMatchObject({ standing: 'published', takeDownBy: null })
    expect(await office.no('publication.end', { publication, ending: endings.takenDown })).toMatchObject({
      clause: 'A3(3)',
      message: expect.stringContaining('长期公开'),
    })
  })

  it('A3(3) what is not on the 网站 is not taken off it', async () => {
    const { publication, review } = await publicationReviewed(office)
    await releaseOf(office, review, { channel: 'board' })
    expect(await publicationOf(office, publication)).toMatchObject({ state: 'published', takeDownBy: null })
    expect(await office.no('publication.end', { publication, ending: endings.takenDown })).toMatchObject({ clause: 'A3(3)' })
    await releaseOf(office, review)
    expect(await publicationOf(office, publication)).toMatchObject({ takeDownBy: '2027-03-10' })
  })
})

describe('C6(2) 撤回 and what comes after it', () => {
  it('C6(2) withdrawn with cause and reason; × the same text again by any way; public again by a new text with its own review', async () => {
    const { publication, review } = await publicationEnded(office, 'withdrawn')
    const again = { review: review as number, version: 1, where: '某处', releasedOn: '2026-03-10' }
    for (const channel of ['site', 'board'] as const)
      expect(await office.no('review.release', { ...again, channel })).toMatchObject({ code: 'rule.forbids', clause: 'C6(2)', field: 'review' })
    expect((await office.ok('review.get', { review: review as number })).acts.find(({ call }) => call === 'review.release')).toMatchObject({
      allowed: false,
    })
    await revisedAndOpen(review as number)
    await releaseOf(office, review as number, { version: 2 })
    const view = await publicationOf(office, publication)
    expect(view).toMatchObject({ state: 'published', takeDownBy: '2027-03-10', steps: [{ act: 'withdrawn', cause: 'mistaken', version: 1 }] })
    expect(view.releases.map(({ version }) => version)).toEqual([1, 2])
  })

  it('实施条例61 found secret after it was public: also after it left the 网站; the 保密员 is told to enter it', async () => {
    const { publication, number } = await publicationEnded(office, 'takenDown')
    const secret = { ...endings.withdrawn, cause: 'secret' } as const
    expect(await office.no('publication.end', { publication, ending: { ...secret, on: '2025-03-02' } })).toMatchObject({ code: 'input.range' })
    await office.ok('publication.end', { publication, ending: secret })
    await be(office, '李保')
    expect((await office.ok('today.home', {})).reminders).toContainEqual({
      level: 'urgent',
      text: `${number}因发现涉密已撤回，请在“违规遗失”登记并按时限上报（实施条例61）。`,
      desk: 'breaches',
    })
  })

  it('A3(1) × void, linked or ended once it is over; × withdrawn what is not public', async () => {
    const { publication } = await publicationEnded(office, 'cancelled')
    for (const ending of Object.values(endings))
      expect(await office.no('publication.end', { publication, ending })).toMatchObject({ code: 'rule.forbids', field: 'ending.kind' })
    const { publication: listed } = await publicationListed(office)
    expect(await office.no('publication.end', { publication: listed, ending: endings.withdrawn })).toMatchObject({ clause: 'A3(1)' })
    const { publication: published } = await publicationPublished(office)
    expect(await office.no('publication.end', { publication: published, ending: endings.cancelled })).toMatchObject({ clause: 'A3(1)' })
  })
})

it('A3(1) the printed 公开目录 of a year and heading; who waits for what; the list by how an entry stands', async () => {
  await publicationPublished(office, { class: 'budget' })
  const { rows, frame } = await office.ok('paper.publications', { year: 2026, class: 'budget' })
  expect(rows.map((row) => row.class)).toEqual(['budget', 'budget'])
  expect(frame).toMatchObject({ formNumber: '公开-01', fileName: expect.stringMatching(/^公开目录-2026-印2026\d+\.pdf$/) })
  await publicationListed(office, { class: 'budget' })
  const shown = async (onlyPublic: boolean) => (await office.ok('paper.publications', { year: 2026, class: 'budget', onlyPublic })).rows.length
  expect([await shown(false), await shown(true)]).toEqual([3, 1])
  const ready = await publicationReviewed(office)
  const refused = await publicationReviewed(office, 'onApplication')
  const under = await publicationListed(office, { review: (await reviewDrafted(office, plainText)).review })
  const waiting = (await office.ok('publication.list', { waiting: true, limit: 200 })).rows.map(({ number }) => number)
  expect(waiting).toEqual(expect.arrayContaining([ready.number, refused.number]))
  expect(waiting).not.toContain(under.number)
  expect((await office.ok('publication.list', { standing: 'refused', limit: 200 })).rows.map(({ number }) => number)).toEqual([refused.number])
  expect((await office.ok('publication.list', { standing: 'ready', class: 'other', year: 2026 })).rows.map(({ number }) => number)).toContain(
    ready.number,
  )
  const { review } = await reviewDecided(office, 'open', plainText)
  await office.ok('today.home', {})
  await be(office, '陈科')
  expect(await office.ok('publication.link', { publication: under.publication, review })).toMatchObject({ state: 'listed' })
  expect(await publicationOf(office, under.publication)).toMatchObject({ standing: 'ready' })
})
