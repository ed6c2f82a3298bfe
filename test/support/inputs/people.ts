import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Office } from '../office.ts'
import { be, groupStands, lockedOut, person, withAccount } from '../records.ts'
import { plain, type Inputs } from './base.ts'

const settings = (office: Office) => office.ok('office.settings', {})

/** The desks 人员 and 本单位. */
export const peopleInputs: Inputs<'people' | 'office'> = {
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
  'people.checkIdentity': plain('钱安', { person: 4, identity: 'QH-0021' }),
  'people.correctIdentity': {
    by: '钱安',
    inputs: async (office) => {
      const step = { person: (await person(office)).id, identity: `QH-${randomUUID().slice(0, 8)}`.toUpperCase(), reason: '录入有误' }
      return [{ ...step, ticket: await office.ticket('郑系', 'people.correctIdentity', step) }]
    },
  },
  // Whoever signs reviews in these tests sits in the group before anybody else does
  'people.seat': {
    by: '钱安',
    inputs: async (office) => {
      const { id: other } = await person(office, ['reviewer'])
      const { id: one } = await person(office, ['reviewer'])
      await groupStands(office)
      const seat = { seat: 'member' as const, from: '2026-01-01', paper: '青疾控发〔2026〕1号' }
      const { id: term } = await office.ok('people.seat', { step: { kind: 'begins', person: other, ...seat } })
      return [
        { step: { kind: 'begins', person: one, ...seat, until: '2026-12-31' } },
        { step: { kind: 'ends', term, endedOn: '2026-03-09', reason: '调离' } },
      ]
    },
  },
  'people.group': plain('钱安', {}),
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

  'office.recordTraining': plain('李保', {
    kind: 'training',
    heldOn: '2026-03-09',
    hours: 4,
    subject: '保密审查业务培训',
    material: '条例和审查流程',
    present: [4, 7],
  }),
  'office.trainings': plain('李保', { year: 2026, text: '审查', after: 100, limit: 10 }),
  'office.settings': plain('陈科', {}),
  'office.changeSettings': {
    by: '钱安',
    inputs: async (office) => {
      await be(office, '钱安')
      const { level: _fixed, ...changeable } = await settings(office)
      const letterOffice = { reconsiderationOrgan: '青禾市人民政府', court: '青禾市示范区人民法院', contact: '公开办 000-0000000' }
      return [{ ...changeable, letterOffice, printers: ['保密室打印机'] }]
    },
  },
  'office.calendars': plain('陈科', {
    trying: { year: 2027, source: '放假安排的通知', off: ['2027-01-01'], working: ['2027-02-06'] },
  }),
  'office.setCalendar': {
    by: '钱安',
    inputs: async (office) => {
      await be(office, '钱安')
      const calendar = { year: 2027, source: '放假安排的通知', off: ['2027-01-01'], working: ['2027-02-06'] }
      const path = join(office.dir, '../2027.json')
      writeFileSync(path, JSON.stringify(calendar))
      const chosen = await office.station.calendar(path)
      if (!chosen.ok || !chosen.calendar) throw new Error('the calendar was not read')
      return [{ calendar }, { calendar, file: chosen.calendar.file }]
    },
  },
  'office.templates': plain('钱安', {}),
  'office.setTemplate': plain(
    '钱安',
    {
      form: 'sheet',
      template: {
        title: '文件传阅处理单',
        number: '青卫密阅-2',
        leftOut: ['proposal'],
        order: ['instruction', 'proposal'],
        own: [{ label: '催办情况', size: 3 }],
        signers: [{ signer: 'leader', label: '中心领导' }],
        foot: '本单由综合办公室保存。',
      },
      reason: '按本单位格式',
    },
    { form: 'sheet', template: null, reason: '改用标准表式' },
  ),
  'office.countDays': plain('陈科', { from: '2026-03-10', workingDays: 20 }),
}
