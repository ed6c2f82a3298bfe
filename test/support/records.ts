import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from '../../contract/index.ts'
import type { Role } from '../../contract/terms.ts'
import { identityOf, initialPasswordOf, type Office, passwordOf } from './office.ts'

/**
 * Records of the fictional office in the state that a test needs, brought there through the door. Each leaves signed in
 * whoever did the last step.
 */
export const place = '保密室'
let made = 0
export const fresh = (word: string) => {
  made += 1
  return `${word}${made}`
}

/** Signs a person in, unless it is they who are. */
export const be = async (office: Office, name: string) => {
  const now = await office.station.call('session.current', {}, { background: true })
  if (!now.ok || (now.output as { person: { name: string } }).person.name !== name) await office.as(name)
}

/** What is otherwise with somebody who is entered: a name, or another's 人员编号. */
type Told = { name?: string; identity?: string }

export const person = async (office: Office, roles: Role[] = ['reader'], told: Told = {}) => {
  await be(office, '钱安')
  const { name = fresh('临时') } = told
  const { id } = await office.ok('people.add', { name, identity: identityOf(name), department: '业务三科', post: '科员', roles, ...told })
  return { id, name }
}

export const withAccount = async (office: Office, roles?: Role[], told?: Told) => {
  const made = await person(office, roles, told)
  await be(office, '郑系')
  await office.ok('people.openAccount', { person: made.id, initialPassword: initialPasswordOf(made.name) })
  return made
}

/** Somebody with a password of their own, signed in: what becomes of it is nobody else's matter. */
export const withPassword = async (office: Office, roles?: Role[], told?: Told) => {
  const made = await withAccount(office, roles, told)
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: made.name, password: initialPasswordOf(made.name) })
  await office.ok('session.changePassword', { current: initialPasswordOf(made.name), next: passwordOf(made.name) })
  return made
}

export const lockedOut = async (office: Office) => {
  const made = await withAccount(office)
  await office.station.lock('locked')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name: made.name, password: 'wrong#password1' })
  return made
}

export const registered = async (office: Office, over: Partial<Input<'documents.register'>> = {}) => {
  await be(office, '李保')
  return office.ok(
    'documents.register',
    office.incoming({ title: fresh('关于预备工作的函'), symbol: fresh('青预备函〔2026〕'), scope: ['周阅', '吴阅', '韩综'].map(office.id), ...over }),
  )
}

/** A paper whose period ended yesterday. */
export const expired = (office: Office, over: Partial<Input<'documents.register'>> = {}) =>
  registered(office, { madeOn: '2025-03-05', period: { kind: 'until', until: '2026-03-09' }, ...over })

export const opened = async (office: Office) => {
  await be(office, '李保')
  const envelope = { envelopeNo: fresh('机要预备'), sender: '青禾市人民政府办公室', receivedAt: '2026-03-10T08:30', sealIntact: true }
  const { id } = await office.ok('documents.receive', envelope)
  await office.ok('documents.openEnvelope', { envelope: id })
  return id
}

/** An 亲启件 of 周阅 that she opened and kept. */
export const retained = async (office: Office) => {
  await be(office, '李保')
  const envelope = { envelopeNo: fresh('亲启'), sender: '青禾市人民政府办公室', receivedAt: '2026-03-10T08:30', sealIntact: true }
  const { id } = await office.ok('documents.receive', { ...envelope, personalFor: office.id('周阅') })
  await office.signed('周阅', 'documents.openEnvelope', { envelope: id, choice: 'retain' })
  return id
}

export const drafted = async (office: Office, { confirm = true, readers = ['周阅'] } = {}) => {
  const { copies } = await registered(office, { listed: 2, counted: 2 })
  const folder = fresh('夹')
  const sheet = await office.ok('circulation.draft', { folder, copies: copies.map(({ id }) => id), readers: readers.map(office.id), confirm })
  return { sheet: sheet.id, leg: sheet.legs[0]?.id as number, numbers: copies.map(({ number }) => number) }
}

export const handedOut = async (office: Office) => {
  const out = await drafted(office)
  await office.signed('周阅', 'circulation.handOut', { leg: out.leg, place })
  return out
}

export const signed = async (office: Office) => {
  const out = await handedOut(office)
  await office.signed('周阅', 'circulation.sign', { leg: out.leg })
  return out
}

