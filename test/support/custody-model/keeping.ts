import { type Act, inBox, type Item, numbersOf, pick, put, some } from './model.ts'

const OFFICER = { usual: '李保' }

const makeBox: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }, _by, id) => ({
    call: 'keeping.setBox',
    input: { number: `箱${a % 8 === 0 ? 1 : model.boxes.length + 1}`, cabinet: '甲柜', shelf: '一层', custodian: id('李保') },
    // One time in eight the number of the first, which there may be already
    allowed: a % 8 !== 0 || model.boxes.length === 0,
    done: (output) => {
      model.boxes.push(output.id as number)
    },
  }),
}

/** Papers of one document that lie before the officer. */
const before = (items: readonly Item[], a: number, b: number, suits: (item: Item) => boolean): Item[] => {
  const first = pick(items, a, suits)
  return first
    ? some(
        items.filter((item) => item.paper === first.paper),
        b,
      )
    : []
}

const store: Act = {
  ...OFFICER,
  weight: 3,
  plan: (model, { a, b, c }) => {
    const box = pick(model.boxes, c)
    const items = before(model.items, a, b, (item) => inBox(item) && item.box !== box)
    if (box === undefined || items.length === 0) return null
    return {
      call: 'keeping.store',
      input: { box, numbers: numbersOf(items) },
      allowed: items.every(inBox) && items.some((item) => item.box !== box),
      done: () => {
        for (const item of items) item.box = box
      },
    }
  },
}

const archive: Act = {
  ...OFFICER,
  weight: 3,
  plan: (model, { a, b }) => {
    const items = before(model.items, a, b, (item) => inBox(item) && item.paper.finished)
    if (items.length === 0) return null
    return {
      call: 'keeping.archive',
      input: { numbers: numbersOf(items), volume: '2026-永久-1', place: '档案室', day: '2026-03-10' },
      allowed: items.every((item) => inBox(item) && item.paper.finished),
      done: () => {
        put(items, 'archived', null)
        for (const item of items) Object.assign(item, { box: null, archived: true })
      },
    }
  },
}

/** 归档清点. */
export const keepingActs: Record<string, Act> = { makeBox, store, archive }
