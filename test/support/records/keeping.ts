import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be, fresh } from './acting.ts'
import { registered } from './documents.ts'

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
