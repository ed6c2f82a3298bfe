import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice } from '../../support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await office.as('李保')
})
afterEach(() => office.close())

const persons = (...names: string[]) => names.map(office.id)
const scopeOf = async (document: number) => (await office.ok('documents.get', { document })).scope.map(({ name }) => name)

it('保密法21 a name put into the scope by mistake is taken out with the reason; the record of it stays', async () => {
  const { id } = await office.ok('documents.register', office.incoming())
  await office.ok('documents.narrowScope', { document: id, persons: persons('吴阅'), reason: '登记时选错' })
  expect(await scopeOf(id)).toEqual(['周阅'])
  const again = { document: id, persons: persons('吴阅'), reason: '再移一次' }
  expect(await office.no('documents.narrowScope', again)).toMatchObject({ code: 'input.unknownRecord', clause: '保密法21', field: 'persons.0' })
  expect(await office.no('documents.setScope', { document: id, scope: persons('吴阅') })).toMatchObject({ clause: 'F1(4)c' })
})

it('F1(4)c once everybody was taken out, the scope is not set anew: only an approval lets anybody in', async () => {
  const { id } = await office.ok('documents.register', office.incoming())
  await office.ok('documents.narrowScope', { document: id, persons: persons('周阅', '吴阅'), reason: '登记时选错' })
  expect(await office.no('documents.setScope', { document: id, scope: persons('陈科') })).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)c' })
  const { acts } = await office.ok('documents.get', { document: id })
  expect(acts.map(({ call }) => call)).not.toContain('documents.setScope')
  expect(acts).toContainEqual(expect.objectContaining({ call: 'circulation.requestWidening', allowed: true }))
  expect(acts).toContainEqual(expect.objectContaining({ call: 'lending.request', allowed: false, why: expect.stringContaining('F1(4)c') }))
  const { id: widening } = await office.ok('circulation.requestWidening', { document: id, persons: persons('陈科'), reason: '承办' })
  await office.as('赵组')
  await office.ok('circulation.decideWidening', { widening, approve: true })
  await office.as('李保')
  expect(await scopeOf(id)).toEqual(['陈科'])
})

it('F1(4)a whoever has the folder, or waits for it, is not taken out of the scope', async () => {
  const { id, copies } = await office.ok('documents.register', office.incoming())
  const draft = { folder: '夹01', copies: copies.map((copy) => copy.id), readers: persons('周阅', '吴阅') }
  const { legs } = await office.ok('circulation.draft', draft)
  await office.signed('周阅', 'circulation.handOut', { leg: legs[0]?.id as number, place: '保密室' })
  for (const name of ['周阅', '吴阅']) {
    const refusal = await office.no('documents.narrowScope', { document: id, persons: persons(name), reason: '调岗' })
    expect(refusal).toMatchObject({ code: 'rule.forbids', clause: 'F1(4)a', field: 'persons.0' })
    expect(refusal.message).toContain(name)
  }
  expect(await scopeOf(id)).toEqual(['周阅', '吴阅'])
})

it('保密法21 a leader reads the documents whose scope names them, and no others', async () => {
  const theirs = await office.ok('documents.register', office.incoming({ scope: persons('王管') }))
  const others = await office.ok('documents.register', office.incoming())
  await office.as('王管')
  expect((await office.ok('documents.list', {})).rows.map(({ id }) => id)).toEqual([theirs.id])
  await office.ok('documents.get', { document: theirs.id })
  expect(await office.no('documents.get', { document: others.id })).toMatchObject({ clause: '保密法21' })
  expect((await office.ok('documents.whereIs', { text: others.number })).rows).toEqual([])
  await office.as('李保')
  await office.ok('documents.narrowScope', { document: theirs.id, persons: persons('王管'), reason: '不再分管' })
  await office.as('王管')
  expect((await office.ok('documents.list', {})).rows).toEqual([])
})
