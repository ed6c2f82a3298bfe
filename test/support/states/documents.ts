import { be, fresh, opened, registered } from '../records.ts'
import { type About, attempt, type Attempt, type Scene, world, type World, zhou } from './scene.ts'

const received = async ({ office }: Scene, personal: boolean): Promise<number> => {
  await be(office, '李保')
  const envelope = { envelopeNo: fresh('机要'), sender: '青禾市人民政府办公室', receivedAt: '2026-03-10T08:20', sealIntact: true }
  return (await office.ok('documents.receive', { ...envelope, ...(personal && { personalFor: office.id('周阅') }) })).id
}
const openedByAddressee = async (scene: Scene, choice: 'register' | 'retain') => {
  const envelope = await received(scene, true)
  await scene.office.signed('周阅', 'documents.openEnvelope', { envelope, choice })
  return envelope
}
const document = async ({ office }: Scene): Promise<About> => ({ document: (await registered(office)).id })
const fromEnvelope = async (scene: Scene): Promise<About> => {
  const about = await document(scene)
  const [row] = scene.store.all<{ envelope: number }>('SELECT envelope FROM document WHERE id = ?', about.document as number)
  return { ...about, envelope: row?.envelope as number }
}
const finished = async (scene: Scene): Promise<About> => {
  const about = await document(scene)
  await scene.office.ok('documents.finish', { document: about.document as number, result: '办结' })
  return about
}

/** 信封 and 文件 in each state. */
export const documentWorlds: readonly World[] = [
  world({ envelope: 'unopened' }, '拆封', async (scene) => ({ envelope: await received(scene, false) })),
  world({ envelope: 'personalUnopened' }, '本人拆封 本人留存', async (scene) => ({ envelope: await received(scene, true) })),
  world({ envelope: 'opened' }, '登记', async ({ office }) => ({ envelope: await opened(office) })),
  world({ envelope: 'toRegister' }, '登记', async (scene) => ({ envelope: await openedByAddressee(scene, 'register') })),
  world({ envelope: 'retained' }, '留存件转登记', async (scene) => ({ envelope: await openedByAddressee(scene, 'retain') })),
  // A second document out of the same envelope is registered like the first
  world({ envelope: 'registered', document: 'registered' }, '登记 文件办结', fromEnvelope),
  world({ document: 'finished' }, '', finished),
]

export const documentAttempts: readonly Attempt[] = [
  attempt('拆封', 'documents.openEnvelope', 'envelope', ({ envelope }) => ({ envelope })),
  attempt('本人拆封', 'documents.openEnvelope', 'envelope', ({ envelope }, scene) => zhou(scene, 'documents.openEnvelope', { envelope })),
  attempt('本人留存', 'documents.openEnvelope', 'envelope', ({ envelope }, scene) =>
    zhou(scene, 'documents.openEnvelope', { envelope, choice: 'retain' }),
  ),
  attempt('留存件转登记', 'documents.turnOver', 'envelope', ({ envelope }, scene) => zhou(scene, 'documents.turnOver', { envelope })),
  attempt('登记', 'documents.register', 'envelope', ({ envelope }, { office }) => ({ ...office.incoming(), envelope: { id: envelope } })),
  attempt('文件办结', 'documents.finish', 'document', ({ document }) => ({ document, result: '办结' })),
]
