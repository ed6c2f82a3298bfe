import type { Input } from '../../../contract/index.ts'
import { type Act, inBox, isOpen, isOut, type Item, openSheetOf, pick, SCOPED, some } from './model.ts'

const OFFICER = { usual: '李保' }

/** Takes a paper in. `paper`: what it says, from the office. */
const register = (incoming: (over: object) => Input<'documents.register'>): Act => ({
  ...OFFICER,
  weight: 2,
  plan: (model, { a, b }, _by, id) => {
    const scope = some(SCOPED, b)
    const count = 1 + (a % 3)
    return {
      call: 'documents.register',
      input: incoming({ listed: count, counted: count, scope: scope.map(id) }),
      allowed: true,
      done: (output) => {
        const paper = {
          id: output.id as number,
          number: output.number as string,
          scope: new Set<string>(scope),
          finished: false,
          received: count,
          made: 0,
          from: [],
        }
        model.papers.push(paper)
        for (const copy of output.copies as { id: number; number: string }[])
          model.items.push({ ...copy, paper, original: true, place: 'inBox', holder: null, under: null, box: null, archived: false })
      },
    }
  },
})

const finish: Act = {
  ...OFFICER,
  weight: 2,
  plan: (model, { a }) => {
    const idle = (item: Item) => (inBox(item) || item.place === 'lost') && !openSheetOf(model, item)
    const of = (paper: (typeof model.papers)[number]) => model.items.filter((item) => item.paper === paper)
    const paper = pick(model.papers, a, (one) => !one.finished && of(one).every(idle))
    if (!paper) return null
    return {
      call: 'documents.finish',
      input: { document: paper.id, result: '办结' },
      allowed: !paper.finished && of(paper).every(idle),
      done: () => {
        paper.finished = true
      },
    }
  },
}

const narrowScope: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a, b }, _by, id) => {
    const paper = pick(model.papers, a)
    if (!paper) return null
    const person = pick(SCOPED, b, (name) => paper.scope.has(name)) as string
    // Who leaves the 知悉范围 of a paper leaves that of what was compiled of it
    const left = model.papers.filter((one) => one === paper || (one.from.includes(paper) && one.scope.has(person)))
    const reads = model.sheets.some(
      (sheet) =>
        isOpen(sheet) &&
        sheet.items.some((item) => left.includes(item.paper)) &&
        sheet.legs.some((leg) => leg.reader === person && (leg.state === 'waiting' || isOut(leg))),
    )
    const holds = model.items.some((item) => left.includes(item.paper) && item.place === 'lent' && item.holder === person)
    return {
      call: 'documents.narrowScope',
      input: { document: paper.id, persons: [id(person)], reason: '不再需要' },
      allowed: paper.scope.has(person) && !reads && !holds,
      done: () => {
        for (const one of left) one.scope.delete(person)
      },
    }
  },
}

/** 收文登记. */
export const documentActs = (incoming: (over: object) => Input<'documents.register'>): Record<string, Act> => ({
  register: register(incoming),
  finish,
  narrowScope,
})
