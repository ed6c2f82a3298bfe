import { z } from 'zod'
import { disposal } from './disposal.ts'
import { id, limits, line, minute } from './fields.ts'
import { lending } from './lending.ts'
import { media } from './media.ts'
import { outgoing } from './outgoing.ts'
import { procedure } from './procedure.ts'

const onPaper = <C extends string, S extends z.core.$ZodShape>(call: C, input: z.ZodObject<S, z.core.$strict>) =>
  z.strictObject({ call: z.literal(call), input })
const withoutTicket = { ticket: true } as const

/** What may be entered from paper afterwards: the call, and its whole input but for the ticket. */
const paperStep = z.discriminatedUnion('call', [
  onPaper('lending.decide', lending['lending.decide'].input),
  onPaper('lending.lend', lending['lending.lend'].input.omit(withoutTicket)),
  onPaper('lending.takeBack', lending['lending.takeBack'].input.omit(withoutTicket)),
  onPaper('lending.admit', lending['lending.admit'].input.omit(withoutTicket)),
  onPaper('lending.leave', lending['lending.leave'].input.omit(withoutTicket)),
  onPaper('disposal.approve', disposal['disposal.approve'].input.omit(withoutTicket)),
  onPaper('outgoing.decide', outgoing['outgoing.decide'].input.omit(withoutTicket)),
  onPaper('media.decideOutside', media['media.decideOutside'].input),
])

export const entry = {
  'entry.fromPaper': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(7)a', 'F1(7)b', '实施条例27', '实施条例28', 'F1(3)b', 'F1(4)d'],
    says: 'Enters what happened on paper at `signedAt`: a decision on a loan, a list of 清退 or 销毁, an outgoing paper or a carrier’s leaving; a loan handed out or returned; a visit’s coming or going. Every rule of `step` holds, as of that minute; the officer signs the entry, and `signer` signs for it later. Refused to whoever asked for or made what is decided',
    act: '纸质签补录',
    input: z.strictObject({
      step: paperStep,
      /** Whose signature stands on the paper. */
      signer: id,
      /** The minute on the paper. */
      signedAt: minute,
      /** Why it was done on paper. */
      reason: line(limits.note),
      /** Where the signed paper lies. */
      kept: line(limits.note),
    }),
    output: z.strictObject({ id }),
  }),
}
