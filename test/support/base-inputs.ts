import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, ProcedureName } from '../../contract/index.ts'
import { headsPath } from '../../electron/vault/audit/heads.ts'
import { anyStep, type Office, passwordOf, type SignedCall, type Unsigned } from './office.ts'
import {
  askedBySection,
  be,
  drafted,
  fresh,
  handedOut,
  lockedOut,
  onPaper,
  opened,
  person,
  place,
  registered,
  retained,
  short,
  signed,
  withAccount,
  withPassword,
} from './records.ts'

/**
 * Who calls a procedure in the tests, and inputs that it takes. `inputs` prepares the records they are about, through the
 * door, and leaves `by` signed in (null: nobody). Together the inputs fill every field in every branch of the schema; each is
 * accepted, in their order.
 */
export type Base<N extends ProcedureName> = { by: string | null; inputs(office: Office): Promise<Input<N>[]> }

/** A procedure called by `by` with inputs that need nothing prepared. */
const plain = <N extends ProcedureName>(by: string, ...inputs: Input<N>[]): Base<N> => ({
  by,
  inputs: async (office) => {
    await be(office, by)
    return inputs
  },
})

/** A step with 周阅's leave to sign it in place. */
const byReader = async <N extends SignedCall>(office: Office, call: N, input: Unsigned<N>) => ({
  ...input,
  ticket: await office.ticket('周阅', call, input),
})

/** 冯审 signed in before data that do not fit their 末条登记. The file is whole again after that: only this session knows. */
const putBack = async (office: Office) => {
  await be(office, '冯审')
  await office.station.lock('locked')
  const path = headsPath(office.dir)
  const whole = readFileSync(path)
  writeFileSync(path, 'another file\n')
  await office.as('冯审')
  writeFileSync(path, whole)
}

/** Two checkpoints, the newer first, and 冯审 signed in. */
const checkpoints = async (office: Office): Promise<[newer: number, older: number]> => {
  await be(office, '冯审')
  for (let n = 0; n < 2; n += 1) await office.ok('audit.checkpoint', {})
  const { rows } = await office.ok('audit.checkpoints', { limit: 2 })
  return rows.map(({ id }) => id) as [number, number]
}

/** A folder beside the office's own, as a medium. */
export const mediumOf = (office: Office): string => {
  const folder = join(office.dir, '../medium')
  mkdirSync(folder, { recursive: true })
  return folder
}

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

const settings = (office: Office) => office.ok('office.settings', {})

/** A registration with every particular, its period of each kind in turn. */
const fullRegistration = (office: Office, more: Partial<Input<'documents.register'>>): Input<'documents.register'> => ({
  ...office.incoming({ title: fresh('关于完整登记的函'), symbol: fresh('青完整函〔2026〕') }),
  attachments: '附表一份',
  urgency: 'urgent',
  addressee: '青禾市疾控示范中心',
  handledBy: '业务一科',
  returnBy: '2026-12-31',
  remarks: '办后清退',
  listed: 3,
  counted: 2,
  discrepancyNote: '清单三份，实到两份',
  copyNos: [fresh('份'), fresh('份')],
  ...more,
})

const periods: NonNullable<Input<'documents.register'>['period']>[] = [
  { kind: 'years', years: 25, basis: '有法定依据' },
  { kind: 'months', months: 6 },
  { kind: 'until', until: '2030-01-01', basis: '有法定依据' },
  { kind: 'condition', condition: '项目公布之日' },
  { kind: 'unmarked' },
]

const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕1号', date: '2026-03-09' }

/** New recovery sheets, with 冯审's leave. */
const newSheets: Base<'keys.newSheets'> = {
  by: '郑系',
  inputs: async (office) => {
    await be(office, '郑系')
    const step = { reason: '启封使用过' }
    return [{ ...step, ticket: await office.ticket('冯审', 'keys.newSheets', step) }]
  },
}

