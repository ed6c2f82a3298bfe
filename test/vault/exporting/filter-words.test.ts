import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'
import { registered } from '../../support/records.ts'

let office: Office
let paper: Awaited<ReturnType<typeof registered>>
beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
  paper = await registered(office)
})
afterAll(() => office.close())

/** The filters of the exports made so far, as the 导出登记簿 has them, in their order. */
const filters = async () => {
  await office.as('冯审')
  return (await office.ok('audit.list', { call: 'export.list', outcome: 'done' })).rows
    .map(({ facts }) => facts.find(({ label }) => label === '条件')?.text)
    .reverse()
}

it('审计 F1(5)b a filter is recorded in words: states and names, numbers for what is meant by its id, and no text that was searched for', async () => {
  const out = (list: 'register' | 'holdings' | 'knowers', filter: object) => office.ok('export.list', { list, filter })
  await office.as('李保')
  await out('register', { state: 'inProgress', level: 'secret', text: '春季示范' })
  await out('register', { expiry: 'soon', out: true })
  await out('holdings', { person: office.id('周阅') })
  await out('knowers', { document: paper.id })
  expect(await filters()).toEqual(['查找；密级 秘密；状态 在办', '届满 九十天内届满；在外的', '人员 周阅', `文件 ${paper.number}`])
})
