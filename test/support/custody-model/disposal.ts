import { done as destroyedSo, sending } from '../disposals.ts'
import { type Act, type Batch, inBox, isGone, type Item, type Model, numbersOf, openSheetOf, pick, put, some } from './model.ts'

const OFFICER = { usual: '李保' }
const standing = (model: Model, item: Item) => model.holds.some((hold) => hold.item === item && !hold.lifted)
const isOpen = ({ state }: Batch) => !['done', 'rejected', 'cancelled'].includes(state)
/** As a batch is counted: one page a copy. */
const counted = (items: readonly Item[]) => items.map(({ number }) => ({ number, pages: 1 }))

const hold: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const item = pick(model.items, a, (one) => one.place === 'toDestroy' && !standing(model, one))
    if (!item) return null
    return {
      call: 'disposal.hold',
      input: { copy: item.id, kind: 'retained', reason: '后续工作需要' },
      allowed: !isGone(item) && !standing(model, item),
      done: (output) => {
        model.holds.push({ id: output.id as number, item, lifted: false })
        for (const batch of model.batches.filter(isOpen)) batch.going = batch.going.filter((one) => one !== item)
        if (item.place === 'toDestroy') put([item], 'inBox', null)
      },
    }
  },
}

const release: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const found = pick(model.holds, a, ({ lifted }) => !lifted)
    if (!found) return null
    return {
      call: 'disposal.release',
      input: { hold: found.id, reason: '不再需要' },
      allowed: !found.lifted,
      done: () => {
        found.lifted = true
      },
    }
  },
}

const propose: Act = {
  ...OFFICER,
  weight: 5,
  plan: (model, { a, b }, by) => {
    const able = (item: Item) => inBox(item) && item.paper.finished && !openSheetOf(model, item)
    const first = pick(model.items, a, able)
    if (!first) return null
    const items = [...new Set([first, ...some(model.items.filter(able), b).slice(0, 3)])].sort((one, other) => one.id - other.id)
    return {
      call: 'disposal.propose',
      input: { kind: 'destruction', copies: items.map(({ id }) => id), reason: '不需留存' },
      allowed: items.every(able) && !items.every((item) => standing(model, item)),
      done: (output) => {
        const going = items.filter((item) => !standing(model, item))
        model.batches.push({ id: output.id as number, going, state: 'draft', enteredBy: by, recountedBy: null, decidedBy: null })
        put(going, 'toDestroy', null)
      },
    }
  },
}

const count: Act = {
  ...OFFICER,
  weight: 6,
  plan: (model, { a, b, c }) => {
    const batch = pick(model.batches, a, ({ state, going }) => (state === 'draft' || state === 'counted') && going.length > 0)
    if (!batch) return null
    const items = some(batch.going, b)
    if (items.length === 0) return null
    const first = batch.state === 'draft'
    const signer = first ? undefined : c % 8 === 0 ? '李保' : '韩综'
    return {
      call: 'disposal.count',
      input: { destruction: batch.id, counted: counted(items) },
      ...(signer !== undefined && { signer }),
      allowed: (first || batch.state === 'counted') && items.length === batch.going.length && signer !== batch.enteredBy,
      done: () => {
        batch.state = first ? 'counted' : 'toApprove'
        batch.recountedBy = signer ?? null
      },
    }
  },
}

const approve: Act = {
  ...OFFICER,
  weight: 6,
  plan: (model, { a, b, c }) => {
    const batch = pick(model.batches, a, ({ state, going }) => state === 'toApprove' && going.length > 0)
    if (!batch) return null
    const yes = b % 4 !== 0
    const signer = c % 8 === 0 ? '韩综' : '王管'
    return {
      call: 'disposal.approve',
      input: { kind: 'destruction', id: batch.id, approve: yes, opinion: '意见' },
      signer,
      allowed: batch.state === 'toApprove' && signer === '王管' && (!yes || batch.going.length > 0),
      done: () => {
        batch.state = yes ? 'toSend' : 'rejected'
        batch.decidedBy = signer
        if (!yes) put(batch.going, 'inBox', null)
      },
    }
  },
}

const send: Act = {
  ...OFFICER,
  weight: 6,
  plan: (model, { a, b }) => {
    const batch = pick(model.batches, a, ({ state, going }) => state === 'toSend' && going.length > 0)
    if (!batch) return null
    const escorts = b % 8 === 0 ? sending.escorts.slice(0, 1) : sending.escorts
    return {
      call: 'disposal.send',
      input: { destruction: batch.id, ...sending, escorts: [...escorts] },
      allowed: batch.state === 'toSend' && batch.going.length > 0 && escorts.length === 2,
      done: () => {
        batch.state = 'sent'
      },
    }
  },
}

const cancel: Act = {
  ...OFFICER,
  weight: 1,
  plan: (model, { a }) => {
    const batch = pick(model.batches, a, isOpen)
    if (!batch) return null
    return {
      call: 'disposal.cancel',
      input: { kind: 'destruction', id: batch.id, reason: '列错' },
      allowed: isOpen(batch),
      done: () => {
        batch.state = 'cancelled'
        put(batch.going, 'inBox', null)
      },
    }
  },
}

const WITNESSES = ['韩综', '赵组'] as const

const complete: Act = {
  ...OFFICER,
  weight: 8,
  plan: (model, { a, b, c }) => {
    const batch = pick(model.batches, a, ({ state }) => state === 'sent')
    if (!batch) return null
    const gone = some(batch.going, b)
    if (gone.length === 0) return null
    const kept = batch.going.filter((item) => !gone.includes(item))
    const witnesses: readonly string[] = c % 8 === 0 ? ['韩综', '王管'] : WITNESSES
    const explained = c % 16 !== 1
    return {
      call: 'disposal.complete',
      input: {
        destruction: batch.id,
        numbers: numbersOf(gone),
        differences: explained ? kept.map(({ number }) => ({ number, reason: '纸张受潮，另行处理' })) : [],
        ...destroyedSo,
      },
      signers: witnesses,
      allowed: batch.state === 'sent' && (explained || kept.length === 0) && !witnesses.includes('王管'),
      done: () => {
        batch.state = 'done'
        put(gone, 'destroyed', null)
        put(kept, 'inBox', null)
      },
    }
  },
}

/** 销毁, with what is on hold kept back. */
export const disposalActs: Record<string, Act> = {
  hold,
  release,
  proposeDestruction: propose,
  countDestruction: count,
  approveDestruction: approve,
  sendDestruction: send,
  cancelDestruction: cancel,
  completeDestruction: complete,
}
