import { afterAll, beforeAll, expect, it } from 'vitest'
import { completed, finished, held, proposed, retired, returnChecked, returnListed, sent } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be } from '../../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

it('实施条例27 清退清单: by 文号, 应退 and 实退 of each document, why what stays stays; the counts once every difference is explained', async () => {
  const { returnList, number, numbers, copies } = await returnListed(office, { symbol: undefined })
  const printed = () => office.ok('paper.returnList', { returnList })
  expect((await printed()).lines.map(({ going }) => going)).toEqual([null, null])
  await office.ok('disposal.hold', { copy: copies[0]?.id as number, kind: 'retained', reason: '承办未完' })
  await office.ok('disposal.check', { returnList, numbers: numbers.slice(1) })
  const { frame, returnList: paper, lines } = await printed()
  expect(frame).toMatchObject({ formNumber: '密退-01', level: 'confidential', mark: '机密★5年' })
  expect(frame.fileName).toBe(`清退清单-${number}-${frame.printNumber}.pdf`.replaceAll(/[〔〕]/g, ''))
  expect(paper).not.toHaveProperty('acts')
  expect(lines).toMatchObject([
    { going: 0, notes: [`${numbers[0]}：留用：承办未完`] },
    { going: 1, notes: [] },
  ])
  expect(await office.no('paper.returnList', { returnList: 999 })).toMatchObject({ code: 'input.unknownRecord', field: 'returnList' })
})

it('实施条例28 销毁审批、清单: every line with its pages, what stays with its reason, carriers, the signatures; the print is recorded', async () => {
  const batch = await sent(office)
  await completed(office, batch)
  const { frame, destruction } = await office.ok('paper.destruction', { destruction: batch.destruction })
  expect(frame).toMatchObject({ formNumber: '密销-01', mark: '机密★5年' })
  const code = expect.stringMatching(/^[0-9a-f]{8}$/)
  expect(destruction).toMatchObject({
    state: 'done',
    department: '综合办公室',
    count: { by: '李保', code },
    recount: { by: '韩综', code },
    approval: { by: '王管', code },
    witnesses: [{ by: '周阅' }, { by: '吴阅' }],
    completed: { by: '李保' },
    escorts: ['李保', '韩综'],
    list: [{ pages: 3 }, { pages: 3 }],
  })
  expect((await office.ok('paper.printed', {})).rows[0]).toMatchObject({ number: frame.printNumber, form: 'destruction', about: batch.number })
  const { id } = await office.ok('disposal.propose', { kind: 'destruction', media: [await retired(office)], reason: '停用' })
  const carrier = await office.ok('paper.destruction', { destruction: id })
  expect(carrier.destruction).toMatchObject({ list: [], media: [{ state: 'toDestroy' }] })
  expect(carrier.frame.level).not.toBe('internal')
})

it('今日 tells an officer of every open list, a 分管领导 of those that wait for approval', async () => {
  const own = await openOffice()
  try {
    const list = await returnChecked(own)
    const batch = await proposed(own)
    await finished(own)
    await held(own)
    const home = async (name: string) => {
      await be(own, name)
      const { disposals, waiting } = await own.ok('today.home', {})
      return { numbers: disposals.map(({ number }) => number), waiting: waiting.disposal }
    }
    expect(await home('李保')).toEqual({ numbers: [list.number, batch.number], waiting: 2 })
    expect(await home('王管')).toEqual({ numbers: [list.number], waiting: 1 })
    for (const other of ['韩综', '周阅', '冯审', '郑系']) expect(await home(other), other).toEqual({ numbers: [], waiting: 0 })
  } finally {
    await own.close()
  }
})
