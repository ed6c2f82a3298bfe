import { be, inRepair, medium, mediumOut, outsideApproved, outsideAsked, takenBy } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

/** The desk 载体设备. */
export const mediaInputs: Inputs<'media'> = {
  'media.register': {
    by: '李保',
    inputs: async (office) => {
      await be(office, '李保')
      const entry = { level: 'confidential' as const, keeper: office.id('陈科'), department: '业务一科', place: '二楼机房', inUseOn: '2026-03-01' }
      return [{ ...entry, kind: 'computer', ownNumber: '青密机-0001', isolated: true, model: '台式机', remarks: '双锁' }]
    },
  },
  'media.change': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await medium(office)
      return [{ medium: id, reason: '调整保管', keeper: office.id('吴阅'), department: '业务二科', place: '档案室', remarks: '换锁' }]
    },
  },
  'media.requestOutside': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await medium(office)
      return [{ medium: id, person: office.id('周阅'), place: '青禾市疾控中心', purpose: '报送数据', until: '2026-03-12' }]
    },
  },
  'media.decideOutside': {
    by: '王管',
    inputs: async (office) => {
      const { use } = await outsideAsked(office)
      await be(office, '王管')
      return [{ use, approve: true, opinion: '同意，两人同行' }]
    },
  },
  'media.give': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await medium(office)
      const approved = await outsideApproved(office)
      return [
        await byReader(office, 'media.give', { medium: id, to: takenBy(office) }),
        await byReader(office, 'media.give', { medium: approved.id, to: { kind: 'outside', use: approved.use } }),
      ]
    },
  },
  'media.takeBack': {
    by: '李保',
    inputs: async (office) => {
      const { id, number } = await mediumOut(office)
      return [await byReader(office, 'media.takeBack', { medium: id, number, intact: false, condition: '外壳破损', check: '已查杀病毒' })]
    },
  },
  'media.repair': {
    by: '李保',
    inputs: async (office) => {
      const { id } = await medium(office)
      const sent = await inRepair(office)
      return [
        {
          medium: id,
          step: {
            kind: 'out',
            where: 'onSite',
            firm: '青禾定点维修站',
            fault: '读不出',
            storageRemoved: false,
            supervisor: office.id('陈科'),
          },
        },
        { medium: sent.id, step: { kind: 'back', result: '更换屏幕' } },
      ]
    },
  },
  'media.maintain': {
    by: '郑系',
    inputs: async (office) => {
      const { id } = await medium(office)
      await be(office, '郑系')
      return [{ medium: id, done: '升级病毒库，检查端口封条' }]
    },
  },
  'media.retire': { by: '李保', inputs: async (office) => [{ medium: (await medium(office)).id, reason: '损坏无法修复' }] },
  'media.lose': {
    by: '李保',
    inputs: async (office) => [{ medium: (await mediumOut(office)).id, incident: '违规〔2026〕0001', note: '外出途中遗失，已报告' }],
  },
  'media.list': plain('李保', { kind: 'disk', state: 'out', overdue: false, text: '青', after: 100, limit: 10 }),
  'media.get': { by: '李保', inputs: async (office) => [{ medium: (await mediumOut(office)).id }] },
}
