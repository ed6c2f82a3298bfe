import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECK_ITEMS } from '../../../contract/terms.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, checklist, opinion, reviewDecided, reviewDrafted, reviewOf, reviewOpined, text, withPassword } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const draft = (over: object) => office.no('review.draft', { carrier: 'official', unit: '业务一科', ...text(), ...over })
/** Gives somebody who is there other duties, agreed to in place. */
const becomes = async (who: string | number, roles: readonly ('section' | 'reviewer' | 'groupLeader' | 'deputyLeader' | 'officer')[]) => {
  await be(office, '钱安')
  await office.signed('郑系', 'people.setRoles', { person: typeof who === 'string' ? office.id(who) : who, roles: [...roles], reason: '分工调整' })
}

describe('保密审查 from the draft to the file', () => {
  it('B7 三步三人: 科室意见, 小组审核, 组长确定, 发布登记, 归档, each signed over this very text', async () => {
    const { review, number } = await reviewDrafted(office)
    expect(number).toMatch(/^审查〔2026〕\d{4}$/)
    await office.ok('review.opine', { review, version: 1, ...opinion() })
    await be(office, '孙审')
    expect((await office.ok('review.list', { waiting: true })).rows.map((row) => row.id)).toContain(review)
    await office.ok('review.examine', { review, version: 1, agree: true, opinion: '同意' })
    await be(office, '赵组')
    expect((await office.ok('today.home', {})).waiting.review).toBeGreaterThan(0)
    await office.ok('review.decide', { review, version: 1, outcome: 'open', reason: '同意' })
    await be(office, '陈科')
    await office.ok('review.release', { review, version: 1, channel: 'site', where: '网站“公告”栏', releasedOn: '2026-03-10' })
    // By another of the approved ways too
    await office.ok('review.release', { review, version: 1, channel: 'board', where: '一楼大厅', releasedOn: '2026-03-10' })
    await office.ok('review.close', { review, version: 1, how: 'filed', words: '2026-信息公开-1卷' })
    const view = await reviewOf(office, review)
    expect(view.steps.map(({ act, signature, stands }) => [act, signature.by, stands])).toEqual([
      ['opinion', '陈科', true],
      ['examine', '孙审', true],
      ['decide', '赵组', true],
      ['release', '陈科', true],
      ['release', '陈科', true],
      ['filed', '陈科', true],
    ])
    expect(view).toMatchObject({ state: 'filed', releases: [{ channel: 'site' }, { channel: 'board' }], acts: [] })
    expect(view.steps[0]?.checklist?.map(({ item }) => item)).toEqual([...CHECK_ITEMS])
  })

  it('B7 each step is signed in place too, by whose it is alone', async () => {
    const { review } = await reviewDrafted(office)
    await be(office, '李保')
    const said = { review, version: 1, ...opinion() }
    expect(await office.notSigned('孙审', 'review.opine', said)).toMatchObject({ clause: 'B7', field: 'ticket' })
    expect(await office.no('review.opine', said)).toMatchObject({ clause: 'B7', field: 'review' })
    await office.signed('陈科', 'review.opine', said)
    await office.signed('孙审', 'review.examine', { review, version: 1, agree: true })
    expect(await office.notSigned('王管', 'review.decide', { review, version: 1, outcome: 'open' })).toMatchObject({ clause: 'B7', field: 'ticket' })
    await office.signed('赵组', 'review.decide', { review, version: 1, outcome: 'open' })
    expect(await reviewOf(office, review)).toMatchObject({ state: 'open' })
  })

  it('B7 no step is skipped: × decided before the 小组 examined, × examined before the 科室 said anything', async () => {
    const { review } = await reviewDrafted(office)
    await be(office, '孙审')
    expect(await office.no('review.examine', { review, version: 1, agree: true })).toMatchObject({ code: 'rule.forbids', clause: 'B7' })
    await be(office, '赵组')
    const decide = { review, version: 1, outcome: 'open', reason: '同意' } as const
    expect(await office.no('review.decide', decide)).toMatchObject({ clause: 'B7', message: expect.stringContaining('须经领导小组审核') })
    await be(office, '陈科')
    await office.ok('review.opine', { review, version: 1, ...opinion() })
    await be(office, '赵组')
    expect(await office.no('review.decide', decide)).toMatchObject({ clause: 'B7', message: expect.stringContaining('须经领导小组审核') })
  })

  it('B7 given back with a reason, by the 小组 and by the 组长; the 科室 goes through the items again', async () => {
    const { review } = await reviewOpined(office)
    await be(office, '孙审')
    expect(await office.no('review.examine', { review, version: 1, agree: false })).toMatchObject({ code: 'input.missing', field: 'opinion' })
    await office.ok('review.examine', { review, version: 1, agree: false, opinion: '请写明依据' })
    await be(office, '陈科')
    await office.ok('review.opine', { review, version: 1, ...opinion() })
    await be(office, '孙审')
    await office.ok('review.examine', { review, version: 1, agree: true })
    await be(office, '赵组')
    expect(await office.no('review.decide', { review, version: 1, outcome: 'return' })).toMatchObject({ code: 'input.missing', field: 'reason' })
    await office.ok('review.decide', { review, version: 1, outcome: 'return', reason: '范围过宽' })
    const view = await reviewOf(office, review)
    expect(view.state).toBe('pending')
    expect(view.steps.filter(({ stands }) => stands)).toEqual([])
  })
})

