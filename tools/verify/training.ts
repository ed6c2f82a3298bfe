import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

type Training = {
  id: number
  number: string
  kind: string
  held_on: string
  hours: number
  subject: string
  material: string | null
  by_person: number
  signature: number
}

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')

/** 培训登记: each says what its 保密员 signed, with everybody who was there (G5, G7). */
export const checkTrainings = (database: Database.Database, means: Signed): void => {
  const present = database.prepare('SELECT person FROM training_present WHERE training = ? ORDER BY person').pluck()
  const stoodOn = new Set<number>()
  for (const row of database.prepare('SELECT * FROM training ORDER BY id').all() as Training[]) {
    const { number, kind, held_on: heldOn, hours, subject, material } = row
    stoodOn.add(row.signature)
    checkStep(means, `training ${row.id}（${number}）`, {
      step: '登记培训',
      signature: row.signature,
      said: {
        training: number,
        ...{ kind, heldOn, hours, subject: digestOf(subject), material: material === null ? null : digestOf(material) },
        present: present.all(row.id),
      },
      by: row.by_person,
      duty: ['officer'],
      never: [],
      neverSaid: '',
    })
  }
  for (const [id, { purpose }] of means.held)
    if (purpose === 'training' && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