/** A valid call of every procedure of the contract. A name without one does not compile. */
export const baseInputs: { [N in ProcedureName]: Base<N> } = {
  'backup.begin': plain('郑系', { kind: 'backup' }, { kind: 'drill' }),
  'backup.progress': plain('郑系', {}),
  'backup.cancel': {
    by: '郑系',
    inputs: async (office) => {
      await underWay(office)
      return [{}]
    },
  },
  'backup.list': plain('郑系', { after: 9, limit: 5 }),
  'setup.status': { by: null, inputs: async () => [{}] },
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
        { name, password, step: { call: 'documents.openEnvelope', input: { envelope: 1, choice: 'retain' } } },
        { name, password, step: { call: 'documents.turnOver', input: { envelope: 1 } } },
        { name, password, step: { call: 'circulation.confirmPaper', input: { signing: 1 } } },
        { name, password, step: { call: 'people.setRoles', input: { person: 4, roles: ['reader'], reason: '调整岗位' } } },
        { name, password, step: { call: 'people.correctIdentity', input: { person: 4, identity: 'QH-0021', reason: '录入有误' } } },
        { name, password, step: { call: 'keys.newSheets', input: { reason: '启封使用过' } } },
      ]
    },
  },

  'people.list': plain('钱安', { text: '科', after: 1, limit: 5 }),
  'people.choose': plain('李保', { text: '阅' }),
  'people.add': plain('钱安', { name: '许新', identity: 'QH-0012', department: '业务二科', post: '科员', roles: ['reader', 'section'] }),
  'people.checkRoles': plain('钱安', { person: 4, roles: ['officer', 'reader'] }),
  'people.setRoles': {
    by: '钱安',
    inputs: async (office) => {
      const step = { person: (await person(office)).id, roles: ['section' as const], reason: '调整岗位' }
      return [{ ...step, ticket: await office.ticket('郑系', 'people.setRoles', step) }]
    },
  },
  'people.correctIdentity': {
    by: '钱安',
    inputs: async (office) => {
      const step = { person: (await person(office)).id, identity: `QH-${randomUUID().slice(0, 8)}`.toUpperCase(), reason: '录入有误' }
      return [{ ...step, ticket: await office.ticket('郑系', 'people.correctIdentity', step) }]
    },
  },
  'people.changes': plain('钱安', { person: 4 }),
  'people.openAccount': {
    by: '郑系',
    inputs: async (office) => {
      const { id } = await person(office)
      await be(office, '郑系')
      return [{ person: id, initialPassword: 'Initial#2026pass' }]
    },
  },
  'people.resetPassword': {
    by: '郑系',
    inputs: async (office) => [{ person: (await withAccount(office)).id, initialPassword: 'Initial#2026pass' }],
  },
  'people.disableAccount': { by: '郑系', inputs: async (office) => [{ person: (await withAccount(office)).id, reason: '调离' }] },
  'people.unlock': {
    by: '钱安',
    inputs: async (office) => {
      const { id } = await lockedOut(office)
      await be(office, '钱安')
      return [{ person: id }]
    },
  },

  'office.settings': plain('陈科', {}),
  'office.changeSettings': {
    by: '钱安',
    inputs: async (office) => {
      await be(office, '钱安')
      const { level: _fixed, ...changeable } = await settings(office)
      return [{ ...changeable, printers: ['保密室打印机'] }]
    },
  },
  'office.calendars': plain('陈科', {}),
  'office.setCalendar': plain('钱安', {
    calendar: { year: 2027, source: '放假安排的通知', off: ['2027-01-01'], working: ['2027-02-06'] },
  }),
  'office.countDays': plain('陈科', { from: '2026-03-10', workingDays: 20 }),

  'keys.renew': plain('郑系', {}),
  'keys.newSheets': newSheets,
  'keys.sheetsSealed': {
    by: '郑系',
    inputs: async (office) => {
      for (const input of await newSheets.inputs(office)) await office.ok('keys.newSheets', input)
      return [{}]
    },
  },

  'documents.receive': plain('李保', {
    envelopeNo: '机要九〇一',
    sender: '青禾市人民政府办公室',
    receivedAt: '2026-03-10T08:40',
    sealIntact: false,
    sealNote: '封口有开裂',
    personalFor: 4,
  }),
  'documents.openEnvelope': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const { id } = await office.ok('documents.receive', {
        envelopeNo: fresh('亲启'),
        sender: '青禾市人民政府办公室',
        receivedAt: '2026-03-10T08:45',
        sealIntact: true,
        personalFor: office.id('周阅'),
      })
      const step = { envelope: id, choice: 'register' } as const
      return [{ ...step, ticket: await office.ticket('周阅', 'documents.openEnvelope', step) }]
    },
  },
  'documents.turnOver': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const envelope = await retained(office)
      return [await byReader(office, 'documents.turnOver', { envelope })]
    },
  },
  'documents.envelopes': plain('李保', { waiting: false, after: 100, limit: 10 }, { text: '机要' }),
  'documents.register': {
    by: '李保',
    inputs: async (office) => [
      fullRegistration(office, { envelope: { id: await opened(office) } }),
      ...periods.map((period) =>
        fullRegistration(office, {
          envelope: {
            envelopeNo: fresh('机要'),
            sender: '青禾市人民政府办公室',
            receivedAt: '2026-03-10T08:50',
            sealIntact: false,
            sealNote: '封口有开裂',
          },
          period,
        }),
      ),
    ],
  },
  'documents.correct': {
    by: '李保',
    inputs: async (office) => [
      {
        document: (await registered(office)).id,
        reason: '录入有误',
        changes: {
          title: fresh('关于更正后工作的函'),
          symbol: fresh('青更正函〔2026〕'),
          sender: '青禾市卫生健康委员会',
          attachments: '附表两份',
          urgency: 'extraUrgent',
          madeOn: '2026-03-06',
          addressee: '青禾市疾控示范中心',
          handledBy: '业务二科',
          returnBy: '2026-11-30',
          remarks: '已核对',
        },
      },
    ],
  },
  'documents.changeLevel': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await registered(office)
      return periods.map((period) => ({ document: id, level: 'confidential', period, notice }))
    },
  },
  'documents.setScope': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office, { scope: [] })).id, scope: [office.id('周阅'), office.id('陈科')] }],
  },
  'documents.narrowScope': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office)).id, persons: [office.id('吴阅')], reason: '已调离岗位' }],
  },
  'documents.finish': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id, result: '已办结' }] },
  'documents.list': plain('李保', {
    register: 'classified',
    year: 2026,
    level: 'confidential',
    state: 'registered',
    text: '函',
    out: false,
    after: 100,
    limit: 10,
  }),
  'documents.get': { by: '李保', inputs: async (office) => [{ document: (await registered(office)).id }] },
  'documents.whereIs': plain('李保', { text: '函', limit: 10 }),

  'circulation.draft': {
    by: '李保',
    inputs: async (office) => {
      const { copies } = await registered(office)
      const readers = [office.id('周阅'), office.id('吴阅')]
      return [{ folder: fresh('夹'), copies: copies.map(({ id }) => id), readers, proposal: '拟请阅', instruction: '请阅', confirm: false }]
    },
  },
  'circulation.confirm': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office, { confirm: false })).sheet }] },
  'circulation.cancel': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office)).sheet, reason: '列错文件' }] },
  'circulation.handOut': {
    by: '李保',
    inputs: async (office) => [await byReader(office, 'circulation.handOut', { leg: (await drafted(office)).leg, place })],
  },
  'circulation.sign': {
    by: '李保',
    inputs: async (office) => [await byReader(office, 'circulation.sign', { leg: (await handedOut(office)).leg, opinion: '已阅' })],
  },
  'circulation.handOutOnPaper': {
    by: '李保',
    inputs: async (office) => [{ leg: (await drafted(office)).leg, place, signedAt: '2026-03-10T09:00' }],
  },
  'circulation.signOnPaper': {
    by: '李保',
    inputs: async (office) => [{ leg: (await handedOut(office)).leg, opinion: '已阅', signedAt: '2026-03-10T09:00' }],
  },
  'circulation.confirmPaper': {
    by: '李保',
    inputs: async (office) => [await byReader(office, 'circulation.confirmPaper', { signing: await onPaper(office) })],
  },
  'circulation.onPaper': plain('李保', {}),
  'circulation.receiveBack': {
    by: '李保',
    inputs: async (office) => {
      const { leg, numbers } = await signed(office)
      return [{ leg, numbers }]
    },
  },
  'circulation.returnUnread': {
    by: '李保',
    inputs: async (office) => {
      const { leg, numbers } = await handedOut(office)
      return [{ leg, reason: '出差', numbers }]
    },
  },
  'circulation.reportShort': {
    by: '李保',
    inputs: async (office) => {
      const { leg, numbers } = await signed(office)
      return [{ leg, numbers: numbers.slice(0, 1), note: '正在查找' }]
    },
  },
  'circulation.settleShort': {
    by: '李保',
    inputs: async (office) => {
      const { incident, missing } = await short(office)
      return [{ incident, numbers: missing, note: '当场找回' }]
    },
  },
  'circulation.close': {
    by: '李保',
    inputs: async (office) => {
      const { sheet, leg, numbers } = await signed(office)
      await office.ok('circulation.receiveBack', { leg, numbers })
      return [{ sheet, result: '传阅完毕' }]
    },
  },
  'circulation.addReader': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office)).sheet, reader: office.id('吴阅') }] },
  'circulation.requestWidening': {
    by: '李保',
    inputs: async (office) => [{ document: (await registered(office)).id, persons: [office.id('陈科')], reason: '承办需要' }],
  },
  'circulation.decideWidening': {
    by: '王管',
    inputs: async (office) => {
      const { id: document } = await registered(office)
      const { id: widening } = await office.ok('circulation.requestWidening', { document, persons: [office.id('陈科')], reason: '承办需要' })
      await be(office, '王管')
      return [{ widening, approve: true, opinion: '同意' }]
    },
  },
  'circulation.decideWideningOnPaper': {
    by: '李保',
    inputs: async (office) => {
      const { widening } = await askedBySection(office)
      return [{ widening, approver: office.id('王管'), approve: true, opinion: '同意', signedAt: '2026-03-10T09:00' }]
    },
  },
  'circulation.widenings': plain('李保', { state: 'requested', after: 100, limit: 10 }),
  'circulation.list': plain('李保', { state: 'circulating', open: true, text: '夹', after: 100, limit: 10 }),
  'circulation.get': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office)).sheet }] },
  'circulation.inBox': plain('李保', { text: '函', after: 1000, limit: 10 }),
  'circulation.mine': plain('周阅', {}),
  'circulation.overdue': plain('李保', {}),

  'today.home': plain('陈科', {}),
  'today.closeDay': plain('李保', { reason: '夹03领导外出，明日一早收回' }),

  'paper.register': plain('李保', { register: 'classified', year: 2026, level: 'confidential' }),
  'paper.delivery': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const letter = {
        envelopeNo: fresh('机要亲'),
        sender: '青禾市委办公室',
        receivedAt: '2026-03-10T08:50',
        sealIntact: true,
        personalFor: office.id('王管'),
      }
      return [{ envelope: (await office.ok('documents.receive', letter)).id }]
    },
  },
  'paper.sheet': { by: '李保', inputs: async (office) => [{ sheet: (await drafted(office)).sheet }] },
  'paper.auditReport': plain('冯审', { year: 2026, quarter: 1 }),
  'paper.printed': plain('李保', {}),

  'audit.list': plain('冯审', {
    from: '2026-03-01',
    to: '2026-03-31',
    actor: '李保',
    call: 'documents.register',
    object: '密收',
    outcome: 'done',
    after: 1000,
    limit: 10,
  }),
  'audit.users': plain('钱安', { from: '2026-03-01', to: '2026-03-31', actor: '李保', outcome: 'done', after: 1000, limit: 10 }),
  'audit.verify': plain('冯审', { from: 0, run: 0 }),
  'audit.checkpoint': plain('冯审', {}),
  'audit.exportCheckpoint': { by: '冯审', inputs: async (office) => [{ checkpoint: (await checkpoints(office))[1] }] },
  'audit.heads': plain('冯审', {}),
  'audit.acknowledge': {
    by: '冯审',
    inputs: async (office) => {
      await putBack(office)
      return [{ reason: '系统管理员按批准恢复了昨日的数据' }]
    },
  },
  'audit.prove': {
    by: '冯审',
    inputs: async (office) => {
      const [checkpoint] = await checkpoints(office)
      return [{ entry: 0, checkpoint }, { entry: 1 }]
    },
  },
  'audit.proveGrowth': {
    by: '冯审',
    inputs: async (office) => {
      const [newer, older] = await checkpoints(office)
      return [{ older, newer }]
    },
  },
  'audit.checkpoints': plain('冯审', { after: 100, limit: 10 }),
  'audit.summary': plain('冯审', {}),
}
