import { fresh, place } from '../records.ts'
import {
  type Act,
  closed,
  endShorts,
  inBox,
  inFolder,
  inScope,
  isOpen,
  isOut,
  type Item,
  type Leg,
  type Model,
  numbersOf,
  openSheetOf,
  pick,
  put,
  READERS,
  type Sheet,
  signs,
  some,
} from './model.ts'

const OFFICER = { usual: '李保' }
const legsOf = ({ sheets }: Model) => sheets.flatMap((sheet) => sheet.legs.map((leg) => ({ sheet, leg })))
const legThat = (model: Model, n: number, suits: (leg: Leg, sheet: Sheet) => boolean) => pick(legsOf(model), n, ({ leg, sheet }) => suits(leg, sheet))

const draft: Act = {
  ...OFFICER,
  weight: 3,
  plan: (model, { a, b, c }, _by, id) => {
    const free = (item: Item) => inBox(item) && !openSheetOf(model, item) && !item.paper.finished
    const first = pick(model.items, a, free)
    if (!first) return null
    const items = some(
      model.items.filter((item) => item.paper === first.paper && (item === first || a % 4 === 0 || free(item))),
      b,
    )
    const able = READERS.filter((name) => first.paper.scope.has(name))
    const readers = some(c % 4 === 0 || able.length === 0 ? READERS : able, b)
    return {
      call: 'circulation.draft',
      input: { folder: fresh('夹模'), copies: items.map((item) => item.id), readers: readers.map(id) },
      allowed: items.every(free) && readers.every((name) => inScope(items, name)),
      done: (output) => {
        const legs = (output.legs as { id: number }[]).map((leg, index) => ({
          id: leg.id,
          reader: readers[index] as string,
          state: 'waiting' as const,
        }))
        model.sheets.push({ id: output.id as number, items, legs, state: 'confirmed', short: null })
      },
    }
  },
}

const isNext = (leg: Leg, sheet: Sheet) =>
  leg.state === 'waiting' && !sheet.legs.some(isOut) && sheet.legs.find((one) => one.state === 'waiting') === leg

const handOut: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b }) => {
    const found = legThat(model, a, (leg, sheet) => isNext(leg, sheet) && isOpen(sheet) && !sheet.short)
    if (!found) return null
    const { leg, sheet } = found
    const items = inFolder(sheet)
    const signer = signs(leg.reader, b)
    const ready = isNext(leg, sheet) && ['confirmed', 'circulating'].includes(sheet.state) && !sheet.short
    return {
      call: 'circulation.handOut',
      input: { leg: leg.id, place },
      signer,
      allowed: ready && signer === leg.reader && items.length > 0 && items.every(inBox) && inScope(items, leg.reader),
      done: () => {
        put(items, 'circulating', leg.reader)
        leg.state = 'handedOut'
        sheet.state = 'circulating'
      },
    }
  },
}

const sign: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b }) => {
    const found = legThat(model, a, ({ state }) => state === 'handedOut')
    if (!found) return null
    const signer = signs(found.leg.reader, b)
    return {
      call: 'circulation.sign',
      input: { leg: found.leg.id },
      signer,
      allowed: found.leg.state === 'handedOut' && signer === found.leg.reader,
      done: () => {
        found.leg.state = 'signed'
      },
    }
  },
}

const receiveBack: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b }) => {
    const found = legThat(model, a, ({ state }, sheet) => state === 'signed' && !sheet.short)
    if (!found) return null
    const { leg, sheet } = found
    const items = inFolder(sheet)
    const back = some(items, b)
    return {
      call: 'circulation.receiveBack',
      input: { leg: leg.id, numbers: numbersOf(back) },
      allowed: leg.state === 'signed' && !sheet.short && back.length === items.length,
      done: () => {
        put(items, 'inBox', null)
        closed(sheet, leg, 'returned')
      },
    }
  },
}

