import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysOfPreset, presetNote, whyLaxer, whyShorter } from '../../../contract/terms.ts'
import { deadlinesOf, endDeadline, runDeadline } from '../../../electron/vault/calendar/deadlines.ts'
import { within } from '../../support/deadlines.ts'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const owner = { of: 'disclosure', record: 1 } as const
const reply = { ...owner, number: '公开申请〔2026〕0001', kind: 'reply', from: '2026-02-09', days: 20 } as const

describe('日历 kept deadlines', () => {
  it('条例33 runs, goes on from other days, ends, and shows its arithmetic', async () => {
    await within(office, (work) => {
      expect(runDeadline(work, reply)).toEqual({ due: '2026-03-13' })
      const [view] = deadlinesOf(work.read, owner)
      expect(view).toMatchObject({ kind: 'reply', due: '2026-03-13', open: true, missingYear: null, laxer: null, shorter: null })
      expect(view?.arithmetic.at(-1)).toEqual({ day: '2026-03-13', counts: true, number: 20, why: '工作日' })
      expect(runDeadline(work, { ...reply, days: 40, extension: 20 })).toEqual({ due: '2026-04-13' })
      expect(deadlinesOf(work.read, owner)).toMatchObject([{ days: 40, extension: 20, laxer: null }])
      endDeadline(work, { ...owner, kind: 'reply' })
      expect(deadlinesOf(work.read, owner)).toMatchObject([{ open: false, due: '2026-04-13' }])
    })
  })

  it('条例32 while somebody is asked the clock stands still, and those days are not counted', async () => {
    await within(office, (work) => {
      expect(runDeadline(work, { ...reply, pauses: [{ from: '2026-02-10', to: null }] })).toEqual({ due: null })
      expect(deadlinesOf(work.read, owner)).toMatchObject([{ due: null, missingYear: null, open: true }])
      expect(runDeadline(work, { ...reply, pauses: [{ from: '2026-02-10', to: '2026-02-14' }] })).toEqual({ due: '2026-03-19' })
      const paused = deadlinesOf(work.read, owner)[0]?.arithmetic.filter(({ why }) => why === '征求意见期间不计')
      expect(paused?.map(({ day }) => day)).toEqual(['2026-02-11', '2026-02-12', '2026-02-13', '2026-02-14'])
    })
  })

  it('日历 a deadline into a year without a calendar has no day and names the year', async () => {
    await within(office, (work) => {
      const late = { of: 'publication', record: 7, number: '公开〔2026〕0007', kind: 'publish', from: '2026-12-20', days: 20 } as const
      expect(runDeadline(work, late)).toEqual({ due: null })
      expect(deadlinesOf(work.read, late)).toMatchObject([{ due: null, missingYear: 2027 }])
    })
  })
})

describe('条例33 what is laxer than the law says so', () => {
  it('of a limit, of an extension, of a preset; 补正 by the applicant has no figure in the law', async () => {
    expect(whyLaxer('reply', 20)).toBeNull()
    expect(whyLaxer('reply', 21)).toBe('宽于现行法规（条例33：20个工作日）')
    expect(whyShorter('reply', 15)).toBe('短于现行法规（条例33：20个工作日）')
    expect(whyShorter('publish', 10)).toBe('早于现行法规（条例26：20个工作日）')
    expect(presetNote('law2019')).toBeNull()
    expect(presetNote('unit2017')).toBe(
      '答复15个工作日，短于现行法规（条例33：20个工作日）；延长答复15个工作日，短于现行法规（条例33：20个工作日）；主动公开10个工作日，早于现行法规（条例26：20个工作日）。',
    )
    await within(office, (work) => {
      runDeadline(work, { ...reply, record: 2, days: 45, extension: 25 })
      runDeadline(work, { ...reply, record: 2, kind: 'supplement', days: 30 })
      runDeadline(work, { ...reply, record: 2, kind: 'coMaker', days: 10 })
      expect(deadlinesOf(work.read, { ...owner, record: 2 })).toMatchObject([
        { kind: 'reply', laxer: '宽于现行法规（条例33：20个工作日）' },
        { kind: 'supplement', laxer: null, shorter: null },
        { kind: 'coMaker', laxer: null, shorter: '短于现行法规（条例34：15个工作日）' },
      ])
    })
  })

  it('条例33 choosing a preset fills the figures; they may be set apart from it, and the record says what is laxer', async () => {
    await office.as('钱安')
    expect((await office.ok('office.changeSettings', { disclosurePreset: 'unit2017' })).disclosureDays).toEqual(daysOfPreset('unit2017'))
    const own = { ...daysOfPreset('unit2017'), reply: 25 }
    expect((await office.ok('office.changeSettings', { disclosureDays: own })).disclosureDays).toEqual(own)
    expect((await office.ok('office.changeSettings', { boxDays: 4, disclosurePreset: 'unit2017' })).disclosureDays).toEqual(own)
    await office.as('冯审')
    expect(JSON.stringify(await office.ok('audit.list', { limit: 5 }))).toContain('答复 25')
  })
})
