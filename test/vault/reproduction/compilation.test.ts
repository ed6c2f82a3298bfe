import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeCopies } from '../../support/attack.ts'
import { originConsent } from '../../support/inputs/reproduction.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, compilationApproved, compiled, compiling, copiesMade, registered, toCompile } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice({ level: 'topSecret' })
})
afterAll(async () => {
  await office.close()
  removeCopies()
})
const of = (document: number) => office.ok('documents.get', { document })
const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }
const topSecret = { level: 'topSecret', period: { kind: 'years', years: 20 } } as const

describe('F1(5)a 汇编: a request', () => {
  it('names two originals or more of different papers, and a title of its own', async () => {
    const papers = await toCompile(office)
    const refused = (over: Parameters<typeof compiling>[2]) => office.no('reproduction.request', compiling(office, papers, over))
    const [first, second] = papers
    expect(await refused({ sources: [{ copy: first.copy }] })).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources' })
    expect(await refused({ sources: [first, second, first].map(({ copy }) => ({ copy })) })).toMatchObject({
      code: 'input.duplicate',
      field: 'sources.2.copy',
    })
    expect(await refused({ title: undefined })).toMatchObject({ code: 'input.missing', clause: 'F1(5)a', field: 'title' })
    expect(await refused({ extent: '第二页' })).toMatchObject({ field: 'extent' })
    expect(await refused({ kind: 'copy', title: undefined })).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources' })
    expect(await refused({ kind: 'copy', sources: [{ copy: first.copy }] })).toMatchObject({ code: 'input.unknownField', field: 'title' })
  })

  it.each([
    ['marked 不得翻印复印', async () => (await toCompile(office, [{ copyBan: true }]))[0]?.copy],
    ['that is a copy itself', async () => (await copiesMade(office)).copies[0]?.id],
    ['that was compiled itself', async () => (await compiled(office)).copies[0]?.id],
  ])('× an original %s, wherever it stands among them', async (_what, bad) => {
    const copy = (await bad()) as number
    const [good] = await toCompile(office)
    const refused = await office.no('reproduction.request', compiling(office, [], { sources: [{ copy: good?.copy as number }, { copy }] }))
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'sources.1.copy' })
  })

  it('for each 绝密 original has the consent of its own 原定密机关', async () => {
    const papers = await toCompile(office, [topSecret, {}, topSecret])
    const consents = (...given: boolean[]) => ({
      sources: papers.map(({ copy }, index) => ({ copy, ...(given[index] && { consent: originConsent }) })),
    })
    const asked = (...given: boolean[]) => compiling(office, papers, { ...consents(...given), recipients: [office.id('周阅')] })
    expect(await office.no('reproduction.request', asked(true))).toMatchObject({ clause: 'F1(5)a', field: 'sources.2.consent' })
    expect(await office.no('reproduction.request', asked(true, true, true))).toMatchObject({ field: 'sources.1.consent' })
    await office.ok('reproduction.request', asked(true, false, true))
  })

  it('is for people who may know of every one of them, and by such a person', async () => {
    const papers = await toCompile(office)
    const refused = (over: Parameters<typeof compiling>[2]) => office.no('reproduction.request', compiling(office, papers, over))
    expect(await refused({ recipients: [office.id('周阅'), office.id('韩综')] })).toMatchObject({ clause: 'F1(4)c', field: 'recipients.1' })
    expect(await refused({ applicant: office.id('韩综') })).toMatchObject({ clause: '保密法21', field: 'applicant' })
    await be(office, '周阅')
    const own = compiling(office, papers, { applicant: undefined })
    expect(await office.no('reproduction.request', own)).toMatchObject({ code: 'session.role', field: 'sources.0.copy' })
    await be(office, '李保')
  })
})

