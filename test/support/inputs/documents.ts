import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { importedLedger } from '../records/importing.ts'
import { be, expired, fresh, opened, registered, retained } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

/** A registration with every particular, its period of each kind in turn. */
const fullRegistration = (office: Office, more: Partial<Input<'documents.register'>>): Input<'documents.register'> => ({
  ...office.incoming({ title: fresh('关于完整登记的函'), symbol: fresh('青完整函〔2026〕') }),
  attachments: '附表一份',
  urgency: 'urgent',
  addressee: '青禾市疾控示范中心',
  handledBy: '业务一科',
  returnBy: '2026-12-31',
  copyBan: true,
  remarks: '办后清退',
  listed: 3,
  counted: 2,
  discrepancyNote: '清单三份，实到两份',
  copyNos: [fresh('份'), fresh('份')],
  ...more,
})

const periods: NonNullable<Input<'documents.register'>['period']>[] = [
  { kind: 'years', years: 25, basis: '有法定依据' },
  { kind: 'months', months: 6 },
  { kind: 'until', until: '2030-01-01', basis: '有法定依据' },
  { kind: 'condition', condition: '项目公布之日' },
  { kind: 'unmarked' },
]

const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }

/** The last year that is closed; years long before the vault's first, so that the office goes on in its own. */
const lastClosed = async (office: Office): Promise<number> => {
  await be(office, '李保')
  return (await office.ok('documents.closedYears', {})).rows[0]?.year ?? 2000
}

/** The desk 收文登记. */
export const documentsInputs: Inputs<'documents'> = {
  'documents.readCode': plain('李保', { text: 'GB0626-2005^1^青政办发〔2026〕8号^青禾市人民政府办公室^^关于示范的通知^机密★5年^加急^20260305^|' }),
  'documents.receive': plain('李保', {
    envelopeNo: '机要九〇一',
    sender: '青禾市人民政府办公室',
    receivedAt: '2026-03-10T08:40',
    sealIntact: false,
    sealNote: '封口有开裂',
    personalFor: 4,
  }),
  'documents.openEnvelope': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const { id } = await office.ok('documents.receive', {
        envelopeNo: fresh('亲启'),
        sender: '青禾市人民政府办公室',
        receivedAt: '2026-03-10T08:45',
        sealIntact: true,
        personalFor: office.id('周阅'),
      })
      const step = { envelope: id, choice: 'register' } as const
      return [{ ...step, ticket: await office.ticket('周阅', 'documents.openEnvelope', step) }]
    },
  },
  'documents.turnOver': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const envelope = await retained(office)
      return [await byReader(office, 'documents.turnOver', { envelope })]
    },
  },
  'documents.envelopes': plain('李保', { waiting: false, after: 100, limit: 10 }, { text: '机要' }),
  'documents.register': {
    by: '李保',
    inputs: async (office) => [
      fullRegistration(office, { envelope: { id: await opened(office) } }),
      ...periods.map((period) =>
        fullRegistration(office, {
          envelope: {
            envelopeNo: fresh('机要'),
            sender: '青禾市人民政府办公室',
            receivedAt: '2026-03-10T08:50',
            sealIntact: false,
            sealNote: '封口有开裂',
          },
          period,
        }),
      ),
    ],
  },
  'documents.correct': {
    by: '李保',
    inputs: async (office) => [
      {
        document: (await registered(office)).id,
        reason: '录入有误',
        changes: {
          title: fresh('关于更正后工作的函'),
          symbol: fresh('青更正函〔2026〕'),
          sender: '青禾市卫生健康委员会',
          attachments: '附表两份',
          urgency: 'extraUrgent',
          madeOn: '2026-03-06',
          addressee: '青禾市疾控示范中心',
          handledBy: '业务二科',
          returnBy: '2026-11-30',
          copyBan: true,
          remarks: '已核对',
        },
      },
    ],
  },
  'documents.changeLevel': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await registered(office)
      return periods.map((period) => ({ document: id, level: 'confidential', period, notice: { ...notice, basis: '上级机关' } }))
    },
  },
  'documents.declassify': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office)).id, notice: { ...notice, basis: '上级机关' } }],
  },
  'documents.reviewExpiry': {
    by: '李保',
    inputs: async (office) => {
      const step = { document: (await expired(office)).id, outcome: 'waiting' as const, reason: '已函询制发机关' }
      return [{ ...step, ticket: await office.ticket('王管', 'documents.reviewExpiry', step) }]
    },
  },
  'documents.reviewYear': {
    by: '李保',
    inputs: async (office) => {
      const step = { year: 2026, exceptions: [{ document: (await registered(office)).id, outcome: 'declassify' as const, reason: '已公开' }] }
      return [{ ...step, ticket: await office.ticket('王管', 'documents.reviewYear', step) }]
    },
  },
  'documents.expiryList': plain('李保', { year: 2026 }),
  'documents.countYear': plain('李保', { year: 2026 }),
  'documents.closeYear': {
    by: '李保',
    inputs: async (office) => {
      const year = (await lastClosed(office)) + 1
      return [{ year, ticket: await office.ticket('王管', 'documents.closeYear', { year }) }]
    },
  },
  'documents.closedYears': plain('李保', {}),
  'documents.closedYear': {
    by: '李保',
    inputs: async (office) => {
      const year = (await lastClosed(office)) + 1
      await office.signed('王管', 'documents.closeYear', { year })
      return [{ year }]
    },
  },
  'documents.setScope': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office, { scope: [] })).id, scope: [office.id('周阅'), office.id('陈科')] }],
  },
  'documents.narrowScope': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office)).id, persons: [office.id('吴阅')], reason: '已调离岗位' }],
  },
  'documents.finish': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id, result: '已办结' }] },
  'documents.list': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await importedLedger(office)
      const filter = { register: 'classified', year: 2026, level: 'confidential', state: 'registered', text: '函' } as const
      return [{ ...filter, out: false, expiry: 'past', toReturn: false, import: id, after: 100, skip: 1, limit: 10 }]
    },
  },
  'documents.get': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id }] },
  'documents.knowers': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id }] },
  'documents.whereIs': plain('李保', { text: '函', limit: 10 }),
}
