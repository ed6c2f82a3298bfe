import { be, consulting, copiesApproved, loanApproved, loanAsked, loanOut, place, registered } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

/** The desk 查阅借用. */
export const lendingInputs: Inputs<'lending'> = {
  'lending.request': {
    by: '李保',
    inputs: async (office) => {
      const { copies } = await registered(office)
      return [{ copy: copies[0]?.id as number, borrower: office.id('周阅'), reason: '办理需要', place, until: '2026-03-12' }]
    },
  },
  'lending.cancel': { by: '李保', inputs: async (office) => [{ loan: (await loanAsked(office)).loan, reason: '不再需要' }] },
  'lending.decide': {
    by: '韩综',
    inputs: async (office) => {
      const { loan } = await loanAsked(office)
      await be(office, '韩综')
      return [{ loan, approve: true, due: '2026-03-11', opinion: '同意' }]
    },
  },
  'lending.lend': {
    by: '李保',
    inputs: async (office) => [await byReader(office, 'lending.lend', { loan: (await loanApproved(office)).loan })],
  },
  'lending.takeBack': {
    by: '李保',
    inputs: async (office) => {
      const { loan, copy } = await loanOut(office)
      return [await byReader(office, 'lending.takeBack', { loan, number: copy.number, intact: false, condition: '有折痕' })]
    },
  },
  'lending.admit': {
    by: '李保',
    inputs: async (office) => {
      const { reproduction, source } = await copiesApproved(office, { applicant: office.id('周阅') })
      const step = { person: office.id('周阅'), copies: [source], purpose: '核对数据', room: '档案室', reproduction }
      return [await byReader(office, 'lending.admit', step)]
    },
  },
  'lending.leave': {
    by: '李保',
    inputs: async (office) => {
      const { visit, numbers } = await consulting(office)
      return [await byReader(office, 'lending.leave', { visit, numbers })]
    },
  },
  'lending.loans': plain('李保', { state: 'lent', overdue: false, waiting: false, text: '函', after: 100, limit: 10 }),
  'lending.get': { by: '李保', inputs: async (office) => [{ loan: (await loanAsked(office)).loan }] },
  'lending.visits': plain('李保', { visit: 1, state: 'reading', text: '查阅', after: 100, limit: 10 }),
  'lending.lent': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      return [{}, { late: 'sameDay', person: office.id('周阅') }]
    },
  },
  'lending.sources': plain('李保', { text: '函', person: 4, copy: 1, inBox: true, limit: 10 }),
}