describe('实施条例27 汇编: what was made', () => {
  it('is a document of its own: highest level, longest period, the 知悉范围 of all, never received', async () => {
    const { document, number, reproduction, asked, copies, sources } = await compiled(office)
    const view = await of(document)
    expect(number).toMatch(/^密编〔2026〕\d{4}$/)
    expect(copies.map((copy) => copy.number)).toEqual([`${number}-01`, `${number}-02`])
    expect(view).toMatchObject({
      register: 'compiled',
      title: '示范工作要点汇编',
      sender: '青禾市疾控示范中心',
      level: 'confidential',
      mark: '机密★10年',
      expiresOn: '2036-03-10',
      receivedAt: null,
      envelope: null,
      listed: 0,
      counted: 0,
      balance: { received: 0, made: 2, places: [{ state: 'inBox', copies: 2 }] },
      compiled: { reproduction, number: asked, sources: sources.map((one) => ({ document: { id: one.document, number: one.number } })) },
      particulars: { cause: 'registration', madeOn: '2026-03-10', copyBan: false },
    })
    expect(view.scope.map(({ name }) => name)).toEqual(['周阅', '吴阅', '陈科'])
    expect(view.copyList.map(({ kind, reproduction: under }) => [kind, under?.id])).toEqual([
      ['compilation', reproduction],
      ['compilation', reproduction],
    ])
    for (const source of sources) expect((await of(source.document)).compilations).toContainEqual({ id: document, number })
    expect(view.acts.map(({ call }) => call)).not.toContain('outgoing.draft')
    expect(view.acts.find(({ call }) => call === 'reproduction.request')).toMatchObject({ allowed: false })
  })

  it('stands in its register, is found by its title and label, is known to who compiled it, and is in no 收文登记簿', async () => {
    const { document, number } = await compiled(office, { title: '独此一份的汇编' })
    expect((await office.ok('documents.list', { register: 'compiled', text: '独此一份' })).rows).toMatchObject([{ id: document, receivedAt: null }])
    expect((await office.ok('documents.whereIs', { text: `${number}-02` })).rows).toMatchObject([
      { copies: [{ number: `${number}-02`, state: 'inBox' }] },
    ])
    expect((await office.ok('documents.knowers', { document })).rows).toMatchObject([
      { person: { name: '李保' }, times: [{ kind: 'compiled', number }] },
    ])
    const book = await office.ok('paper.register', { year: 2026 })
    expect(book.lines.filter(({ register }) => register !== 'classified')).toEqual([])
    expect(await office.no('paper.register', { register: 'compiled', year: 2026 })).toMatchObject({ code: 'input.format' })
    const ledger = await office.ok('paper.copyLedger', { year: 2026 })
    expect(ledger.lines.find((line) => line.number === `${number}-01`)).toMatchObject({
      kind: 'compilation',
      title: '独此一份的汇编',
      mark: '机密★10年',
    })
    expect((await office.ok('keeping.balance', { year: 2026 })).made).toBeGreaterThanOrEqual(2)
  })

  it('F1(5)b no more than approved, not past a source that is out, that was banned or became 绝密 since', async () => {
    const first = await compilationApproved(office)
    const make = { reproduction: first.reproduction, count: 3, copier: '李保', stamped: true }
    expect(await office.no('reproduction.make', make)).toMatchObject({ clause: 'F1(5)b', field: 'count' })
    const [, second] = first.sources
    const sheet = await office.ok('circulation.draft', { folder: '夹编01', copies: [second?.copy as number], readers: [office.id('周阅')] })
    const leg = (await office.ok('circulation.get', { sheet: sheet.id })).legs[0]?.id as number
    await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
    expect((await office.no('reproduction.make', { ...make, count: 1 })).message).toContain(`${second?.number}现为“传阅中”`)
    const other = await compilationApproved(office)
    const [raised, banned] = other.sources
    await office.ok('documents.changeLevel', { document: raised.document, ...topSecret, notice })
    const again = { ...make, reproduction: other.reproduction, count: 1 }
    expect((await office.no('reproduction.make', again)).message).toContain('没有原定密机关的同意')
    await office.ok('documents.correct', { document: banned.document, reason: '漏录', changes: { copyBan: true } })
    await office.ok('documents.changeLevel', { document: raised.document, level: 'confidential', period: { kind: 'years', years: 5 }, notice })
    expect((await office.no('reproduction.make', again)).message).toContain('不得翻印复印')
  })

  it('F1(4)c not at all when nobody is in all of the 知悉范围 any more', async () => {
    const { reproduction, sources } = await compilationApproved(office)
    const persons = ['周阅', '吴阅', '陈科'].map(office.id)
    await office.ok('documents.narrowScope', { document: sources[1]?.document as number, persons, reason: '已调离岗位' })
    const refused = await office.no('reproduction.make', { reproduction, count: 1, copier: '李保', stamped: true })
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)c' })
  })

  it('F1(5)d is issued against a signature, circulated, and the request closes when all of it is back', async () => {
    const { reproduction, copies } = await compiled(office)
    const [one, other] = copies as [{ id: number; number: string }, { id: number; number: string }]
    await office.signed('周阅', 'reproduction.issue', { reproduction, person: office.id('周阅'), copies: [one.id] })
    expect((await office.no('reproduction.close', { reproduction })).message).toContain(one.number)
    await office.ok('circulation.draft', { folder: '夹编02', copies: [other.id], readers: [office.id('吴阅')] })
    await office.signed('周阅', 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [one.number] })
    await office.ok('reproduction.close', { reproduction })
    expect((await office.ok('reproduction.get', { reproduction })).state).toBe('allBack')
  })

  it('实施条例27 goes back to no issuer, is destroyed instead; no answer is made to it', async () => {
    const { document, copies, number } = await compiled(office)
    await office.ok('documents.finish', { document, result: '用毕' })
    const ids = copies.map(({ id }) => id)
    const back = { kind: 'return' as const, copies: ids, media: [], reason: '清退' }
    expect(await office.no('disposal.propose', back)).toMatchObject({ code: 'rule.forbids', clause: '实施条例27', field: 'copies.0' })
    expect((await office.ok('disposal.offer', { kind: 'return', text: number })).rows).toEqual([])
    await office.ok('disposal.propose', { ...back, kind: 'destruction', reason: '用毕' })
    expect((await of(document)).state).toBe('toDestroy')
    const draft = {
      document,
      title: '答复',
      level: 'confidential',
      period: { kind: 'years', years: 5 },
      madeOn: '2026-03-10',
      addressee: '青禾市人民政府办公室',
    } as const
    const refused = await office.no('outgoing.draft', { ...draft, copies: 1, maker: office.id('陈科') })
    expect(refused).toMatchObject({ clause: 'F1(3)b', field: 'document' })
  })
})