describe('B7 three persons, whatever duties they have', () => {
  it('B7 × one person in two steps of a case, also when their duties changed between; another case is free to them', async () => {
    const { review } = await reviewOpined(office)
    await becomes('陈科', ['reviewer', 'groupLeader'])
    await be(office, '陈科')
    expect(await office.no('review.examine', { review, version: 1, agree: true })).toMatchObject({ clause: 'B7', field: 'review' })
    expect((await reviewOf(office, review)).acts.find(({ call }) => call === 'review.examine')).toMatchObject({ allowed: false })
    await be(office, '孙审')
    await office.ok('review.examine', { review, version: 1, agree: true })
    await be(office, '陈科')
    expect(await office.no('review.decide', { review, version: 1, outcome: 'open' })).toMatchObject({
      clause: 'B7',
      message: expect.stringContaining('科室意见'),
    })
    expect((await office.ok('review.list', { waiting: true })).rows.map((row) => row.id)).not.toContain(review)
    await becomes('陈科', ['section'])
    await becomes('孙审', ['groupLeader'])
    await be(office, '孙审')
    expect(await office.no('review.decide', { review, version: 1, outcome: 'open' })).toMatchObject({ clause: 'B7' })
    await becomes('孙审', ['reviewer'])
    // A step of a former text counts as well
    await be(office, '陈科')
    await office.ok('review.revise', { review, version: 1, ...text(), changes: '改正日期' })
    await office.ok('review.opine', { review, version: 2, ...opinion() })
    await becomes('孙审', ['groupLeader'])
    await withPassword(office, ['reviewer'])
    await office.ok('review.examine', { review, version: 2, agree: true })
    await be(office, '孙审')
    expect(await office.no('review.decide', { review, version: 2, outcome: 'open' })).toMatchObject({
      clause: 'B7',
      message: expect.stringContaining('小组审核'),
    })
    await becomes('孙审', ['reviewer'])
  })

  it('B7 × examined by the 承办人 or by whoever keyed it in, whose own 科室 alone sees it and says what it thinks', async () => {
    const [keyed, handler] = [await withPassword(office, ['section']), await withPassword(office, ['section'])]
    expect((await office.ok('review.list', {})).rows).toEqual([])
    await be(office, '陈科')
    expect(await draft({ handler: handler.id })).toMatchObject({ clause: 'B7', field: 'handler' })
    await be(office, keyed.name)
    const { id: review } = await office.ok('review.draft', { carrier: 'official', unit: '业务三科', handler: handler.id, ...text() })
    await be(office, '陈科')
    expect(await office.no('review.get', { review })).toMatchObject({ code: 'input.unknownRecord' })
    const said = { review, version: 1, ...opinion() }
    expect(await office.no('review.opine', said)).toMatchObject({ code: 'input.unknownRecord', field: 'review' })
    await be(office, '李保')
    expect(await office.notSigned('陈科', 'review.opine', said)).toMatchObject({ clause: 'B7', message: expect.stringContaining('业务三科') })
    const third = await withPassword(office, ['section'])
    await be(office, third.name)
    await office.ok('review.opine', said)
    for (const { id, name } of [keyed, handler]) {
      await becomes(id, ['reviewer'])
      await be(office, name)
      const refused = { clause: 'B7', message: expect.stringContaining('本人承办或录入') }
      expect(await office.no('review.examine', { review, version: 1, agree: true })).toMatchObject(refused)
      expect((await office.ok('review.list', { waiting: true })).rows.map((row) => row.id)).not.toContain(review)
    }
  })

  it('B3 谁公开、谁审查: × another 科室 changes, makes public or files it, though a further duty lets it see it', async () => {
    const { review } = await reviewDecided(office)
    const { name } = await withPassword(office, ['section', 'reviewer'])
    await be(office, name)
    const theirs = { code: 'rule.forbids', clause: 'B3', field: 'review' }
    expect(await office.no('review.revise', { review, version: 1, ...text(), changes: '改' })).toMatchObject(theirs)
    const release = { review, version: 1, channel: 'site', where: '网站', releasedOn: '2026-03-10' } as const
    expect(await office.no('review.release', release)).toMatchObject(theirs)
    expect(await office.no('review.close', { review, version: 1, how: 'cancelled', words: '不公开' })).toMatchObject(theirs)
    expect((await reviewOf(office, review)).acts.every(({ allowed }) => !allowed)).toBe(true)
  })

  it('B6 分管领导不同时作小组成员: × a 审查人员 who is 分管领导 as well, unless the unit has it so', async () => {
    const { review } = await reviewOpined(office)
    await becomes('孙审', ['reviewer', 'deputyLeader'])
    await be(office, '孙审')
    expect(await office.no('review.examine', { review, version: 1, agree: true })).toMatchObject({ message: expect.stringContaining('分管领导') })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { deputyExamines: true })
    await be(office, '孙审')
    await office.ok('review.examine', { review, version: 1, agree: true })
    await be(office, '钱安')
    await office.ok('office.changeSettings', { deputyExamines: false })
    await becomes('孙审', ['reviewer'])
  })

  it('三员 none of them reads or does anything of it', async () => {
    const { review } = await reviewDrafted(office)
    for (const name of ['郑系', '钱安', '冯审']) {
      await be(office, name)
      for (const call of ['review.list', 'review.get', 'review.summary']) expect(await office.no(call, {})).toMatchObject({ code: 'session.role' })
      expect((await office.ok('today.home', {})).waiting.review).toBe(0)
      expect(await office.no('review.get', { review })).toMatchObject({ code: 'session.role' })
    }
  })
})

it('B2 逐项审查: × an item left empty, × 是 or 不确定 without a word', async () => {
  const { review } = await reviewDrafted(office)
  for (const item of CHECK_ITEMS) {
    const { [item]: _empty, ...rest } = checklist()
    const asked = { review, version: 1, ...opinion() }
    expect(await office.no('review.opine', { ...asked, checklist: rest })).toMatchObject({
      code: 'input.missing',
      clause: 'B2',
      field: `checklist.${item}`,
    })
    for (const answer of ['yes', 'unsure'])
      expect(await office.no('review.opine', { ...asked, checklist: { ...rest, [item]: { answer } } })).toMatchObject({
        clause: 'B2',
        field: `checklist.${item}.note`,
      })
  }
})
