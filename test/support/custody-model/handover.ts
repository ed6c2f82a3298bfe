import {
  type Act,
  bringBack,
  closed,
  type Handover,
  isOpen,
  isOut,
  type Item,
  type Loan,
  type Model,
  numbersOf,
  pick,
  SCOPED,
  signs,
  some,
  type Visit,
} from './model.ts'

const OFFICER = { usual: '李保' }
const isUnderWay = ({ state }: Handover) => state !== 'done' && state !== 'cancelled'
const heldBy = ({ items }: Model, person: string) => items.filter(({ holder }) => holder === person)
const hasChanged = (model: Model, { person, items }: Handover) => {
  const now = heldBy(model, person)
  return now.length !== items.length || now.some((item) => !items.includes(item))
}
const legsWith = ({ sheets }: Model, person: string) =>
  sheets.flatMap((sheet) => sheet.legs.filter((leg) => leg.reader === person && isOut(leg)).map((leg) => ({ sheet, leg })))
const isWaitedFor = ({ sheets }: Model, person: string) =>
  sheets.some((sheet) => isOpen(sheet) && sheet.legs.some((leg) => leg.reader === person && leg.state === 'waiting'))

const begin: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }, by, id) => {
    const free = (name: string) => !model.handovers.some((one) => one.person === name && isUnderWay(one))
    const person = pick(SCOPED, a, (name) => free(name) && heldBy(model, name).length > 0) as string
    return {
      call: 'handover.begin',
      input: { person: id(person), reason: '离岗' },
      allowed: free(person) && by !== person,
      done: (output) => {
        const items = heldBy(model, person)
        const state = items.length > 0 ? 'listed' : 'checked'
        model.handovers.push({ id: output.id as number, person, items, found: new Set(), state, supervisor: null })
      },
    }
  },
}

const check: Act = {
  ...OFFICER,
  weight: 4,
  plan: (model, { a, b, c }) => {
    const handover = pick(model.handovers, a, ({ state }) => state === 'listed')
    if (!handover || handover.items.length === 0) return null
    const found = c % 16 === 1 ? [pick(model.items, b) as Item] : some(handover.items, b)
    return {
      call: 'handover.check',
      input: { handover: handover.id, numbers: numbersOf(found) },
      allowed: (handover.state === 'listed' || handover.state === 'checked') && found.every((item) => handover.items.includes(item)),
      done: () => {
        for (const item of found) handover.found.add(item)
        if (handover.found.size === handover.items.length) handover.state = 'checked'
      },
    }
  },
}

const supervise: Act = {
  ...OFFICER,
  weight: 4,
  plan: (model, { a, b }) => {
    const handover = pick(model.handovers, a, (one) => one.state === 'checked' && !hasChanged(model, one))
    if (!handover) return null
    const signer = signs(b % 2 === 0 ? '王管' : '韩综', b)
    return {
      call: 'handover.supervise',
      input: { handover: handover.id },
      signer,
      allowed: handover.state === 'checked' && !hasChanged(model, handover) && ['王管', '韩综'].includes(signer) && signer !== handover.person,
      done: () => {
        Object.assign(handover, { state: 'supervised', supervisor: signer })
      },
    }
  },
}

/** Everything goes back into the box: folders are closed as they are, loans returned, visits over. */
const giveUp = (model: Model, { person, items }: Handover) => {
  for (const { sheet, leg } of legsWith(model, person)) closed(sheet, leg, leg.state === 'handedOut' ? 'returnedUnread' : 'returned')
  for (const { under } of items) {
    if (under && 'borrower' in under) (under as Loan).state = 'returned'
    if (under && 'person' in under) (under as Visit).state = 'left'
  }
  bringBack(items)
}

const complete: Act = {
  ...OFFICER,
  weight: 5,
  plan: (model, { a, b }) => {
    const handover = pick(model.handovers, a, (one) => one.state === 'supervised' && !hasChanged(model, one))
    if (!handover) return null
    const signer = signs(handover.person, b)
    const short = legsWith(model, handover.person).some(({ sheet }) => sheet.short)
    return {
      call: 'handover.complete',
      input: { handover: handover.id },
      signer,
      allowed:
        handover.state === 'supervised' &&
        !hasChanged(model, handover) &&
        !isWaitedFor(model, handover.person) &&
        !short &&
        signer === handover.person,
      done: () => {
        giveUp(model, handover)
        handover.state = 'done'
      },
    }
  },
}

const cancel: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const handover = pick(model.handovers, a, isUnderWay)
    if (!handover) return null
    return {
      call: 'handover.cancel',
      input: { handover: handover.id, reason: '不离岗了' },
      allowed: isUnderWay(handover),
      done: () => {
        handover.state = 'cancelled'
      },
    }
  },
}

/** 离岗移交. */
export const handoverActs: Record<string, Act> = {
  beginHandover: begin,
  checkHandover: check,
  supervise,
  completeHandover: complete,
  cancelHandover: cancel,
}
