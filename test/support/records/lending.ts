import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be, place } from './acting.ts'
import { registered } from './documents.ts'

/** 周阅 borrows a paper, keyed in by the 保密员. */
export const loanAsked = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const { id: document, copies } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  const wish = { copy: copy.id, borrower: office.id('周阅'), reason: '办理需要', place, until: '2026-03-12' }
  const { id: loan, number } = await office.ok('lending.request', { ...wish, ...over })
  return { loan, number, document, copy }
}

export const loanApproved = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const asked = await loanAsked(office, over)
  await be(office, '韩综')
  await office.ok('lending.decide', { loan: asked.loan, approve: true, opinion: '同意' })
  await be(office, '李保')
  return asked
}

export const loanOut = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const loan = await loanApproved(office, over)
  await office.signed('周阅', 'lending.lend', { loan: loan.loan })
  return loan
}

/** 周阅 in the reading room with two papers. */
export const consulting = async (office: Office) => {
  const papers = [await registered(office), await registered(office)].map(({ copies }) => copies[0] as { id: number; number: string })
  const step = { person: office.id('周阅'), copies: papers.map(({ id }) => id), purpose: '核对数据', room: '档案室' }
  const { id: visit } = await office.signed('周阅', 'lending.admit', step)
  return { visit, numbers: papers.map(({ number }) => number), copies: papers }
}
