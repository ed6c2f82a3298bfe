import { place } from '../records.ts'
import {
  type Act,
  bringBack,
  inScope,
  isHere,
  isOfficer,
  isUnavailable,
  type Item,
  type Loan,
  type Model,
  numbersOf,
  openSheetOf,
  pick,
  put,
  READERS,
  signs,
  some,
} from './model.ts'

const OFFICER = { usual: '李保' }
const isOwn = ({ borrower, enteredBy }: Loan, by: string) => by === borrower || by === enteredBy
const isFree = (model: Model) => (item: Item) => isHere(item) && !openSheetOf(model, item)

const request: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b }, by, id) => {
    const item = pick(model.items, a, (one) => !isUnavailable(one))
    if (!item) return null
    const borrower = isOfficer(by) ? (pick(READERS, b, (name) => inScope([item], name)) as string) : by
    return {
      call: 'lending.request',
      input: { copy: item.id, ...(isOfficer(by) && { borrower: id(borrower) }), reason: '办理需要', place, until: '2026-03-12' },
      allowed: !isUnavailable(item) && inScope([item], borrower),
      done: (output) => {
        model.loans.push({ id: output.id as number, item, borrower, enteredBy: by, state: 'requested' })
      },
    }
  },
}

const decide: Act = {
  usual: '韩综',
  weight: 5,
  plan: (model, { a, b }, by) => {
    const loan = pick(model.loans, a, ({ state }) => state === 'requested')
    if (!loan) return null
    const approve = b % 5 !== 0
    return {
      call: 'lending.decide',
      input: { loan: loan.id, approve, opinion: '意见' },
      allowed: loan.state === 'requested' && !isOwn(loan, by) && (!approve || inScope([loan.item], loan.borrower)),
      done: () => {
        loan.state = approve ? 'approved' : 'rejected'
      },
    }
  },
}

const lend: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b }) => {
    const loan = pick(model.loans, a, ({ state, item }) => state === 'approved' && isFree(model)(item))
    if (!loan) return null
    const signer = signs(loan.borrower, b)
    return {
      call: 'lending.lend',
      input: { loan: loan.id },
      signer,
      allowed: loan.state === 'approved' && isFree(model)(loan.item) && inScope([loan.item], loan.borrower) && signer === loan.borrower,
      done: () => {
        put([loan.item], 'lent', loan.borrower, loan)
        loan.state = 'lent'
      },
    }
  },
}

const takeBack: Act = {
  ...OFFICER,
  weight: 6,
  plan: (model, { a, b }) => {
    const loan = pick(model.loans, a, ({ state }) => state === 'lent')
    if (!loan) return null
    const signer = signs(loan.borrower, b)
    const item = b % 16 === 1 ? (pick(model.items, a) as Item) : loan.item
    return {
      call: 'lending.takeBack',
      input: { loan: loan.id, number: item.number, intact: true },
      signer,
      allowed: loan.state === 'lent' && item === loan.item && signer === loan.borrower,
      done: () => {
        bringBack([item])
        loan.state = 'returned'
      },
    }
  },
}

const cancel: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }, by) => {
    const suits = ({ state }: Loan) => state === 'requested' || state === 'approved'
    const loan = pick(model.loans, a, suits)
    if (!loan) return null
    return {
      call: 'lending.cancel',
      input: { loan: loan.id, reason: '不再需要' },
      allowed: suits(loan) && isOwn(loan, by),
      done: () => {
        loan.state = 'cancelled'
      },
    }
  },
}

const admit: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b, c }, _by, id) => {
    const first = pick(model.items, a, isFree(model))
    if (!first) return null
    const items = [...new Set([first, pick(model.items, c, isFree(model)) as Item])]
    const person = pick(READERS, b, (name) => inScope(items, name)) as string
    const signer = signs(person, c)
    return {
      call: 'lending.admit',
      input: { person: id(person), copies: items.map((item) => item.id), purpose: '核对', room: '档案室' },
      signer,
      allowed: items.every(isFree(model)) && inScope(items, person) && signer === person,
      done: (output) => {
        const visit = { id: output.id as number, person, items, state: 'reading' as const }
        model.visits.push(visit)
        put(items, 'lent', person, visit)
      },
    }
  },
}

const leave: Act = {
  ...OFFICER,
  weight: 5,
  plan: (model, { a, b }) => {
    const visit = pick(model.visits, a, ({ state }) => state === 'reading')
    if (!visit) return null
    const held = visit.items.filter(({ under }) => under === visit)
    const back = some(held.length > 0 ? held : visit.items, b)
    const signer = signs(visit.person, b)
    return {
      call: 'lending.leave',
      input: { visit: visit.id, numbers: numbersOf(back) },
      signer,
      allowed: visit.state === 'reading' && back.length === held.length && signer === visit.person,
      done: () => {
        bringBack(back)
        visit.state = 'left'
      },
    }
  },
}

/** 查阅借用. */
export const lendingActs: Record<string, Act> = {
  askLoan: request,
  decideLoan: decide,
  lend,
  takeBackLoan: takeBack,
  cancelLoan: cancel,
  admit,
  leave,
}