/** A request of the 科室, so that a 保密员 may enter what a leader decided on paper. */
export const askedBySection = async (office: Office) => {
  const { id: document } = await registered(office, { scope: [office.id('陈科')] })
  await be(office, '陈科')
  const { id: widening } = await office.ok('circulation.requestWidening', { document, persons: [office.id('周阅')], reason: '承办需要' })
  await be(office, '李保')
  return { document, widening }
}

/** 陈科 asks, through the 保密员, for two copies of a paper, for 周阅. */
export const copiesAsked = async (
  office: Office,
  over: Partial<Input<'reproduction.request'>> = {},
  scope = ['周阅', '吴阅', '陈科', '韩综'],
  paper: Partial<Input<'documents.register'>> = {},
) => {
  const { id: document, number, copies } = await registered(office, { scope: scope.map(office.id), ...paper })
  const source = copies[0]?.id as number
  const asked = await office.ok('reproduction.request', {
    kind: 'copy',
    source,
    applicant: office.id('陈科'),
    asked: 2,
    purpose: '承办需要',
    recipients: [office.id('周阅'), office.id('吴阅')],
    place: '本单位文印室',
    ...over,
  })
  return { reproduction: asked.id, number: asked.number, document, documentNumber: number, source }
}

/** 周阅 asks for two copies of what she held in a folder, so that the 保密员, who keyed nothing in, may enter what was decided on paper. */
export const copiesAskedByReader = async (office: Office) => {
  const out = await signed(office)
  await be(office, '周阅')
  const source = (await office.ok('reproduction.sources', {})).rows[0]?.id as number
  const wish = { asked: 2, purpose: '承办需要', recipients: [office.id('周阅')], place: '本单位文印室' }
  const { id, number } = await office.ok('reproduction.request', { kind: 'copy', source, ...wish })
  await be(office, '李保')
  await office.ok('circulation.receiveBack', { leg: out.leg, numbers: out.numbers })
  return { reproduction: id, number }
}

type HowAsked = Parameters<typeof copiesAsked> extends [Office, ...infer Rest] ? Rest : never

/** With the department's opinion. */
export const copiesToDecide = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesAsked(office, ...how)
  await be(office, '韩综')
  await office.ok('reproduction.opine', { reproduction: asked.reproduction, agree: true, opinion: '同意' })
  return asked
}

/** Approved as asked. */
export const copiesApproved = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesToDecide(office, ...how)
  await be(office, '王管')
  await office.ok('reproduction.decide', { reproduction: asked.reproduction, approve: true, opinion: '同意' })
  await be(office, '李保')
  return asked
}

/** Both copies made. */
export const copiesMade = async (office: Office, ...how: HowAsked) => {
  const asked = await copiesApproved(office, ...how)
  const { copies } = await office.ok('reproduction.make', { reproduction: asked.reproduction, count: 2, copier: '李保', stamped: true })
  return { ...asked, copies }
}

/** One copy with 周阅. */
export const copiesIssued = async (office: Office) => {
  const made = await copiesMade(office)
  const copy = made.copies[0] as { id: number; number: string }
  const step = { reproduction: made.reproduction, person: office.id('周阅'), copies: [copy.id] }
  await office.signed('周阅', 'reproduction.issue', step)
  return { ...made, issued: copy }
}

/** 周阅 borrows a paper, keyed in by the 保密员. */
export const loanAsked = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const { id: document, copies } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  const wish = { copy: copy.id, borrower: office.id('周阅'), reason: '办理需要', place, until: '2026-03-12' }
  const { id: loan, number } = await office.ok('lending.request', { ...wish, ...over })
  return { loan, number, document, copy }
}

export const loanApproved = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const asked = await loanAsked(office, over)
  await be(office, '韩综')
  await office.ok('lending.decide', { loan: asked.loan, approve: true, opinion: '同意' })
  await be(office, '李保')
  return asked
}

export const loanOut = async (office: Office, over: Partial<Input<'lending.request'>> = {}) => {
  const loan = await loanApproved(office, over)
  await office.signed('周阅', 'lending.lend', { loan: loan.loan })
  return loan
}

/** 周阅 in the reading room with two papers. */
export const consulting = async (office: Office) => {
  const papers = [await registered(office), await registered(office)].map(({ copies }) => copies[0] as { id: number; number: string })
  const step = { person: office.id('周阅'), copies: papers.map(({ id }) => id), purpose: '核对数据', room: '档案室' }
  const { id: visit } = await office.signed('周阅', 'lending.admit', step)
  return { visit, numbers: papers.map(({ number }) => number), copies: papers }
}