const returnUnread: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b }) => {
    const found = legThat(model, a, ({ state }, sheet) => (state === 'handedOut' || state === 'waiting') && isOpen(sheet) && !sheet.short)
    if (!found) return null
    const { leg, sheet } = found
    const items = inFolder(sheet)
    const back = leg.state === 'waiting' && b % 4 !== 0 ? [] : some(items, b)
    const fromHand = leg.state === 'handedOut' && !sheet.short && back.length === items.length
    return {
      call: 'circulation.returnUnread',
      input: { leg: leg.id, reason: '未阅', numbers: numbersOf(back) },
      allowed: isOpen(sheet) && (fromHand || (leg.state === 'waiting' && back.length === 0)),
      done: () => {
        if (fromHand) put(items, 'inBox', null)
        closed(sheet, leg, 'returnedUnread')
      },
    }
  },
}

const reportShort: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b }) => {
    const found = legThat(model, a, (leg, sheet) => isOut(leg) && !sheet.short)
    if (!found) return null
    const { leg, sheet } = found
    const items = inFolder(sheet)
    const present = items.filter((_, index) => (b >> index) % 2 === 1)
    const missing = items.filter((item) => !present.includes(item))
    return {
      call: 'circulation.reportShort',
      input: { leg: leg.id, numbers: numbersOf(present), note: '正在查找' },
      allowed: isOut(leg) && !sheet.short && missing.length > 0,
      done: (output) => {
        put(present, 'inBox', null)
        put(missing, 'missing', leg.reader)
        sheet.short = { incident: output.incident as number, leg, items: missing }
      },
    }
  },
}

const settleShort: Act = {
  ...OFFICER,
  weight: 5,
  plan: (model, { a, b }) => {
    const sheet = pick(
      model.sheets.filter(({ short }) => short),
      a,
    )
    if (!sheet?.short) return null
    const { incident } = sheet.short
    const items = sheet.short.items.filter(({ place: where }) => where === 'missing')
    const found = some(items, b)
    return {
      call: 'circulation.settleShort',
      input: { incident, numbers: numbersOf(found), note: '找回' },
      allowed: found.length === items.length,
      done: () => {
        put(items, 'inBox', null)
        endShorts(model)
      },
    }
  },
}

const addReader: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b }, _by, id) => {
    const sheet = pick(model.sheets, a, isOpen)
    if (!sheet) return null
    const reader = pick(READERS, b, (name) => inScope(sheet.items, name)) as string
    const reads = sheet.legs.some((leg) => leg.reader === reader && (leg.state === 'waiting' || isOut(leg)))
    return {
      call: 'circulation.addReader',
      input: { sheet: sheet.id, reader: id(reader) },
      allowed: isOpen(sheet) && !reads && inScope(sheet.items, reader),
      done: async (_output, legs) => {
        sheet.legs.push({ id: (await legs()).at(-1)?.id as number, reader, state: 'waiting' })
        if (sheet.state === 'allReturned') sheet.state = 'confirmed'
      },
    }
  },
}

const onSheet = (call: 'circulation.close' | 'circulation.cancel', weight: number, suits: (sheet: Sheet) => boolean): Act => ({
  ...OFFICER,
  weight,
  plan: (model, { a }) => {
    const sheet = pick(model.sheets, a, suits)
    if (!sheet) return null
    return {
      call,
      input: { sheet: sheet.id, ...(call === 'circulation.close' ? { result: '办结' } : { reason: '列错' }) },
      allowed: suits(sheet),
      done: () => {
        sheet.state = call === 'circulation.close' ? 'finished' : 'cancelled'
      },
    }
  },
})

/** 传阅. */
export const circulationActs: Record<string, Act> = {
  draft,
  handOut,
  sign,
  receiveBack,
  returnUnread,
  reportShort,
  settleShort,
  addReader,
  closeSheet: onSheet('circulation.close', 4, (sheet) => sheet.state === 'allReturned' && !sheet.short && inFolder(sheet).every(inBox)),
  cancelSheet: onSheet('circulation.cancel', 3, (sheet) => sheet.state === 'confirmed' && sheet.legs.every(({ state }) => state === 'waiting')),
}
