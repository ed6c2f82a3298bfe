import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be, fresh } from './acting.ts'

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
