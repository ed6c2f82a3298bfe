import type { CopyState } from '../../../contract/terms.ts'
import { type Act, bringBack, type Case, endShorts, isGone, type Item, isOfficer, type Model, pick, put, signs } from './model.ts'

const OFFICER = { usual: '李保' }
/** Where an act of its own comes first: a short return, the list of destruction. */
const STUCK: readonly CopyState[] = ['circulating', 'toDestroy']
const LEADERS = ['王管', '赵组']
const isOpen = ({ state }: Case) => state !== 'closed'

const report: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const item = pick(model.items, a, (one) => !isGone(one))
    if (!item) return null
    return {
      call: 'breaches.report',
      input: { kind: 'loss', note: '没有找到', numbers: [item.number], discoveredAt: '2026-03-10T08:40' },
      allowed: !isGone(item),
      done: (output) => {
        model.cases.push({ id: output.id as number, item, state: 'registered', handler: null, measured: false, holds: false })
      },
    }
  },
}

/** What was in somebody's hands is theirs no more: a loan is over, a visit with its last paper. */
const endHolding = (item: Item) => {
  const { under } = item
  put([item], 'missing', null)
  if (under && 'borrower' in under) under.state = 'returned'
  if (under && 'person' in under && !under.items.some((one) => one.under === under)) under.state = 'left'
}

const heldElsewhere = (model: Model, one: Case) =>
  model.cases.some((other) => other !== one && other.item === one.item && other.holds && isOpen(other))

const takeOn: Act = {
  ...OFFICER,
  weight: 3,
  plan: (model, { a }, by) => {
    const one = pick(model.cases, a, (each) => isOpen(each) && each.handler === null && !STUCK.includes(each.item.place))
    if (!one) return null
    const { item, handler } = one
    const takes = handler === null && !isGone(item) && !heldElsewhere(model, one)
    return {
      call: 'breaches.takeOn',
      input: { breach: one.id },
      allowed: isOpen(one) && (handler === null ? !(takes && STUCK.includes(item.place)) : LEADERS.includes(by) && handler !== by),
      done: () => {
        one.handler = by
        one.holds ||= takes
        if (takes && item.place !== 'missing') endHolding(item)
      },
    }
  },
}

const notify: Act = {
  ...OFFICER,
  weight: 3,
  plan: (model, { a }, by) => {
    const one = pick(model.cases, a, ({ state, handler }) => state === 'registered' && handler === by)
    if (!one) return null
    return {
      call: 'breaches.notify',
      input: { breach: one.id, how: { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } },
      allowed: one.state === 'registered' && one.handler === by,
      done: () => {
        one.state = one.measured ? 'handling' : 'notified'
      },
    }
  },
}

const measure: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a }, by) => {
    const one = pick(model.cases, a, (each) => isOpen(each) && each.handler === by && !each.measured)
    if (!one) return null
    return {
      call: 'breaches.measure',
      input: { breach: one.id, measure: '查找' },
      allowed: isOpen(one) && one.handler === by,
      done: () => {
        one.measured = true
        if (one.state === 'notified') one.state = 'handling'
      },
    }
  },
}

const isMissing = (one: Case) => isOpen(one) && one.holds && one.item.place === 'missing'

const found: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const one = pick(model.cases, a, isMissing)
    if (!one) return null
    return {
      call: 'breaches.found',
      input: { breach: one.id, numbers: [one.item.number] },
      allowed: isMissing(one),
      done: () => {
        one.holds = false
        bringBack([one.item])
        endShorts(model)
      },
    }
  },
}

const close: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b }, by) => {
    const one = pick(model.cases, a, ({ state, measured }) => state === 'handling' && measured)
    if (!one) return null
    const signer = signs(one.handler === '王管' ? '赵组' : '王管', b)
    const submits = one.handler === by || (one.handler !== null && !isOfficer(one.handler))
    return {
      call: 'breaches.close',
      input: { breach: one.id, outcome: 'closed', conclusion: '遗失', responsibility: '批评' },
      signer,
      allowed: one.state === 'handling' && one.measured && submits && LEADERS.includes(signer),
      done: () => {
        if (isMissing(one)) put([one.item], 'lost', null)
        one.holds = false
        one.state = 'closed'
        endShorts(model)
      },
    }
  },
}

/** 违规遗失. */
export const breachActs: Record<string, Act> = { reportLoss: report, takeOn, notify, measure, found, closeCase: close }
