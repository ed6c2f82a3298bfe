import { z } from 'zod'
import { archive } from './archive.ts'
import { breaches } from './breaches.ts'
import { circulation } from './circulation.ts'
import { disclosure } from './disclosure.ts'
import { disposal } from './disposal.ts'
import { documents } from './documents.ts'
import { exporting } from './exporting.ts'
import { id, instant, level, limits, line, password, ticket } from './fields.ts'
import { handover } from './handover.ts'
import { keeping } from './keeping.ts'
import { keys } from './keys.ts'
import { lending } from './lending.ts'
import { media } from './media.ts'
import { outgoing } from './outgoing.ts'
import { listPapers } from './paper-lists.ts'
import { people } from './people.ts'
import { procedure } from './procedure.ts'
import { reproduction } from './reproduction.ts'
import { review } from './review.ts'
import { ROLES } from './terms.ts'

export const sessionView = z.strictObject({
  person: z.strictObject({ id, name: z.string(), department: z.string() }),
  roles: z.array(z.enum(ROLES)),
  unit: z.string(),
  level,
  /** The first sign-in, or an aged password: only `session.changePassword` and `session.signOut` are open until it is changed. */
  mustChangePassword: z.boolean(),
  passwordExpires: instant,
  /** Idle minutes before the screen locks. */
  idleMinutes: z.int(),
  /** The record's entry of this sign-in: it stands faintly on the screen, so that a photograph leads to the record. */
  signedInBy: z.int(),
  now: z.string(),
})
export type SessionView = z.infer<typeof sessionView>

const inPlace = <C extends string, S extends z.core.$ZodShape>(call: C, input: z.ZodObject<S, z.core.$strict>) =>
  z.strictObject({ call: z.literal(call), input })
const withoutTicket = { ticket: true } as const

/** The one step that a person signs in place: the call, and its whole input but for the ticket. What is sent with the ticket must be this. */
const signedStep = z.discriminatedUnion('call', [
  inPlace('circulation.handOut', circulation['circulation.handOut'].input.omit(withoutTicket)),
  inPlace('circulation.sign', circulation['circulation.sign'].input.omit(withoutTicket)),
  inPlace('circulation.confirmPaper', circulation['circulation.confirmPaper'].input.omit(withoutTicket)),
  inPlace('reproduction.issue', reproduction['reproduction.issue'].input.omit(withoutTicket)),
  inPlace('reproduction.takeBack', reproduction['reproduction.takeBack'].input.omit(withoutTicket)),
  inPlace('handover.supervise', handover['handover.supervise'].input.omit(withoutTicket)),
  inPlace('handover.complete', handover['handover.complete'].input.omit(withoutTicket)),
  inPlace('keeping.archive', keeping['keeping.archive'].input.omit(withoutTicket)),
  inPlace('keeping.close', keeping['keeping.close'].input.omit(withoutTicket)),
  inPlace('breaches.notify', breaches['breaches.notify'].input.omit(withoutTicket)),
  inPlace('breaches.close', breaches['breaches.close'].input.omit(withoutTicket)),
  inPlace('disposal.count', disposal['disposal.count'].input.omit(withoutTicket)),
  inPlace('disposal.approve', disposal['disposal.approve'].input.omit(withoutTicket)),
  inPlace('disposal.complete', disposal['disposal.complete'].input.omit({ tickets: true })),
  inPlace('lending.lend', lending['lending.lend'].input.omit(withoutTicket)),
  inPlace('lending.takeBack', lending['lending.takeBack'].input.omit(withoutTicket)),
  inPlace('lending.admit', lending['lending.admit'].input.omit(withoutTicket)),
  inPlace('lending.leave', lending['lending.leave'].input.omit(withoutTicket)),
  inPlace('media.give', media['media.give'].input.omit(withoutTicket)),
  inPlace('media.takeBack', media['media.takeBack'].input.omit(withoutTicket)),
  inPlace('documents.openEnvelope', documents['documents.openEnvelope'].input.omit(withoutTicket)),
  inPlace('documents.turnOver', documents['documents.turnOver'].input.omit(withoutTicket)),
  inPlace('export.list', exporting['export.list'].input.omit(withoutTicket)),
  inPlace('paper.list', listPapers['paper.list'].input.omit(withoutTicket)),
  inPlace('archive.begin', archive['archive.begin'].input.omit(withoutTicket)),
  inPlace('documents.reviewExpiry', documents['documents.reviewExpiry'].input.omit(withoutTicket)),
  inPlace('documents.reviewYear', documents['documents.reviewYear'].input.omit(withoutTicket)),
  inPlace('documents.closeYear', documents['documents.closeYear'].input.omit(withoutTicket)),
  inPlace('outgoing.decide', outgoing['outgoing.decide'].input.omit(withoutTicket)),
  inPlace('review.opine', review['review.opine'].input.omit(withoutTicket)),
  inPlace('review.examine', review['review.examine'].input.omit(withoutTicket)),
  inPlace('review.decide', review['review.decide'].input.omit(withoutTicket)),
  inPlace('disclosure.extend', disclosure['disclosure.extend'].input.omit(withoutTicket)),
  inPlace('disclosure.reply', disclosure['disclosure.reply'].input.omit(withoutTicket)),
  inPlace('disclosure.approve', disclosure['disclosure.approve'].input.omit(withoutTicket)),
  inPlace('people.setRoles', people['people.setRoles'].input.omit(withoutTicket)),
  inPlace('people.correctIdentity', people['people.correctIdentity'].input.omit(withoutTicket)),
  inPlace('keys.newSheets', keys['keys.newSheets'].input.omit(withoutTicket)),
])

export const session = {
  'session.signIn': procedure({
    kind: 'mutation',
    by: 'nobody',
    clauses: ['口令', '锁定'],
    says: 'Opens the vault with a person’s password. Five wrong ones lock the account; wrong password and damaged file are told apart',
    act: '登录',
    input: z.strictObject({ name: line(limits.name), password }),
    output: sessionView,
  }),
  'session.current': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: [],
    says: 'Who is signed in',
    act: '查看当前登录',
    input: z.strictObject({}),
    output: sessionView,
  }),
  'session.signOut': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['锁定'],
    says: 'Closes the database and erases the key. `reason` says whether the person left, locked the screen, or ten idle minutes passed',
    act: '退出',
    input: z.strictObject({ reason: z.enum(['left', 'locked', 'idle']).default('left') }),
    output: z.strictObject({}),
  }),
  'session.changePassword': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['口令'],
    says: 'Sets a new password by the policy of the workstation level; the first one also makes the person’s signing key',
    act: '更改口令',
    input: z.strictObject({ current: password, next: password }),
    output: sessionView,
  }),
  'session.countersign': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['F1(4)a', '口令', '锁定'],
    says: 'Another person signs one step in place: name and password give a ticket for `step` alone (the call and its input without the ticket), within two minutes, without ending this session. An initial or aged password is replaced by `next` on the spot, else refused',
    act: '现场签字',
    input: z.strictObject({ name: line(limits.name), password, next: password.optional(), step: signedStep }),
    output: z.strictObject({ ticket, person: z.strictObject({ id, name: z.string() }), expires: instant }),
  }),
}
