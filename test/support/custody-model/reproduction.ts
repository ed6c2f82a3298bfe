import {
  type Act,
  departmentOf,
  inBox,
  inScope,
  isOutOfBox,
  isOfficer,
  isUnavailable,
  type Item,
  numbersOf,
  type Paper,
  pick,
  put,
  READERS,
  type Request,
  SCOPED,
  signs,
  some,
} from './model.ts'

const OFFICER = { usual: '李保' }
const isOwn = ({ applicant, enteredBy }: Request, by: string) => by === applicant || by === enteredBy

const request: Act = {
  ...OFFICER,
  weight: 4,
  plan: (model, { a, b, c }, by, id) => {
    const officer = isOfficer(by)
    const source = pick(model.items, a, (item) => item.original && !isUnavailable(item) && !item.archived && (officer || item.holder === by))
    if (!source) return null
    const applicant = officer ? (pick(SCOPED, b, (name) => source.paper.scope.has(name)) as string) : by
    const able = READERS.filter((name) => source.paper.scope.has(name))
    const recipients = some(c % 4 === 0 || able.length === 0 ? READERS : able, b)
    const asked = 1 + (c % 3)
    return {
      call: 'reproduction.request',
      input: {
        kind: c % 2 === 0 ? 'copy' : 'extract',
        ...(c % 2 === 1 && { extent: '第二页' }),
        sources: [{ copy: source.id }],
        ...(officer && { applicant: id(applicant) }),
        asked,
        purpose: '承办需要',
        recipients: recipients.map(id),
        place: '本单位文印室',
      },
      allowed:
        source.original &&
        !isUnavailable(source) &&
        !source.archived &&
        (officer ? source.paper.scope.has(applicant) : source.holder === by) &&
        recipients.every((name) => source.paper.scope.has(name)),
      done: (output) => {
        model.requests.push({
          id: output.id as number,
          sources: [source],
          compiles: false,
          state: 'toSection',
          applicant,
          enteredBy: by,
          opinedBy: null,
          asked,
          approved: 0,
          recipients,
          made: [],
        })
      },
    }
  },
}

/** Several papers to be made one: of each any of its originals, now and then two of the same paper. */
const requestCompilation: Act = {
  ...OFFICER,
  weight: 4,
  plan: (model, { a, b, c }, by, id) => {
    const good = (item: Item) => item.original && !isUnavailable(item) && !item.archived
    const first = pick(model.items, a, good)
    const second = pick(model.items, b, (item) => good(item) && item.paper !== first?.paper)
    if (!first || !second || first === second) return null
    const sources = [first, second]
    const officer = isOfficer(by)
    const applicant = officer ? (pick(SCOPED, b, (name) => inScope(sources, name)) as string) : by
    const able = READERS.filter((name) => inScope(sources, name))
    const recipients = some(c % 4 === 0 || able.length === 0 ? READERS : able, b)
    const asked = 1 + (c % 3)
    return {
      call: 'reproduction.request',
      input: {
        kind: 'compilation',
        title: '示范工作要点汇编',
        sources: sources.map((item) => ({ copy: item.id })),
        ...(officer && { applicant: id(applicant) }),
        asked,
        purpose: '承办需要',
        recipients: recipients.map(id),
        place: '本单位文印室',
      },
      allowed:
        sources.every(good) &&
        first.paper !== second.paper &&
        (officer ? inScope(sources, applicant) : sources.every(({ holder }) => holder === by)) &&
        recipients.every((name) => inScope(sources, name)),
      done: (output) => {
        const asking = { applicant, enteredBy: by, opinedBy: null, asked, approved: 0, recipients, made: [] }
        model.requests.push({ id: output.id as number, sources, compiles: true, state: 'toSection', ...asking })
      },
    }
  },
}

const opine: Act = {
  usual: '韩综',
  weight: 10,
  plan: (model, { a, b }, by) => {
    const asked = pick(model.requests, a, ({ state }) => state === 'toSection')
    if (!asked) return null
    const agree = b % 5 !== 0
    const may = by === '韩综' || (by === '陈科' && departmentOf(asked.applicant) === departmentOf(by))
    return {
      call: 'reproduction.opine',
      input: { reproduction: asked.id, agree, opinion: '意见' },
      allowed: asked.state === 'toSection' && may && !isOwn(asked, by),
      done: () => {
        asked.state = agree ? 'toLeader' : 'rejected'
        asked.opinedBy = by
      },
    }
  },
}

const decide: Act = {
  usual: '王管',
  weight: 10,
  plan: (model, { a, b }, by) => {
    const asked = pick(model.requests, a, ({ state }) => state === 'toLeader')
    if (!asked) return null
    const approve = b % 5 !== 0
    // One more than was asked, now and then
    const approved = 1 + (b % (asked.asked + 1))
    const within = approved <= asked.asked && asked.recipients.every((name) => inScope(asked.sources, name))
    return {
      call: 'reproduction.decide',
      input: { reproduction: asked.id, approve, ...(approve && { approved }), opinion: '意见' },
      allowed: asked.state === 'toLeader' && !isOwn(asked, by) && asked.opinedBy !== by && (!approve || within),
      done: () => {
        asked.state = approve ? 'approved' : 'rejected'
        asked.approved = approve ? approved : 0
      },
    }
  },
}

