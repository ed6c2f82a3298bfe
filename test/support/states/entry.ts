import type { Input } from '../../../contract/index.ts'
import { entryOf, otherOfficer } from '../records.ts'
import { type About, attempt, type Attempt } from './scene.ts'

type Step = Input<'entry.fromPaper'>['step']

/** A decision is entered by a 保密员 whose own matter it is not; what was handed over, by the one who keeps the desk. */
const decided = (as: string, needs: keyof About, signer: string, step: (about: Required<About>) => Step): Attempt =>
  attempt(as, 'entry.fromPaper', needs, async (about, { office }) => {
    await otherOfficer(office)
    return entryOf(office, signer, step(about))
  })
const handed = (as: string, needs: keyof About, step: (about: Required<About>, zhou: number) => Step): Attempt =>
  attempt(as, 'entry.fromPaper', needs, (about, { office }) => entryOf(office, '周阅', step(about, office.id('周阅'))))

const no = { approve: false, opinion: '不宜' } as const
const yes = { approve: true } as const

/** 纸质签补录 in each of the ways in which it moves a record. */
export const entryAttempts: readonly Attempt[] = [
  decided('补录准借', 'loan', '韩综', ({ loan }) => ({ call: 'lending.decide', input: { loan, ...yes } })),
  decided('补录退借', 'loan', '韩综', ({ loan }) => ({ call: 'lending.decide', input: { loan, ...no } })),
  handed('补录借出', 'loan', ({ loan }) => ({ call: 'lending.lend', input: { loan } })),
  handed('补录归还', 'loan', ({ loan, numbers }) => ({ call: 'lending.takeBack', input: { loan, number: numbers[0] as string, intact: true } })),
  handed('补录查阅', 'copy', ({ copy }, person) => ({
    call: 'lending.admit',
    input: { person, copies: [copy], purpose: '核对', room: '档案室' },
  })),
  handed('补录查还', 'visit', ({ visit, numbers }) => ({ call: 'lending.leave', input: { visit, numbers } })),
  decided('补录准清退', 'return_list', '王管', ({ return_list: id }) => ({ call: 'disposal.approve', input: { kind: 'return', id, ...yes } })),
  decided('补录不准清退', 'return_list', '王管', ({ return_list: id }) => ({ call: 'disposal.approve', input: { kind: 'return', id, ...no } })),
  decided('补录准销毁', 'destruction', '王管', ({ destruction: id }) => ({ call: 'disposal.approve', input: { kind: 'destruction', id, ...yes } })),
  decided('补录不准销毁', 'destruction', '王管', ({ destruction: id }) => ({ call: 'disposal.approve', input: { kind: 'destruction', id, ...no } })),
  decided('补录准发文', 'outgoing', '王管', ({ outgoing }) => ({ call: 'outgoing.decide', input: { outgoing, ...yes } })),
  decided('补录不准发文', 'outgoing', '王管', ({ outgoing }) => ({ call: 'outgoing.decide', input: { outgoing, ...no } })),
  decided('补录准外带', 'medium_use', '王管', ({ medium_use: use }) => ({ call: 'media.decideOutside', input: { use, ...yes } })),
  decided('补录不准外带', 'medium_use', '王管', ({ medium_use: use }) => ({ call: 'media.decideOutside', input: { use, ...no } })),
]
