import { askedBySection, be, drafted, fresh, handedOut, onPaper, place, registered, short, signed } from '../records.ts'
import { byReader, plain, type Inputs } from './base.ts'

/** The desks 传阅 and 今日. */
export const circulationInputs: Inputs<'circulation' | 'today'> = {
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
}