/** 周阅 leaves with a folder of two papers and a loan in hand: the list of it. */
export const handingOver = async (office: Office) => {
  await be(office, '李保')
  for (const { id } of (await office.ok('handover.list', { open: true })).rows)
    await office.ok('handover.cancel', { handover: id, reason: '另行办理' })
  const folder = await handedOut(office)
  const { copy } = await loanOut(office)
  const { id: handover, number } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '离职' })
  const { list } = await office.ok('handover.get', { handover })
  return { handover, number, numbers: list.map((item) => item.number), folder, copy }
}

/** A box, kept by 李保. */
export const boxMade = async (office: Office, custodian = '李保') => {
  await be(office, '李保')
  const number = fresh('箱')
  const { id: box } = await office.ok('keeping.setBox', { number, cabinet: '甲柜', shelf: '一层', custodian: office.id(custodian) })
  return { box, number }
}

/** A finished document with two copies, in no box. */
export const finished = async (office: Office, over: Partial<Input<'documents.register'>> = {}) => {
  const { id: document, number, copies } = await registered(office, { listed: 2, counted: 2, ...over })
  await office.ok('documents.finish', { document, result: '办结' })
  return { document, number, copies, numbers: copies.map((copy) => copy.number) }
}

/** The same, in a box of its own. */
export const stored = async (office: Office) => {
  const paper = await finished(office)
  const { box, number: boxNumber } = await boxMade(office)
  await office.ok('keeping.store', { box, numbers: paper.numbers })
  return { ...paper, box, boxNumber }
}

/** A finished document in the archive. */
export const archived = async (office: Office) => {
  const paper = await finished(office)
  const { id: archiving, number: archivingNumber } = await office.ok('keeping.archive', {
    numbers: paper.numbers,
    volume: '2026-永久-1',
    place: '档案室',
    day: '2026-03-10',
  })
  return { ...paper, archiving, archivingNumber }
}

/** 清点 of a box with two copies, begun. */
export const counting = async (office: Office) => {
  const kept = await stored(office)
  const { id: stockTaking, number: stockTakingNumber } = await office.ok('keeping.begin', { boxes: [kept.box], reason: '季度抽查' })
  return { ...kept, stockTaking, stockTakingNumber }
}

/** The same closed under 韩综's eyes, with the second copy missing. */
export const countedShort = async (office: Office) => {
  const going = await counting(office)
  await office.ok('keeping.scan', { stockTaking: going.stockTaking, numbers: going.numbers.slice(0, 1) })
  await office.signed('韩综', 'keeping.close', { stockTaking: going.stockTaking })
  return { ...going, missing: going.numbers[1] as string }
}

/** 周阅 reports that a paper out of the box is lost. */
export const breachReported = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const { id: document, copies } = await registered(office)
  const copy = copies[0] as { id: number; number: string }
  await be(office, '周阅')
  const told = { kind: 'loss' as const, note: '清点保密柜时没有找到', numbers: [copy.number], discoveredAt: '2026-03-10T08:40' }
  const { id: breach, number } = await office.ok('breaches.report', { ...told, ...over })
  await be(office, '李保')
  return { breach, number, document, copy }
}

/** Taken on by 李保. */
export const breachTaken = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const reported = await breachReported(office, over)
  await office.ok('breaches.takeOn', { breach: reported.breach })
  return reported
}

const toDepartment = { kind: 'reported', to: '青禾市国家保密局', symbol: '青疾控密报〔2026〕1号', at: '2026-03-10T08:55' } as const

export const breachNotified = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const taken = await breachTaken(office, over)
  await office.ok('breaches.notify', { breach: taken.breach, how: toDepartment })
  return taken
}

/** A measure was taken: nothing stands against its conclusion. */
export const breachHandled = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const notified = await breachNotified(office, over)
  await office.ok('breaches.measure', { breach: notified.breach, measure: '逐柜查找，通知知悉人员核对' })
  return notified
}

/** The conclusion that 王管 signs. */
export const concluded = { outcome: 'closed', conclusion: '查找无果，确认遗失', responsibility: '保管责任，通报批评' } as const

