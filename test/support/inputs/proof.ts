import { readFileSync, writeFileSync } from 'node:fs'
import { headsPath } from '../../../electron/vault/audit/heads.ts'
import { proposed, returnListed } from '../disposals.ts'
import type { Office } from '../office.ts'
import {
  be,
  boxMade,
  breachReported,
  copiesIssued,
  counting,
  disclosureAnswered,
  disclosureRegistered,
  drafted,
  fresh,
  handingOver,
  inRepair,
  loanOut,
  medium,
  registered,
  reviewOpined,
  reviewReferred,
  typedDecided,
} from '../records.ts'
import { plain, type Inputs } from './base.ts'
import { listPrint } from './exporting.ts'

/** 冯审 signed in before data that do not fit their 末条登记. The file is whole again after that: only this session knows. */
const putBack = async (office: Office) => {
  await be(office, '冯审')
  await office.station.lock('locked')
  const path = headsPath(office.dir)
  const whole = readFileSync(path)
  writeFileSync(path, 'another file\n')
  await office.as('冯审')
  writeFileSync(path, whole)
}

/** Two checkpoints, the newer first, and 冯审 signed in. */
const checkpoints = async (office: Office): Promise<[newer: number, older: number]> => {
  await be(office, '冯审')
  for (let n = 0; n < 2; n += 1) await office.ok('audit.checkpoint', {})
  const { rows } = await office.ok('audit.checkpoints', { limit: 2 })
  return rows.map(({ id }) => id) as [number, number]
}

/** What proves it: the paper and the desk 审计. */
export const proofInputs: Inputs<'paper' | 'audit'> = {
  'paper.outgoing': plain('李保', { year: 2026 }),
  'paper.review': { by: '陈科', inputs: async (office) => [{ review: (await reviewOpined(office)).review }] },
  'paper.referral': { by: '陈科', inputs: async (office) => [{ review: (await reviewReferred(office)).review }] },
  'paper.reviewText': {
    by: '陈科',
    inputs: async (office) => {
      const { review } = await typedDecided(office)
      await be(office, '陈科')
      return [
        { review, version: 1, copy: 'marked' },
        { review, version: 1, copy: 'released' },
      ]
    },
  },
  'paper.disclosure': { by: '韩综', inputs: async (office) => [{ disclosure: (await disclosureRegistered(office)).disclosure }] },
  'paper.letter': {
    by: '陈科',
    inputs: async (office) => {
      const { letter } = await disclosureAnswered(office)
      await be(office, '陈科')
      return [{ letter }]
    },
  },
  'paper.disclosures': plain('韩综', { year: 2026 }),
  'paper.caseFile': {
    by: '韩综',
    inputs: async (office) => {
      const { disclosure } = await disclosureAnswered(office)
      await be(office, '韩综')
      return [{ disclosure }]
    },
  },
  'paper.reviewSummary': plain('孙审', { year: 2026, month: 3 }),
  'paper.publications': plain('韩综', { year: 2026, class: 'other', onlyPublic: true }),
  'paper.knowers': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id }] },
  'paper.expiry': plain('李保', { year: 2026 }),
  'paper.register': plain('李保', { register: 'classified', year: 2026, level: 'confidential', bound: false }),
  'paper.delivery': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const letter = {
        envelopeNo: fresh('机要亲'),
        sender: '青禾市委办公室',
        receivedAt: '2026-03-10T08:50',
        sealIntact: true,
        personalFor: office.id('王管'),
      }
      return [{ envelope: (await office.ok('documents.receive', letter)).id }]
    },
  },
  'paper.sheet': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office)).sheet }] },
  'paper.reproduction': { by: '李保', inputs: async (office) => [{ reproduction: (await copiesIssued(office)).reproduction }] },
  'paper.copyLedger': plain('李保', { year: 2026, level: 'confidential' }),
  'paper.loan': { by: '李保', inputs: async (office) => [{ loan: (await loanOut(office)).loan }] },
  'paper.visits': plain('李保', { year: 2026 }),
  'paper.lent': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      return [{}, { late: 'loan', person: office.id('周阅') }]
    },
  },
  'paper.handover': { by: '李保', inputs: async (office) => [{ handover: (await handingOver(office)).handover }] },
  'paper.stockTaking': { by: '李保', inputs: async (office) => [{ stockTaking: (await counting(office)).stockTaking }] },
  'paper.box': { by: '李保', inputs: async (office) => [{ box: (await boxMade(office)).box }] },
  'paper.list': listPrint,
  'paper.media': plain('李保', { of: { sheet: 'ledger' } }, { of: { sheet: 'uses', year: 2026 } }),
  'paper.mediumRecord': { by: '李保', inputs: async (office) => [{ medium: (await inRepair(office)).id }] },
  'paper.breach': { by: '李保', inputs: async (office) => [{ breach: (await breachReported(office)).breach }] },
  'paper.labels': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, document } = await copiesIssued(office)
      const { copies } = await registered(office, { listed: 2, counted: 2 })
      const [from = '', to = ''] = copies.map((copy) => copy.number)
      return [
        { what: { of: 'document', document }, sheet: { columns: 3, rows: 8, used: 2 } },
        { what: { of: 'reproduction', reproduction } },
        { what: { of: 'numbers', numbers: [from, to] } },
        { what: { of: 'range', from, to } },
        { what: { of: 'media', media: [(await medium(office)).id] } },
      ]
    },
  },
  'paper.returnList': { by: '李保', inputs: async (office) => [{ returnList: (await returnListed(office)).returnList }] },
  'paper.destruction': { by: '李保', inputs: async (office) => [{ destruction: (await proposed(office)).destruction }] },
  'paper.evaluation': plain('韩综', { year: 2025, half: 2 }),
  'paper.auditReport': plain('冯审', { year: 2026, quarter: 1 }),
  'paper.printed': plain('李保', {}),

  'audit.list': plain('冯审', {
    from: '2026-03-01',
    to: '2026-03-31',
    actor: '李保',
    call: 'documents.register',
    object: '密收',
    outcome: 'done',
    after: 1000,
    skip: 1,
    limit: 10,
  }),
  'audit.users': plain('钱安', { from: '2026-03-01', to: '2026-03-31', actor: '李保', outcome: 'done', after: 1000, limit: 10 }),
  'audit.verify': plain('冯审', { from: 0, run: 0 }),
  'audit.checkpoint': plain('冯审', {}),
  'audit.exportCheckpoint': { by: '冯审', inputs: async (office) => [{ checkpoint: (await checkpoints(office))[1] }] },
  'audit.heads': plain('冯审', {}),
  'audit.acknowledge': {
    by: '冯审',
    inputs: async (office) => {
      await putBack(office)
      return [{ reason: '系统管理员按批准恢复了昨日的数据' }]
    },
  },
  'audit.prove': {
    by: '冯审',
    inputs: async (office) => {
      const [checkpoint] = await checkpoints(office)
      return [{ entry: 0, checkpoint }, { entry: 1 }]
    },
  },
  'audit.proveGrowth': {
    by: '冯审',
    inputs: async (office) => {
      const [newer, older] = await checkpoints(office)
      return [{ older, newer }]
    },
  },
  'audit.checkpoints': plain('冯审', { after: 100, limit: 10 }),
  'audit.summary': plain('冯审', {}),
}