describe('实施条例27 汇编: its mark and 知悉范围 stay those of its sources', () => {
  it('F1(3)a a source that is raised raises it, by the same notice; one that is lowered does not lower it', async () => {
    const { document, sources } = await compiled(office)
    const [first, second] = sources
    await office.ok('documents.changeLevel', { document: second.document, ...topSecret, notice })
    const raised = await of(document)
    expect(raised).toMatchObject({ level: 'topSecret', mark: '绝密★20年', expiresOn: '2046-03-10' })
    expect(raised.particulars).toMatchObject({ cause: 'levelChange', notice, reason: `随来源${second.number}变更` })
    await office.ok('documents.changeLevel', { document: second.document, level: 'secret', period: { kind: 'years', years: 3 }, notice })
    expect((await of(document)).mark).toBe('绝密★20年')
    const lower = { document, notice }
    const below = await office.no('documents.changeLevel', { ...lower, level: 'confidential', period: { kind: 'years', years: 3 } })
    expect(below).toMatchObject({ code: 'rule.forbids', clause: '实施条例27', field: 'document' })
    expect(below.message).toContain(`${first.number} 机密★5年`)
    await office.ok('documents.changeLevel', { ...lower, level: 'confidential', period: { kind: 'years', years: 5 } })
    expect((await of(document)).mark).toBe('机密★5年')
  })

  it('保密法24 is not declassified while a source is a state secret', async () => {
    const { document, sources } = await compiled(office)
    const own = { document, notice }
    const [first, second] = sources
    await office.ok('documents.declassify', { document: first.document, notice })
    const refused = await office.no('documents.declassify', own)
    expect(refused).toMatchObject({ code: 'rule.forbids', clause: '实施条例27' })
    expect(refused.message).toContain(second.number)
    await office.ok('documents.declassify', { document: second.document, notice })
    await office.ok('documents.declassify', own)
    expect((await of(document)).mark).toBe('已解密（原机密★10年）')
    // What the issuer took back is a secret again, there too
    await office.ok('documents.changeLevel', { document: second.document, level: 'secret', period: { kind: 'years', years: 10 }, notice })
    expect(await of(document)).toMatchObject({ level: 'secret', mark: '秘密★10年', expiresOn: '2036-03-10' })
  })

  it('of 内部 and 已解密 papers it is 内部; what ends with a condition or last of all is what it has', async () => {
    const internal = { level: 'internal', period: undefined } as const
    const papers = await toCompile(office, [
      internal,
      internal,
      { level: 'secret', period: { kind: 'until', until: '2030-06-30' } },
      { level: 'secret' },
    ])
    const make = async (...chosen: number[]) => {
      const sources = chosen.map((at) => ({ copy: papers[at]?.copy as number }))
      const { id: reproduction } = await office.ok('reproduction.request', compiling(office, [], { sources, recipients: [office.id('周阅')] }))
      await be(office, '韩综')
      await office.ok('reproduction.opine', { reproduction, agree: true })
      await be(office, '王管')
      await office.ok('reproduction.decide', { reproduction, approve: true })
      await be(office, '李保')
      await office.ok('reproduction.make', { reproduction, count: 1, copier: '李保', stamped: true })
      return of((await office.ok('reproduction.get', { reproduction })).compiled?.id as number)
    }
    expect(await make(0, 1)).toMatchObject({ level: 'internal', mark: '内部', expiresOn: null })
    expect(await make(0, 2)).toMatchObject({ level: 'secret', mark: '秘密★2030年6月30日', expiresOn: '2030-06-30' })
    // A period of five years that began before ends, from the day of the 汇编, after that day
    expect(await make(2, 3)).toMatchObject({ mark: '秘密★5年', expiresOn: '2031-03-10' })
  })

  it('保密法21 who leaves the 知悉范围 of a source leaves that of the 汇编, and not while a copy is with them', async () => {
    const { document, reproduction, sources, copies } = await compiled(office)
    const [source] = sources
    await office.signed('周阅', 'reproduction.issue', { reproduction, person: office.id('周阅'), copies: [copies[0]?.id as number] })
    const out = { document: source.document, persons: [office.id('周阅')], reason: '已调离岗位' }
    expect((await office.no('documents.narrowScope', out)).message).toContain(`手中还有${copies[0]?.number}`)
    await office.ok('documents.narrowScope', { ...out, persons: [office.id('吴阅')] })
    expect((await of(document)).scope.map(({ name }) => name)).toEqual(['周阅', '陈科'])
    const wider = { document, persons: [office.id('吴阅')], reason: '承办需要' }
    expect(await office.no('circulation.requestWidening', wider)).toMatchObject({ clause: '实施条例27', field: 'persons' })
    expect(await office.no('documents.setScope', { document, scope: [office.id('韩综')] })).toMatchObject({ clause: 'F1(4)c' })
  })

  it('实施条例27 who made it and when is no matter of correction; its title is', async () => {
    const { document } = await compiled(office)
    const correct = (changes: Record<string, unknown>) => office.no('documents.correct', { document, reason: '误录', changes })
    expect(await correct({ sender: '青禾市统计局' })).toMatchObject({ clause: '实施条例27', field: 'changes.sender' })
    expect(await correct({ madeOn: '2026-03-09' })).toMatchObject({ field: 'changes.madeOn' })
    expect(await correct({ returnBy: '2026-05-09' })).toMatchObject({ field: 'changes.returnBy' })
    await office.ok('documents.correct', { document, reason: '误录', changes: { title: '示范工作要点汇编（一）' } })
    expect((await of(document)).title).toBe('示范工作要点汇编（一）')
    await registered(office, { title: '示范工作要点汇编', symbol: undefined, sender: '青禾市疾控示范中心', madeOn: '2026-03-10' })
  })
})
