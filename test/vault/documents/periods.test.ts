import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expiryList } from '../../../electron/vault/documents/expiry-list.ts'
import { removeCopies, verify } from '../../support/attack.ts'
import { rebuilt } from '../../support/rebuilt.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { expired, registered } from '../../support/records.ts'
import { openStore } from '../../support/store.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办解〔2026〕1号', date: '2026-03-09' }
const of = (document: number) => office.ok('documents.get', { document })
const review = (document: number, outcome: 'declassified' | 'waiting', reason = '函询制发机关，无异议') =>
  office.signed('王管', 'documents.reviewExpiry', { document, outcome, reason })
const reminders = async () => (await office.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')

describe('F1(3)a a notice', () => {
  it('保密法24 解密 by the issuer’s notice: the old mark stands in the new one; number, copies and custody stay', async () => {
    const { id, number } = await registered(office)
    expect(await office.no('documents.declassify', { document: id })).toMatchObject({ code: 'input.missing', field: 'notice' })
    expect(await office.ok('documents.declassify', { document: id, notice })).toEqual({ id, version: 2 })
    const after = await of(id)
    expect(after).toMatchObject({
      number,
      level: 'confidential',
      mark: '已解密（原机密★5年）',
      expiry: 'declassified',
      expiresOn: null,
      state: 'registered',
    })
    expect(after.particulars).toMatchObject({ cause: 'declassification', declassified: true, notice })
    expect(after.particulars.changes).toEqual([{ field: 'mark', before: '机密★5年', after: '已解密（原机密★5年）' }])
    expect(after.copyList.map((copy) => [copy.number, copy.state])).toEqual([[number, 'inBox']])
    expect(await office.no('documents.declassify', { document: id, notice })).toMatchObject({ code: 'state.conflict', clause: '保密法24' })
    expect((await office.ok('documents.list', { expiry: 'declassified' })).rows.map((row) => row.id)).toContain(id)
    await office.ok('documents.correct', { document: id, reason: '误录', changes: { madeOn: '2026-03-04' } })
    expect(await of(id)).toMatchObject({ mark: '已解密（原机密★5年）', expiresOn: null, expiry: 'declassified' })
  })

  it('what the issuer took back is a state secret again', async () => {
    const { id } = await registered(office)
    await office.ok('documents.declassify', { document: id, notice })
    await office.ok('documents.changeLevel', { document: id, level: 'confidential', period: { kind: 'years', years: 5 }, notice })
    expect(await of(id)).toMatchObject({ mark: '机密★5年', expiresOn: '2031-03-05', expiry: null })
  })

  it.each([
    ['of another organ than the 来文机关, without its basis', { issuer: '青禾市统计局' }, 'rule.forbids', 'notice.basis'],
    ['older than the paper', { date: '2026-03-04' }, 'input.range', 'notice.date'],
    ['of tomorrow', { date: '2026-03-11' }, 'input.future', 'notice.date'],
  ])('× %s', async (_what, wrong, code, field) => {
    const { id } = await registered(office)
    const bad = { ...notice, ...wrong }
    expect(await office.no('documents.declassify', { document: id, notice: bad })).toMatchObject({ code, field, clause: 'F1(3)a' })
    expect(await office.no('documents.changeLevel', { document: id, level: 'secret', notice: bad })).toMatchObject({ code, field, clause: 'F1(3)a' })
    expect((await of(id)).versions).toHaveLength(1)
  })

  it('of the 上级机关 counts with its basis; 内部事项 has no level to lift', async () => {
    const { id } = await registered(office)
    const higher = { ...notice, issuer: '青禾省人民政府办公厅', basis: '来文机关的上级机关' }
    await office.ok('documents.changeLevel', { document: id, level: 'secret', period: { kind: 'years', years: 10 }, notice: higher })
    expect((await of(id)).particulars.notice).toEqual(higher)
    const internal = await registered(office, { level: 'internal', period: undefined })
    expect(await office.no('documents.declassify', { document: internal.id, notice })).toMatchObject({ clause: '保密法22', field: 'document' })
  })

  it('保密法22 a sheet that names a declassified paper alone is 内部; beside a state secret it does not raise the mark', async () => {
    const { id, number } = await registered(office)
    await office.ok('documents.declassify', { document: id, notice })
    const { copies } = await of(id).then(({ copyList }) => ({ copies: copyList.map((copy) => copy.id) }))
    const loan = await office.ok('lending.request', {
      copy: copies[0] as number,
      borrower: office.id('周阅'),
      reason: '办理需要',
      place: '保密室',
      until: '2026-03-12',
    })
    expect((await office.ok('paper.loan', { loan: loan.id })).frame).toMatchObject({ level: 'internal', mark: '内部' })
    const secret = await registered(office, { level: 'secret', period: { kind: 'years', years: 3 } })
    const folder = { folder: '夹解密', readers: [office.id('周阅')] }
    const sheet = await office.ok('circulation.draft', { ...folder, copies: [copies[0] as number, secret.copies[0]?.id as number] })
    expect((await office.ok('paper.sheet', { sheet: sheet.id })).frame).toMatchObject({ level: 'secret', mark: '秘密★3年' })
    const { lines } = await office.ok('paper.register', { year: 2026 })
    const line = lines.find((one) => one.number === number)
    expect(line?.corrections.join()).toContain('按青禾市人民政府办公室青政办解〔2026〕1号（2026-03-09）解密')
    expect(line?.corrections.join()).toContain('解密不等于公开，公开前仍须保密审查（B1）')
  })
})

describe('保密法24 期满审核', () => {
  it('自行解密 is confirmed by the 保密员 and approved by a 分管领导; until then the paper stays what it is', async () => {
    const { id } = await expired(office)
    expect(await of(id)).toMatchObject({ level: 'confidential', mark: '机密★2026年3月9日', expiry: 'past' })
    const { number, version } = await review(id, 'declassified')
    expect(version).toBe(2)
    const after = await of(id)
    expect(after).toMatchObject({ mark: '已解密（原机密★2026年3月9日）', expiry: 'declassified' })
    expect(after.particulars).toMatchObject({ cause: 'declassification', notice: null, review: number, reason: '函询制发机关，无异议' })
    expect(after.reviews).toMatchObject([
      { number, outcome: 'declassified', expired: '2026-03-09', reviewed: { by: '李保' }, approved: { by: '王管' } },
    ])
    expect(after.acts.map(({ call }) => call)).not.toContain('documents.reviewExpiry')
  })

  it('待制发机关答复: it stays 期满待核, is reminded of, and may be reviewed again', async () => {
    const { id } = await expired(office)
    expect(await review(id, 'waiting', '已函询')).toMatchObject({ version: 1 })
    expect(await of(id)).toMatchObject({ mark: '机密★2026年3月9日', expiry: 'past' })
    expect(await reminders()).toContain('期满待核（其中1件待制发机关答复）')
    await review(id, 'declassified')
    expect((await of(id)).reviews.map(({ outcome }) => outcome)).toEqual(['waiting', 'declassified'])
    expect(await reminders()).not.toContain('待制发机关答复')
  })

  it('a period that ends on a condition is reviewed when it is met', async () => {
    const { id } = await registered(office, { period: { kind: 'condition', condition: '工程竣工' } })
    expect((await of(id)).acts.map(({ call }) => call)).toContain('documents.reviewExpiry')
    await review(id, 'declassified', '工程已竣工')
    expect((await of(id)).expiry).toBe('declassified')
  })

  it('× before its end, × 已解密, × by nobody but a 分管领导, × one’s own', async () => {
    const running = await registered(office)
    const early = await office.notSigned('王管', 'documents.reviewExpiry', { document: running.id, outcome: 'declassified', reason: '无' })
    expect(early).toMatchObject({ code: 'rule.forbids', clause: '保密法24', field: 'document' })
    const { id } = await expired(office)
    const step = { document: id, outcome: 'declassified', reason: '无异议' } as const
    expect(await office.notSigned('韩综', 'documents.reviewExpiry', step)).toMatchObject({ clause: '保密法24', field: 'ticket' })
    const own = { name: '李保', password: office.passwordOf('李保'), step: { call: 'documents.reviewExpiry', input: step } }
    expect(await office.no('session.countersign', own)).toMatchObject({ code: 'rule.forbids', field: 'name' })
    expect(await of(id)).toMatchObject({ expiry: 'past', reviews: [] })
    await review(id, 'declassified')
    expect(await office.notSigned('王管', 'documents.reviewExpiry', step)).toMatchObject({ clause: '保密法24', field: 'document' })
  })
})

describe('保密法24 期满/解密清单', () => {
  it('of a long list those that ended first, and how many more there are; each once', async () => {
    for (let n = 0; n < 3; n += 1) await expired(office)
    const whole = await office.ok('documents.expiryList', { year: 2026 })
    expect(whole.beyond).toBe(0)
    const store = await openStore(office.dir)
    const read = { get: (sql: string, ...params: never[]) => store.all(sql, ...params)[0] as never, all: store.all as never }
    for (const most of [1, 2, whole.lines.length - 1, whole.lines.length]) {
      const { lines, beyond } = expiryList({ read, wall: '2026-03-10T09:00' }, { year: 2026 }, most)
      expect(lines).toEqual(whole.lines.slice(0, most))
      expect(beyond).toBe(whole.lines.length - most)
    }
    store.close()
  })
})

describe('保密法24 年度审核', () => {
  it('one signed act over all that is in keeping, its exceptions named; no level is changed by it; the list prints with it', async () => {
    const { id, number } = await registered(office)
    const before = await office.ok('documents.expiryList', { year: 2026 })
    const exceptions = [{ document: id, outcome: 'declassify', reason: '内容已公布' }] as const
    const done = await office.signed('王管', 'documents.reviewYear', { year: 2026, exceptions: [...exceptions] })
    expect(done.documents).toBe(before.covered)
    expect(await of(id)).toMatchObject({ mark: '机密★5年', versions: { length: 1 } })
    const { frame, lines, reviews } = await office.ok('paper.expiry', { year: 2026 })
    expect(frame).toMatchObject({ level: 'confidential' })
    expect(reviews).toMatchObject([
      { number: done.number, year: 2026, documents: done.documents, reviewed: { by: '李保' }, approved: { by: '王管' } },
    ])
    expect(lines.find((line) => line.id === id)).toMatchObject({ number, outcome: `${done.number}建议解密：内容已公布` })
    expect(lines.find((line) => line.expiry === 'declassified')?.outcome).toContain('按青禾市人民政府办公室青政办解〔2026〕1号（2026-03-09）解密')
    expect(lines.find((line) => line.outcome.includes('期审'))?.outcome).toMatch(/^期审〔2026〕\d{4}（2026-03-10）期满解密/)
  })

  it('× a coming year, × long ago, × a paper twice, × what is no state secret', async () => {
    const { id: document } = await registered(office)
    const { id: internal } = await registered(office, { level: 'internal', period: undefined })
    const one = { document, outcome: 'change', reason: '建议延长' } as const
    const no = (year: number, exceptions: object[] = []) =>
      office.notSigned('王管', 'documents.reviewYear', { year, exceptions: exceptions as never })
    expect(await no(2027)).toMatchObject({ code: 'input.future', clause: '保密法24', field: 'year' })
    expect(await no(2024)).toMatchObject({ code: 'input.range', clause: '保密法24', field: 'year' })
    expect(await no(2026, [one, one])).toMatchObject({ code: 'input.duplicate', field: 'exceptions.1.document' })
    expect(await no(2026, [{ ...one, document: internal }])).toMatchObject({ clause: '保密法24', field: 'exceptions.0.document' })
    expect(await office.notSigned('韩综', 'documents.reviewYear', { year: 2026, exceptions: [] })).toMatchObject({ field: 'ticket' })
  })

  it('is reminded of from November on, and of the year before until it is made up for', async () => {
    const other = await openOffice()
    try {
      await registered(other)
      const said = async () => (await other.ok('today.home', {})).reminders.map(({ text }) => text).join('\n')
      expect(await said()).not.toContain('年度审核')
      other.clock.set('2026-11-02T09:00:00+08:00')
      await other.as('李保')
      await other.ok('session.changePassword', { current: other.passwordOf('李保'), next: 'Other#2026pass' })
      expect(await said()).toContain('请在年底前办理2026年度的年度审核')
      other.clock.set('2027-01-04T09:00:00+08:00')
      await other.station.lock('locked')
      await other.ok('session.signIn', { name: '李保', password: 'Other#2026pass' })
      await other.ok('session.changePassword', { current: 'Other#2026pass', next: 'Other#2027pass' })
      expect(await said()).toContain('2026年度的定密审核尚未办理')
    } finally {
      await other.close()
    }
  })
})

describe('保密法24 the verifier', () => {
  it('holds, and the record rebuilt to fit, names what is not as it was signed', async () => {
    const { id } = await expired(office)
    await review(id, 'waiting')
    await office.signed('王管', 'documents.reviewYear', { year: 2025, exceptions: [] })
    await office.station.close()
    expect(verify(office.dir).verdict.broken).toEqual([])
    await rebuilt(
      office.dir,
      `UPDATE expiry_review SET approved_by = by_person WHERE id = 1; UPDATE expiry_review SET reason = '另一理由' WHERE id = 2;
          UPDATE year_review_item SET outcome = 'change' WHERE review = 1; DELETE FROM year_review WHERE id > 1;
          UPDATE particulars SET notice = NULL WHERE cause = 'declassification' AND notice IS NOT NULL;
          UPDATE particulars SET declassified = 0 WHERE cause = 'correction'`,
    )
    const { exit, verdict } = verify(office.dir)
    expect(exit).toBe(1)
    const found = verdict.broken.map(({ where, why }) => `${where} ${why}`)
    for (const words of [
      /^expiry_review 1（.*审批的签名人就是审核人/,
      /^expiry_review 2（.*审核所写的与所签的不同/,
      /^year_review 1（.*审核所写的与所签的不同/,
      /^signature \d+ 没有一行以它为据/,
      /^particulars \d+（.*解密没有解密通知也没有期满审核/,
      /^particulars \d+（.*却不是按通知变更或解密/,
    ])
      expect(
        found.some((line) => words.test(line)),
        `${words}\n${found.join('\n')}`,
      ).toBe(true)
  })
})