/** What the items that are made are copies of: the paper they were made of, or the paper that several are from then on. */
const paperOf = ({ sources: [first, ...rest], compiles }: Request, document: number, number: string): Paper => {
  if (!compiles) return (first as Item).paper
  const from = [first as Item, ...rest].map(({ paper }) => paper)
  const scope = new Set(SCOPED.filter((name) => from.every((paper) => paper.scope.has(name))))
  return { id: document, number, scope, finished: false, received: 0, made: 0, from }
}

/** What was approved is made: copies and extracts, or a 汇编. */
const make = (compiles: boolean): Act => ({
  ...OFFICER,
  weight: 10,
  plan: (model, { a, b }) => {
    const asked = pick(
      model.requests.filter((one) => one.compiles === compiles),
      a,
      ({ state, sources }) => state === 'approved' && sources.every(inBox),
    )
    if (!asked) return null
    const count = 1 + (b % (asked.approved + 1))
    const known = !asked.compiles || SCOPED.some((name) => inScope(asked.sources, name))
    return {
      call: 'reproduction.make',
      input: { reproduction: asked.id, count, copier: '李保', stamped: true },
      allowed: asked.state === 'approved' && count <= asked.approved && asked.sources.every(inBox) && known,
      done: (output) => {
        const copies = output.copies as { id: number; number: string }[]
        const paper = paperOf(asked, output.document as number, copies[0]?.number as string)
        if (asked.compiles) model.papers.push(paper)
        asked.state = 'made'
        for (const copy of copies)
          asked.made.push({ ...copy, paper, original: false, place: 'inBox', holder: null, under: null, box: null, archived: false })
        model.items.push(...asked.made)
        paper.made += asked.made.length
      },
    }
  },
})

const issue: Act = {
  ...OFFICER,
  weight: 10,
  plan: (model, { a, b, c }, _by, id) => {
    const asked = pick(model.requests, a, ({ state, made }) => (state === 'made' || state === 'issued') && made.some(inBox))
    if (!asked) return null
    const items: Item[] = some(c % 4 !== 0 && asked.made.some(inBox) ? asked.made.filter(inBox) : asked.made, b)
    if (items.length === 0) items.push(asked.sources[0] as Item)
    const person = pick(READERS, b, (name) => asked.recipients.includes(name) && inScope(items, name)) as string
    const signer = signs(person, c)
    const ready = (asked.state === 'made' || asked.state === 'issued') && items.every((item) => asked.made.includes(item) && inBox(item))
    return {
      call: 'reproduction.issue',
      input: { reproduction: asked.id, person: id(person), copies: items.map((item) => item.id) },
      signer,
      allowed: ready && asked.recipients.includes(person) && inScope(items, person) && signer === person,
      done: () => {
        put(items, 'lent', person, asked)
        asked.state = 'issued'
      },
    }
  },
}

const takeBack: Act = {
  ...OFFICER,
  weight: 14,
  plan: (model, { a, b, c }, _by, id) => {
    const isUnder = (asked: Request) => (item: Item) => item.place === 'lent' && item.under === asked
    const asked = pick(model.requests, a, (one) => one.made.some(isUnder(one)))
    if (!asked) return null
    const out = asked.made.filter(isUnder(asked))
    const person = c % 8 === 0 || !out[0] ? (READERS[a % READERS.length] as string) : (out[0].holder as string)
    const items = some(c % 4 !== 0 && out.length > 0 ? out.filter(({ holder }) => holder === person) : asked.sources.slice(0, 1), b)
    if (items.length === 0) items.push(asked.sources[0] as Item)
    const signer = signs(person, b)
    return {
      call: 'reproduction.takeBack',
      input: { reproduction: asked.id, person: id(person), numbers: numbersOf(items) },
      signer,
      allowed: items.every((item) => out.includes(item) && item.holder === person) && signer === person,
      done: () => put(items, 'inBox', null),
    }
  },
}

const close: Act = {
  ...OFFICER,
  weight: 5,
  plan: (model, { a }) => {
    const suits = ({ state, made }: Request) => (state === 'made' || state === 'issued') && !made.some((item) => !item.archived && isOutOfBox(item))
    const asked = pick(model.requests, a, suits)
    if (!asked) return null
    return {
      call: 'reproduction.close',
      input: { reproduction: asked.id },
      allowed: suits(asked),
      done: () => {
        asked.state = 'allBack'
      },
    }
  },
}

const cancel: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }, by) => {
    const suits = ({ state }: Request) => state === 'toSection' || state === 'toLeader'
    const asked = pick(model.requests, a, suits)
    if (!asked) return null
    return {
      call: 'reproduction.cancel',
      input: { reproduction: asked.id, reason: '不再需要' },
      allowed: suits(asked) && isOwn(asked, by),
      done: () => {
        asked.state = 'cancelled'
      },
    }
  },
}

/** 复制审批. */
export const reproductionActs: Record<string, Act> = {
  request,
  requestCompilation,
  opine,
  decide,
  make: make(false),
  makeCompilation: make(true),
  issue,
  takeBack,
  closeRequest: close,
  cancelRequest: cancel,
}
