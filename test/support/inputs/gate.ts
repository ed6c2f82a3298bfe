import { join } from 'node:path'
import type { Input } from '../../../contract/index.ts'
import { anyStep, passwordOf, type Office } from '../office.ts'
import { be, mediumOf, noted, opinion, place, withAccount, withPassword } from '../records.ts'
import { plain, type Base, type Inputs } from './base.ts'

/** A backup under way, and 郑系 signed in. */
const underWay = async (office: Office) => {
  await be(office, '郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  void office.station.carryOut(ticket, mediumOf(office))
}

/** A backup that holds, as the shell had it chosen, and two officers of its time who are nobody else's matter. Nobody is signed in. */
const chosenBackup = async (office: Office): Promise<Input<'setup.restore'>> => {
  const [system, auditor] = [await withPassword(office, ['systemAdmin']), await withPassword(office, ['auditor'])]
  await be(office, '郑系')
  const { ticket } = await office.ok('backup.begin', { kind: 'backup' })
  await office.station.carryOut(ticket, mediumOf(office))
  const name = (await office.ok('backup.list', { limit: 1 })).rows[0]?.name ?? ''
  await office.station.lock('locked')
  const chosen = await office.station.choose(join(mediumOf(office), name))
  const signer = (person: { name: string }) => ({ name: person.name, password: passwordOf(person.name) })
  return { backup: (chosen.ok && chosen.backup?.ticket) || '', systemAdmin: signer(system), auditor: signer(auditor) }
}

/** New recovery sheets, with 冯审's leave. */
const newSheets: Base<'keys.newSheets'> = {
  by: '郑系',
  inputs: async (office) => {
    await be(office, '郑系')
    const step = { reason: '启封使用过' }
    return [{ ...step, ticket: await office.ticket('冯审', 'keys.newSheets', step) }]
  },
}

/** Every step that another signs in place, in each of its forms; the test of every field misses the one that is not here. */
const steps: Input<'session.countersign'>['step'][] = [
  { call: 'documents.openEnvelope', input: { envelope: 1, choice: 'retain' } },
  { call: 'documents.turnOver', input: { envelope: 1 } },
  { call: 'circulation.confirmPaper', input: { signing: 1 } },
  { call: 'reproduction.issue', input: { reproduction: 1, person: 4, copies: [1] } },
  { call: 'reproduction.takeBack', input: { reproduction: 1, person: 4, numbers: ['密收〔2026〕0001-复-0001'] } },
  { call: 'lending.lend', input: { loan: 1 } },
  { call: 'lending.takeBack', input: { loan: 1, number: '密收〔2026〕0001', intact: false, condition: '有折痕' } },
  { call: 'lending.admit', input: { person: 4, copies: [1], purpose: '核对数据', room: '档案室', reproduction: 1 } },
  { call: 'lending.leave', input: { visit: 1, numbers: ['密收〔2026〕0001'] } },
  { call: 'keeping.archive', input: { numbers: ['密收〔2026〕0001'], volume: '2026-永久-1', place: '档案室', day: '2026-03-10' } },
  { call: 'keeping.close', input: { stockTaking: 1, notes: [{ number: '密收〔2026〕0001', note: '正在查找' }] } },
  { call: 'handover.supervise', input: { handover: 1 } },
  { call: 'handover.complete', input: { handover: 1 } },
  { call: 'disposal.count', input: { destruction: 1, counted: [{ number: '密收〔2026〕0001', pages: 3 }] } },
  { call: 'disposal.approve', input: { kind: 'return', id: 1, approve: true, opinion: '同意' } },
  {
    call: 'disposal.complete',
    input: {
      destruction: 1,
      numbers: ['密收〔2026〕0001'],
      differences: [{ number: '密收〔2026〕0002', reason: '没有送到' }],
      destroyer: '严销',
      at: '2026-03-10T09:00',
      place: '市涉密载体销毁中心',
      receipt: '销回〔2026〕12号',
    },
  },
  {
    call: 'archive.begin',
    input: {},
  },
  {
    call: 'export.list',
    input: {
      list: 'register',
      filter: {
        text: '通知',
        register: 'classified',
        year: 2026,
        month: 3,
        level: 'secret',
        state: 'registered',
        expiry: 'soon',
        out: true,
        open: true,
        overdue: true,
        toReturn: true,
        waiting: true,
        loose: true,
        archived: false,
        kind: 'disk',
        class: 'other',
        standing: 'ready',
        toTakeDown: true,
        document: 1,
        late: 'loan',
        person: 1,
        record: 1,
        import: 1,
        from: '2026-03-01',
        to: '2026-03-10',
      },
    },
  },
  {
    call: 'paper.list',
    input: {
      list: 'register',
      filter: {
        text: '通知',
        register: 'classified',
        year: 2026,
        month: 3,
        level: 'secret',
        state: 'registered',
        expiry: 'soon',
        out: true,
        open: true,
        overdue: true,
        toReturn: true,
        waiting: true,
        loose: true,
        archived: false,
        kind: 'disk',
        class: 'other',
        standing: 'ready',
        toTakeDown: true,
        document: 1,
        late: 'loan',
        person: 1,
        record: 1,
        import: 1,
        from: '2026-03-01',
        to: '2026-03-10',
      },
    },
  },
  {
    call: 'media.give',
    input: { medium: 1, to: { kind: 'inside', person: 4, place, purpose: '整理数据', until: '2026-03-12' } },
  },
  { call: 'media.give', input: { medium: 1, to: { kind: 'outside', use: 1 } } },
  {
    call: 'media.takeBack',
    input: { medium: 1, number: '载体〔2026〕0001', intact: false, condition: '外壳破损', check: '已查杀病毒' },
  },
  {
    call: 'breaches.notify',
    input: { breach: 1, how: { kind: 'reported', to: '青禾市国家保密局', symbol: '电话', at: '2026-03-10T08:50' } },
  },
  { call: 'breaches.notify', input: { breach: 1, how: { kind: 'exempt', reason: '当场纠正，没有扩散' } } },
  { call: 'breaches.close', input: { breach: 1, outcome: 'closed', conclusion: '查实', responsibility: '批评教育' } },
  { call: 'documents.reviewExpiry', input: { document: 1, outcome: 'waiting', reason: '已函询制发机关' } },
  {
    call: 'documents.reviewYear',
    input: { year: 2026, exceptions: [{ document: 1, outcome: 'declassify', reason: '已公开' }] },
  },
  { call: 'documents.closeYear', input: { year: 2025 } },
  { call: 'outgoing.decide', input: { outgoing: 1, approve: true, opinion: '同意' } },
  { call: 'review.opine', input: { review: 1, version: 1, ...opinion({ basis: ['unit3'], interest: '公共利益需要', checklist: noted }) } },
  { call: 'review.examine', input: { review: 1, version: 1, agree: true, opinion: '同意' } },
  { call: 'review.decide', input: { review: 1, version: 1, outcome: 'open', reason: '同意', basis: ['unit3'], interest: '公共利益需要' } },
  { call: 'disclosure.extend', input: { item: 1, step: { kind: 'requested', days: 20, reason: '需要核对' } } },
  { call: 'disclosure.extend', input: { item: 1, step: { kind: 'decided', agree: true, opinion: '同意' } } },
  { call: 'disclosure.reply', input: { item: 1, kind: 'notOurs', reason: '不属于本机关', given: '无', organ: '青禾市示范局' } },
  { call: 'disclosure.approve', input: { item: 1, reply: 1, agree: true, opinion: '同意', repliedOn: '2026-03-10' } },
  { call: 'people.setRoles', input: { person: 4, roles: ['reader'], reason: '调整岗位' } },
  { call: 'people.correctIdentity', input: { person: 4, identity: 'QH-0021', reason: '录入有误' } },
  { call: 'keys.newSheets', input: { reason: '启封使用过' } },
]

/** Before and beside the desks: set-up, sign-in, keys and backup. */
export const gateInputs: Inputs<'setup' | 'session' | 'keys' | 'backup'> = {
  'setup.status': { by: null, inputs: async () => [{}] },
  'setup.progress': { by: null, inputs: async () => [{}] },
  'setup.create': {
    by: null,
    inputs: async () => [
      {
        unit: '另一示范单位',
        level: 'secret',
        calendarYears: [2026],
        officers: {
          systemAdmin: { name: '甲', identity: 'A-0001', password: passwordOf('甲') },
          securityAdmin: { name: '乙', identity: 'A-0002', password: passwordOf('乙') },
          auditor: { name: '丙', identity: 'A-0003', password: passwordOf('丙') },
        },
      },
    ],
  },
  'setup.recover': {
    by: null,
    inputs: async (office) => {
      const { name } = await withAccount(office, ['systemAdmin'])
      await office.station.lock('locked')
      const [first = '', second = ''] = office.sheets
      return [{ name, first, second, password: 'Initial#2026pass' }]
    },
  },
  'setup.survey': {
    by: null,
    inputs: async (office) => {
      const { name } = await withPassword(office, ['reader'])
      await office.station.lock('locked')
      return [{ name, password: passwordOf(name) }]
    },
  },
  'setup.compareBackup': { by: null, inputs: async (office) => [await chosenBackup(office)] },
  'setup.restore': {
    by: null,
    inputs: async (office) => {
      const input = await chosenBackup(office)
      await office.ok('setup.compareBackup', input)
      return [input]
    },
  },

  'session.signIn': {
    by: null,
    inputs: async (office) => {
      await office.station.lock('locked')
      return [{ name: '孙审', password: passwordOf('孙审') }]
    },
  },
  'session.current': plain('陈科', {}),
  'session.signOut': plain('陈科', { reason: 'locked' }),
  'session.changePassword': {
    by: '临时',
    inputs: async (office) => {
      const { name } = await withPassword(office)
      return [
        { current: passwordOf(name), next: 'Another#2026pass' },
        { current: 'Another#2026pass', next: 'AndAnother#2026' },
      ]
    },
  },
  'session.countersign': {
    by: '李保',
    inputs: async (office) => {
      const { name } = await withPassword(office)
      await be(office, '李保')
      const password = 'AndAnother#2026'
      return [
        { name, password: passwordOf(name), next: 'Another#2026pass', step: anyStep },
        { name, password: 'Another#2026pass', next: password, step: { call: 'circulation.handOut', input: { leg: 1, place } } },
        ...steps.map((step) => ({ name, password, step })),
      ]
    },
  },

  'keys.renew': plain('郑系', {}),
  'keys.newSheets': newSheets,
  'keys.sheetsSealed': {
    by: '郑系',
    inputs: async (office) => {
      for (const input of await newSheets.inputs(office)) await office.ok('keys.newSheets', input)
      return [{}]
    },
  },

  'backup.begin': plain('郑系', { kind: 'backup' }, { kind: 'drill' }),
  'backup.progress': plain('郑系', {}),
  'backup.check': plain('郑系', {}),
  'backup.checks': plain('郑系', {}),
  'backup.stopCheck': {
    by: '郑系',
    inputs: async (office) => {
      await be(office, '郑系')
      await office.station.call('backup.check', {})
      return [{}]
    },
  },
  'backup.cancel': {
    by: '郑系',
    inputs: async (office) => {
      await underWay(office)
      return [{}]
    },
  },
  'backup.list': plain('郑系', { after: 9, limit: 5 }),
}
