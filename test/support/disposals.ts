import type { Input, Output } from '../../contract/index.ts'
import type { Office } from './office.ts'
import { be, medium, registered } from './records.ts'

/** Lists of 清退 and batches of 销毁 of the fictional office, brought through the door to where a test needs them; each leaves 李保 signed in. */
type Copy = { id: number; number: string }

/** Finished papers of one copy each, in the box. */
export const finished = async (
  office: Office,
  papers = 1,
  over: Partial<Input<'documents.register'>> = {},
): Promise<(Copy & { document: number })[]> => {
  const made: (Copy & { document: number })[] = []
  for (let n = 0; n < papers; n += 1) {
    const { id: document, copies } = await registered(office, over)
    await office.ok('documents.finish', { document, result: '办结' })
    made.push(...copies.map(({ id, number }) => ({ id, number, document })))
  }
  return made
}

/** A carrier that was taken out of use. */
export const retired = async (office: Office): Promise<number> => {
  const { id } = await medium(office)
  await office.ok('media.retire', { medium: id, reason: '老化' })
  return id
}

const reason = '文件已办结，不需留存'

export const held = async (office: Office, kind: Input<'disposal.hold'>['kind'] = 'retained') => {
  const [copy] = (await finished(office)) as [Copy & { document: number }]
  const { id: hold } = await office.ok('disposal.hold', { copy: copy.id, kind, reason: '后续工作需要' })
  return { hold, copy }
}

/** A list of 清退 of two papers of one issuer. */
export const returnListed = async (office: Office, over: Partial<Input<'documents.register'>> = {}) => {
  const copies = await finished(office, 2, { returnBy: '2026-03-31', ...over })
  const { id, number } = await office.ok('disposal.propose', { kind: 'return', copies: copies.map((copy) => copy.id), reason: '制发机关要求清退' })
  return { returnList: id, number, copies, numbers: copies.map((copy) => copy.number) }
}
export const returnChecked = async (office: Office) => {
  const list = await returnListed(office)
  await office.ok('disposal.check', { returnList: list.returnList, numbers: list.numbers })
  return list
}
export const returnApproved = async (office: Office) => {
  const list = await returnChecked(office)
  await office.signed('王管', 'disposal.approve', { kind: 'return', id: list.returnList, approve: true })
  return list
}
export const receiver = { receiver: '许收', unit: '青禾市人民政府办公室', receipt: '清退回执〔2026〕7号', on: '2026-03-10' }
export const returned = async (office: Office) => {
  const list = await returnApproved(office)
  await office.ok('disposal.handBack', { returnList: list.returnList, ...receiver })
  return list
}

/** A batch of 销毁 of so many papers. */
export const proposed = async (office: Office, papers = 2) => {
  const copies = await finished(office, papers)
  const { id, number } = await office.ok('disposal.propose', { kind: 'destruction', copies: copies.map((copy) => copy.id), reason })
  return { destruction: id, number, copies, numbers: copies.map((copy) => copy.number) }
}
type Batch = Awaited<ReturnType<typeof proposed>>
export const countedAs = (numbers: readonly string[], pages = 3) => numbers.map((number) => ({ number, pages }))

export const countedOnce = async (office: Office, papers = 2): Promise<Batch> => {
  const batch = await proposed(office, papers)
  await office.ok('disposal.count', { destruction: batch.destruction, counted: countedAs(batch.numbers) })
  return batch
}
export const countedTwice = async (office: Office, papers = 2): Promise<Batch> => {
  const batch = await countedOnce(office, papers)
  await office.signed('韩综', 'disposal.count', { destruction: batch.destruction, counted: countedAs(batch.numbers) })
  return batch
}
export const toSend = async (office: Office, papers = 2): Promise<Batch> => {
  const batch = await countedTwice(office, papers)
  await office.signed('王管', 'disposal.approve', { kind: 'destruction', id: batch.destruction, approve: true, opinion: '同意销毁' })
  return batch
}
export const sending = { method: 'pulping', site: { kind: 'unit', unit: '市涉密载体销毁中心' }, escorts: ['李保', '韩综'] } as const
export const sent = async (office: Office, papers = 2): Promise<Batch> => {
  const batch = await toSend(office, papers)
  await office.ok('disposal.send', { destruction: batch.destruction, ...sending, escorts: [...sending.escorts] })
  return batch
}
export const done = { destroyer: '严销', at: '2026-03-10T09:00', place: '市涉密载体销毁中心', receipt: '销回〔2026〕12号' }

type Completing = Omit<Input<'disposal.complete'>, 'tickets'>
/** The whole input with the leave of everybody named, as one call. */
export const witnessed = async (office: Office, names: readonly string[], input: Completing): Promise<Input<'disposal.complete'>> => {
  const tickets: string[] = []
  for (const name of names) tickets.push(await office.ticket(name, 'disposal.complete', input))
  return { ...input, tickets }
}
export const completed = async (
  office: Office,
  { destruction, numbers }: Pick<Batch, 'destruction' | 'numbers'>,
): Promise<Output<'disposal.complete'>> =>
  office.ok('disposal.complete', await witnessed(office, ['周阅', '吴阅'], { destruction, numbers: [...numbers], ...done }))
export const destroyed = async (office: Office, papers = 2): Promise<Batch> => {
  const batch = await sent(office, papers)
  await completed(office, batch)
  return batch
}

/** A batch as it stands. */
export const batchNow = async (office: Office, destruction: number) => {
  await be(office, '李保')
  const view = await office.ok('disposal.get', { kind: 'destruction', id: destruction })
  if (view.kind !== 'destruction') throw new Error('no batch')
  return view
}
export const listNow = async (office: Office, returnList: number) => {
  await be(office, '李保')
  const view = await office.ok('disposal.get', { kind: 'return', id: returnList })
  if (view.kind !== 'return') throw new Error('no list')
  return view
}
