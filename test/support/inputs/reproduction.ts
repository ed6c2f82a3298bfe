import type { Input } from '../../../contract/index.ts'
import { be, copiesApproved, copiesAsked, copiesAskedByReader, copiesIssued, copiesMade, copiesToDecide, registered } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

/** The consent of the 原定密机关, as a 绝密 paper needs it. */
export const originConsent = { issuer: '青禾市人民政府办公室', symbol: '青政办同〔2026〕1号', date: '2026-03-09' }

/** The desk 复制. */
export const reproductionInputs: Inputs<'reproduction'> = {
  'reproduction.request': {
    by: '李保',
    inputs: async (office) => {
      const { copies } = await registered(office, { scope: ['周阅', '陈科'].map(office.id) })
      const copy = copies[0]?.id as number
      const other = (await registered(office, { scope: ['周阅', '陈科'].map(office.id) })).copies[0]?.id as number
      const asked = {
        applicant: office.id('陈科'),
        asked: 2,
        purpose: '承办需要',
        recipients: [office.id('周阅')],
        place: '本单位文印室',
      }
      const inputs: Input<'reproduction.request'>[] = [
        { kind: 'copy', sources: [{ copy }], ...asked, submit: false },
        { kind: 'extract', sources: [{ copy }], ...asked, extent: '第二页第三段' },
        { kind: 'compilation', sources: [{ copy }, { copy: other }], ...asked, title: '示范工作汇编' },
      ]
      if (office.level !== 'topSecret') return inputs
      const paper = await registered(office, { level: 'topSecret', period: { kind: 'years', years: 20 }, scope: ['周阅', '陈科'].map(office.id) })
      return [...inputs, { kind: 'copy', ...asked, sources: [{ copy: paper.copies[0]?.id as number, consent: originConsent }] }]
    },
  },
  'reproduction.submit': { by: '李保', inputs: async (office) => [{ reproduction: (await copiesAsked(office, { submit: false })).reproduction }] },
  'reproduction.cancel': { by: '李保', inputs: async (office) => [{ reproduction: (await copiesAsked(office)).reproduction, reason: '不再需要' }] },
  'reproduction.opine': {
    by: '韩综',
    inputs: async (office) => {
      const { reproduction } = await copiesAsked(office)
      await be(office, '韩综')
      return [{ reproduction, agree: true, opinion: '同意' }]
    },
  },
  'reproduction.decide': {
    by: '王管',
    inputs: async (office) => {
      const { reproduction } = await copiesToDecide(office)
      await be(office, '王管')
      return [{ reproduction, approve: true, approved: 1, validUntil: '2026-03-31', opinion: '同意一份' }]
    },
  },
  'reproduction.opineOnPaper': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction } = await copiesAskedByReader(office)
      return [{ reproduction, person: office.id('韩综'), agree: true, opinion: '同意', signedAt: '2026-03-10T09:00' }]
    },
  },
  'reproduction.decideOnPaper': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction } = await copiesAskedByReader(office)
      await office.ok('reproduction.opineOnPaper', { reproduction, person: office.id('韩综'), agree: true, signedAt: '2026-03-10T09:00' })
      const said = { approve: true, approved: 1, validUntil: '2026-03-31', opinion: '同意一份' }
      return [{ reproduction, approver: office.id('王管'), ...said, signedAt: '2026-03-10T09:00' }]
    },
  },
  'reproduction.make': {
    by: '李保',
    inputs: async (office) => [{ reproduction: (await copiesApproved(office)).reproduction, count: 2, copier: '李保', stamped: true }],
  },
  'reproduction.issue': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, copies } = await copiesMade(office)
      const step = { reproduction, person: office.id('周阅'), copies: copies.map(({ id }) => id) }
      return [await byReader(office, 'reproduction.issue', step)]
    },
  },
  'reproduction.issueOnPaper': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, copies } = await copiesMade(office)
      return [{ reproduction, person: office.id('周阅'), copies: copies.map(({ id }) => id), signedAt: '2026-03-10T09:00' }]
    },
  },
  'reproduction.takeBackOnPaper': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, issued } = await copiesIssued(office)
      return [{ reproduction, person: office.id('周阅'), numbers: [issued.number], signedAt: '2026-03-10T09:00' }]
    },
  },
  'reproduction.takeBack': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, issued } = await copiesIssued(office)
      return [await byReader(office, 'reproduction.takeBack', { reproduction, person: office.id('周阅'), numbers: [issued.number] })]
    },
  },
  'reproduction.close': { by: '李保', inputs: async (office) => [{ reproduction: (await copiesMade(office)).reproduction }] },
  'reproduction.list': plain('李保', { state: 'toSection', waiting: false, text: '函', after: 100, limit: 10 }),
  'reproduction.get': { by: '李保', inputs: async (office) => [{ reproduction: (await copiesAsked(office)).reproduction }] },
  'reproduction.sources': plain('李保', { text: '函', limit: 10 }),
}
