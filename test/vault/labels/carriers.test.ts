import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { labelCode } from '../../../electron/vault/custody/labels.ts'
import { readKeyFile } from '../../../tools/verify/keys.ts'
import { behindTheDoor, removeCopies } from '../../support/attack.ts'
import { finished, retired } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, loanOut, medium, mediumOut, registered } from '../../support/records.ts'

let office: Office
let ours = ''
beforeAll(async () => {
  office = await openOffice()
  ours = readKeyFile(office.dir).vault
  await be(office, '李保')
})
afterAll(async () => {
  await office.close()
  removeCopies()
})
afterEach(() => be(office, '李保'))

const carrier = (id: number) => labelCode(ours, id, 'medium')
const copy = (id: number) => labelCode(ours, id)

it('F2(2) 标签: a carrier has sixteen digits of the same series, another than the copy of the same id, printed on the same sheet with its kind and own number', async () => {
  const one = await medium(office, { ownNumber: 'QP-0001' })
  const two = await medium(office, { kind: 'disc', level: 'secret', ownNumber: 'QG-0002' })
  expect(carrier(one.id)).toMatch(/^2\d{15}$/)
  expect(carrier(one.id)).not.toBe(copy(one.id))
  const sheet = await office.ok('paper.labels', { what: { of: 'media', media: [two.id, one.id] } })
  expect(sheet.labels).toEqual([
    { medium: one.id, number: one.number, ownNumber: 'QP-0001', kind: 'disk', level: 'confidential', mark: '机密', code: carrier(one.id) },
    { medium: two.id, number: two.number, ownNumber: 'QG-0002', kind: 'disc', level: 'secret', mark: '秘密', code: carrier(two.id) },
  ])
  expect(sheet.frame).toMatchObject({ mark: '机密', formNumber: '密签-01' })
  expect((await office.ok('paper.labels', { what: { of: 'media' } })).labels).toHaveLength(2)
  expect(await office.no('paper.labels', { what: { of: 'media', media: [one.id, one.id] } })).toMatchObject({ code: 'input.duplicate' })
  expect(await office.no('paper.labels', { what: { of: 'media', media: [one.id, 999] } })).toMatchObject({ field: 'what.media.1' })
  const lost = await medium(office)
  await office.ok('media.lose', { medium: lost.id, incident: '违规〔2026〕0001', note: '已报告' })
  expect(await office.no('paper.labels', { what: { of: 'media', media: [lost.id] } })).toMatchObject({ code: 'state.forbids', clause: '实施条例27' })
})

it('F2(2) 标签: a scan finds the carrier; another unit’s, a misread, an unknown and a destroyed one’s are each refused in their own words', async () => {
  const one = await medium(office)
  for (const text of [carrier(one.id), ` ${carrier(one.id)} `])
    expect((await office.ok('media.list', { text })).rows.map(({ id }) => id)).toEqual([one.id])
  const no = (text: string) => office.no('media.list', { text })
  expect((await no(labelCode('another-vault', 1, 'medium'))).message).toContain('这不是本单位的标签')
  expect(await no(`${carrier(one.id).slice(0, -1)}${(Number(carrier(one.id).at(-1)) + 1) % 10}`)).toMatchObject({ code: 'input.format' })
  expect(await no(carrier(88_888))).toMatchObject({ code: 'input.unknownRecord', clause: '实施条例27' })
  expect((await no(copy(1))).message).toContain('这是文件的份的标签')
  const gone = await medium(office)
  await office.station.lock('locked')
  await behindTheDoor(office.dir, (database) => database.prepare("UPDATE medium SET state = 'destroyed' WHERE id = ?").run(gone.id))
  await be(office, '李保')
  expect(await no(carrier(gone.id))).toMatchObject({ code: 'state.forbids', clause: '实施条例28' })
  expect((await office.ok('media.list', { text: gone.number })).rows).toHaveLength(1)
  // What stands on the thing itself may have sixteen digits of its own
  const serial = await medium(office, { ownNumber: '2012345678901234' })
  expect((await office.ok('media.list', { text: '2012345678901234' })).rows.map(({ id }) => id)).toEqual([serial.id])
})

it('F2(2) 标签: 归还 takes the carrier’s label, no other carrier’s and no copy’s', async () => {
  const out = await mediumOut(office)
  const other = await medium(office)
  const back = { medium: out.id, intact: true, check: '已查杀病毒' }
  expect(await office.notSigned('周阅', 'media.takeBack', { ...back, number: carrier(other.id) })).toMatchObject({ clause: 'F2(2)', field: 'number' })
  expect((await office.notSigned('周阅', 'media.takeBack', { ...back, number: copy(1) })).message).toContain('这里收的是载体')
  await office.signed('周阅', 'media.takeBack', { ...back, number: carrier(out.id) })
})

it('F1(2)b 标签: where copies are meant a carrier’s label is refused in its own words', async () => {
  const { id } = await medium(office)
  const { copies } = await registered(office)
  const loan = await loanOut(office)
  const step = { loan: loan.loan, number: carrier(id), intact: true }
  for (const refusal of [
    await office.notSigned('周阅', 'lending.takeBack', step),
    await office.no('documents.whereIs', { text: carrier(id) }),
    await office.no('paper.labels', { what: { of: 'numbers', numbers: [copies[0]?.number as string, carrier(id)] } }),
  ])
    expect(refusal).toMatchObject({ code: 'rule.forbids', clause: '实施条例27', message: expect.stringContaining('这是载体的标签') })
})

it('实施条例28 标签: 销毁清点 takes copies and carriers by either label, each once', async () => {
  const [paper] = await finished(office)
  const media = await retired(office)
  const { id: destruction } = await office.ok('disposal.propose', {
    kind: 'destruction',
    copies: [paper?.id as number],
    media: [media],
    reason: '不需留存',
  })
  const counted = [{ number: copy(paper?.id as number), pages: 3 }, { number: carrier(media) }]
  const foreign = await medium(office)
  expect(await office.no('disposal.count', { destruction, counted: [...counted, { number: carrier(foreign.id) }] })).toMatchObject({
    code: 'rule.forbids',
    field: 'counted',
  })
  expect(await office.no('disposal.count', { destruction, counted: [...counted, { number: carrier(media) }] })).toMatchObject({
    code: 'input.duplicate',
  })
  await office.ok('disposal.count', { destruction, counted })
})
