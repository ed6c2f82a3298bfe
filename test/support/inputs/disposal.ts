import {
  countedAs,
  countedOnce,
  countedTwice,
  done,
  finished,
  held,
  proposed,
  retired,
  returnApproved,
  returnListed,
  sending,
  sent,
  toSend,
  witnessed,
} from '../disposals.ts'
import { be } from '../records.ts'
import { type Inputs, plain } from './base.ts'

const decision = { approve: true, opinion: '同意' } as const

/** The desk 清退销毁. */
export const disposalInputs: Inputs<'disposal'> = {
  'disposal.hold': {
    by: '李保',
    inputs: async (office) => [{ copy: (await finished(office))[0]?.id as number, kind: 'case', reason: '案件需要' }],
  },
  'disposal.release': { by: '李保', inputs: async (office) => [{ hold: (await held(office)).hold, reason: '不再需要' }] },
  'disposal.holds': {
    by: '王管',
    inputs: async (office) => {
      const { copy } = await held(office)
      await be(office, '王管')
      return [{ standing: true, copy: copy.id, text: '函', after: 100, limit: 10 }]
    },
  },
  'disposal.offer': plain('李保', { kind: 'return', issuer: '青禾市人民政府办公室', text: '函', limit: 10 }),
  'disposal.propose': {
    by: '李保',
    inputs: async (office) => [
      { kind: 'destruction', copies: (await finished(office, 2)).map(({ id }) => id), media: [await retired(office)], reason: '不需留存' },
      { kind: 'return', copies: (await finished(office)).map(({ id }) => id), reason: '制发机关要求清退' },
    ],
  },
  'disposal.check': {
    by: '李保',
    inputs: async (office) => {
      const { returnList, numbers } = await returnListed(office)
      return [{ returnList, numbers, withdraw: '另有要求' }]
    },
  },
  'disposal.handBack': {
    by: '李保',
    inputs: async (office) => {
      const { returnList } = await returnApproved(office)
      return [{ returnList, receiver: '许收', unit: '青禾市人民政府办公室', receipt: '清退回执〔2026〕7号', on: '2026-03-10' }]
    },
  },
  'disposal.count': {
    by: '李保',
    inputs: async (office) => {
      const { destruction, numbers } = await countedOnce(office)
      const step = { destruction, counted: countedAs(numbers) }
      return [{ ...step, ticket: await office.ticket('韩综', 'disposal.count', step) }]
    },
  },
  'disposal.approve': {
    by: '李保',
    inputs: async (office) => {
      const step = { kind: 'destruction' as const, id: (await countedTwice(office)).destruction, ...decision }
      return [{ ...step, ticket: await office.ticket('王管', 'disposal.approve', step) }]
    },
  },
  'disposal.send': {
    by: '李保',
    inputs: async (office) => [
      { destruction: (await toSend(office)).destruction, ...sending, escorts: [...sending.escorts] },
      {
        destruction: (await toSend(office)).destruction,
        method: 'shredding',
        site: { kind: 'self', equipment: '碎纸机（合格证号 0012）' },
        escorts: [],
      },
    ],
  },
  'disposal.complete': {
    by: '李保',
    inputs: async (office) => {
      const { destruction, numbers } = await sent(office)
      const differences = [{ number: numbers[1] as string, reason: '没有送到' }]
      return [await witnessed(office, ['周阅', '吴阅'], { destruction, numbers: numbers.slice(0, 1), differences, ...done })]
    },
  },
  'disposal.cancel': {
    by: '李保',
    inputs: async (office) => [{ kind: 'destruction', id: (await proposed(office)).destruction, reason: '另行办理' }],
  },
  'disposal.list': plain('李保', { kind: 'destruction', state: 'draft', open: true, text: '销毁', after: 100, limit: 10 }),
  'disposal.get': {
    by: '王管',
    inputs: async (office) => {
      const { destruction } = await proposed(office)
      await be(office, '王管')
      return [{ kind: 'destruction', id: destruction }]
    },
  },
}
