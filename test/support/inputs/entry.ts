import { countedTwice, returnChecked } from '../disposals.ts'
import { consulting, copiesApproved, entryOf, loanApproved, loanAsked, loanOut, otherOfficer, outgoingDrafted, outsideAsked } from '../records.ts'
import type { Inputs } from './base.ts'

const decision = { approve: true, opinion: '同意' } as const

/** 纸质签补录: one of each kind. A visit under the approval to copy that it stands on. */
export const entryInputs: Inputs<'entry'> = {
  'entry.fromPaper': {
    by: '冯保',
    inputs: async (office) => {
      const asked = await loanAsked(office)
      const approved = await loanApproved(office)
      const out = await loanOut(office)
      const { reproduction, source } = await copiesApproved(office, { applicant: office.id('周阅') })
      const { visit, numbers } = await consulting(office)
      const list = await returnChecked(office)
      const batch = await countedTwice(office)
      const { outgoing } = await outgoingDrafted(office)
      const { use } = await outsideAsked(office)
      await otherOfficer(office)
      const condition = { intact: false, condition: '有折痕' }
      const visiting = { person: office.id('周阅'), copies: [source], purpose: '核对数据', room: '档案室', reproduction }
      return [
        entryOf(office, '韩综', { call: 'lending.decide', input: { loan: asked.loan, due: '2026-03-11', ...decision } }),
        entryOf(office, '周阅', { call: 'lending.lend', input: { loan: approved.loan } }),
        entryOf(office, '周阅', { call: 'lending.takeBack', input: { loan: out.loan, number: out.copy.number, ...condition } }),
        entryOf(office, '周阅', { call: 'lending.admit', input: visiting }),
        entryOf(office, '周阅', { call: 'lending.leave', input: { visit, numbers } }),
        entryOf(office, '王管', { call: 'disposal.approve', input: { kind: 'return', id: list.returnList, ...decision } }),
        entryOf(office, '王管', { call: 'disposal.approve', input: { kind: 'destruction', id: batch.destruction, ...decision } }),
        entryOf(office, '王管', { call: 'outgoing.decide', input: { outgoing, ...decision } }),
        entryOf(office, '王管', { call: 'media.decideOutside', input: { use, ...decision } }),
      ]
    },
  },
}
