import type { Office } from '../office.ts'
import { be } from './acting.ts'
import { handedOut } from './circulation.ts'
import { loanOut } from './lending.ts'

/** 周阅 leaves with a folder of two papers and a loan in hand: the list of it. */
export const handingOver = async (office: Office) => {
  await be(office, '李保')
  for (const { id } of (await office.ok('handover.list', { open: true })).rows)
    await office.ok('handover.cancel', { handover: id, reason: '另行办理' })
  const folder = await handedOut(office)
  const { copy } = await loanOut(office)
  const { id: handover, number } = await office.ok('handover.begin', { person: office.id('周阅'), reason: '离职' })
  const { list } = await office.ok('handover.get', { handover })
  return { handover, number, numbers: list.map((item) => item.number), folder, copy }
}