export const breachClosed = async (office: Office, over: Partial<Input<'breaches.report'>> = {}) => {
  const handled = await breachHandled(office, over)
  await office.signed('王管', 'breaches.close', { breach: handled.breach, ...concluded })
  return handled
}

/** A carrier in the ledger, a 涉密移动硬盘 unless said otherwise. */
export const medium = async (office: Office, over: Partial<Input<'media.register'>> = {}) => {
  await be(office, '李保')
  const entry = { kind: 'disk' as const, ownNumber: fresh('青盘'), level: 'confidential' as const, keeper: office.id('陈科') }
  return office.ok('media.register', { ...entry, department: '业务一科', place: '保密室三号柜', inUseOn: '2026-03-01', ...over })
}

/** How 周阅 takes a carrier. */
export const takenBy = (office: Office, person = '周阅') => ({
  kind: 'inside' as const,
  person: office.id(person),
  place,
  purpose: '整理数据',
  until: '2026-03-12',
})

/** A carrier in 周阅's hands. */
export const mediumOut = async (office: Office, over: Partial<Input<'media.register'>> = {}) => {
  const entered = await medium(office, over)
  const { number: use } = await office.signed('周阅', 'media.give', { medium: entered.id, to: takenBy(office) })
  return { ...entered, use }
}

/** 携带外出 of a carrier by 周阅, asked for. */
export const outsideAsked = async (office: Office) => {
  const entered = await medium(office)
  const wish = { person: office.id('周阅'), place: '青禾市疾控中心', purpose: '报送数据', until: '2026-03-12' }
  const { id: use, number: useNumber } = await office.ok('media.requestOutside', { medium: entered.id, ...wish })
  return { ...entered, use, useNumber }
}

export const outsideApproved = async (office: Office) => {
  const asked = await outsideAsked(office)
  await be(office, '王管')
  await office.ok('media.decideOutside', { use: asked.use, approve: true })
  await be(office, '李保')
  return asked
}

/** A carrier sent to the repairer without its storage. */
export const inRepair = async (office: Office) => {
  const entered = await medium(office, { kind: 'laptop', isolated: true })
  const step = { kind: 'out' as const, where: 'appointed' as const, firm: '青禾定点维修站', fault: '屏幕不亮', storageRemoved: true }
  const { number: repair } = await office.ok('media.repair', { medium: entered.id, step })
  return { ...entered, repair }
}

/** A leg whose reader signed for it on paper; gives what was entered. */
export const onPaper = async (office: Office) => {
  const { leg } = await drafted(office)
  await office.ok('circulation.handOutOnPaper', { leg, place, signedAt: '2026-03-10T09:00' })
  const { rows } = await office.ok('circulation.onPaper', {})
  return rows.at(-1)?.id as number
}

export const short = async (office: Office) => {
  const out = await signed(office)
  const { incident, missing } = await office.ok('circulation.reportShort', { leg: out.leg, numbers: [out.numbers[0] as string], note: '正在查找' })
  return { incident, missing }
}

/** A folder beside the office's own, as a medium. */
export const mediumOf = (office: Office): string => {
  const folder = join(office.dir, '../medium')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A reply to a paper, made by 陈科. */
export const outgoingDrafted = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const { id: document } = over.document === undefined ? await registered(office) : { id: over.document }
  await be(office, '李保')
  const {
    id: outgoing,
    number,
    copies,
  } = await office.ok('outgoing.draft', {
    document,
    title: fresh('关于答复工作的函'),
    symbol: fresh('青疾控密函〔2026〕'),
    level: 'confidential',
    period: { kind: 'years', years: 5 },
    madeOn: '2026-03-10',
    addressee: '青禾市人民政府办公室',
    copies: 2,
    maker: office.id('陈科'),
    ...over,
  })
  return { outgoing, number, copies, document }
}

export const outgoingApproved = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const drafted = await outgoingDrafted(office, over)
  await office.signed('王管', 'outgoing.decide', { outgoing: drafted.outgoing, approve: true, opinion: '同意' })
  return drafted
}

export const outgoingSent = async (office: Office, over: Partial<Input<'outgoing.draft'>> = {}) => {
  const approved = await outgoingApproved(office, over)
  await office.ok('outgoing.send', { outgoing: approved.outgoing, route: 'courier', waybill: '机交0002', sentAt: '2026-03-10T09:00' })
  return approved
}
