import { afterAll, beforeAll, expect, it } from 'vitest'
import { attackedCopy, removeCopies, verify } from '../../support/attack.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, chosenBytes, chosenLedger, importedLedger, inGb18030, ledgerCells, LEDGER_HEADS, registered, tried } from '../../support/records.ts'
import { readXlsx } from '../../support/xlsx.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})

const count = async () => (await office.ok('documents.list', { limit: 1 })).total

it('F1(1)b 旧账导入: each row has its fate, by the rules and in the words of registration, at the column it is about', async () => {
  const known = office.incoming({ copyNos: ['0007'] })
  await be(office, '李保')
  const { number } = await office.ok('documents.register', known)
  const before = await count()
  const twin = ledgerCells()
  const file = await chosenLedger(office, [
    ledgerCells({ 收文日期: new Date('2023-05-09T00:00:00Z'), 份数: '2份', 份号: '0011-0012', 缓急: '特急' }),
    ledgerCells({ 密级: '绝密★10年' }),
    ledgerCells({ 密级: '秘密★15年' }),
    ledgerCells({ 成文日期: '2023年2月30日' }),
    ledgerCells({ 份数: 2, 份号: '0003、0003' }),
    ledgerCells({ 文件标题: '' }),
    ledgerCells({ 收文日期: '2023-01-01' }),
    ledgerCells({ 来文单位: known.sender, 文号: known.symbol ?? '', 份号: '0007' }),
    twin,
    { ...twin, 收文号: '另号' },
    ledgerCells({ 去向: '2024年3月已清退' }),
    ledgerCells({ 文件标题: `隐\u200b形` }),
    ledgerCells({ 文件标题: '长'.repeat(301) }),
    ledgerCells({ 密级: '内部' }),
    ledgerCells({ 去向: '借出' }),
  ])
  const { rows, fates, documents, copies, total, judged } = await tried(office, file)
  expect(rows.map(({ line, fate, column, clause }) => [line, fate, column, clause])).toEqual([
    [3, 'register', null, null],
    [4, 'faulty', 'mark', '保密法31'],
    [5, 'faulty', 'mark', '保密法20'],
    [6, 'faulty', 'madeOn', 'F1(1)b'],
    [7, 'faulty', 'copyNo', 'F1(1)b'],
    [8, 'faulty', 'title', 'F1(1)b'],
    [9, 'faulty', 'madeOn', '实施条例19'],
    [10, 'known', 'symbol', 'F1(1)b'],
    [11, 'register', null, null],
    [12, 'faulty', 'symbol', 'F1(1)b'],
    [13, 'gone', 'whereabouts', '实施条例28'],
    [14, 'faulty', 'title', 'F1(1)b'],
    [15, 'faulty', 'title', 'F1(1)b'],
    [16, 'register', null, null],
    [17, 'faulty', 'whereabouts', 'F1(4)a'],
  ])
  expect(rows[7]?.known?.number).toBe(number)
  expect(rows[9]?.why).toContain('第11行')
  expect({ fates, documents, copies, total, judged }).toEqual({
    fates: { register: 3, known: 1, gone: 1, faulty: 10 },
    documents: 3,
    copies: 4,
    total: 15,
    judged: 15,
  })
  expect((await office.ok('importing.rows', { file, fate: 'gone' })).rows.map(({ line }) => line)).toEqual([13])

  expect(await office.no('importing.commit', { file })).toMatchObject({ code: 'rule.forbids', clause: 'F1(1)b', field: 'faultless' })
  expect(await count()).toBe(before)

  const { number: exported, ticket } = await office.ok('export.list', { list: 'importFaults' })
  const faults = readXlsx(Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64'))
  expect(exported).toBe('导出〔2026〕0001')
  expect(faults.rows[2]).toEqual(['行', ...LEDGER_HEADS, '有误原因', '依据'])
  expect(faults.rows.slice(3).map(([line]) => line)).toEqual([4, 5, 6, 7, 8, 9, 12, 14, 15, 17])
  expect(faults.rows[4]?.at(-2)).toContain('秘密级不超过十年')
  expect(faults.rows[0]?.[0]).toContain('绝密')

  const done = await office.ok('importing.commit', { file, faultless: true })
  expect(done).toMatchObject({ number: '旧账〔2026〕0001', documents: 3, copies: 4, first: '密补〔2026〕0001', last: '内补〔2026〕0001' })
  expect(await count()).toBe(before + 3)
  const [made] = (await office.ok('importing.list', {})).rows
  expect(made).toMatchObject({ rows: 15, fates: { register: 3, known: 1, gone: 1, faulty: 10 }, digest: file, sheet: '二〇二三年', by: '李保' })
})

it('F1(1)b 旧账导入: a 补录 is found by its old number, says its source, and keeps the number through a correction', async () => {
  const rows = [ledgerCells({ 收文号: '机收79号' }), ledgerCells({ 收文号: '机收80号', 份数: 2 })]
  const { id } = await importedLedger(office, rows)
  const { rows: listed } = await office.ok('documents.list', { import: id })
  expect(listed.map(({ number }) => number)).toEqual(['密补〔2026〕0004', '密补〔2026〕0003'])
  const found = await office.ok('documents.list', { text: '机收79号' })
  expect(found.rows.map(({ number }) => number)).toEqual(['密补〔2026〕0003'])
  const document = found.rows[0]?.id ?? 0
  const record = await office.ok('documents.get', { document })
  expect(record).toMatchObject({
    envelope: null,
    receivedAt: '2023-05-08T00:00',
    imported: { oldNumber: '机收79号', lines: [3], receivedOn: '2023-05-08', by: '李保' },
  })
  expect(record.history.map(({ act }) => act)).toEqual(['导入旧账'])
  expect(record.acts.find(({ call }) => call === 'documents.finish')?.allowed).toBe(true)
  await office.ok('documents.correct', { document, reason: '照原件', changes: { addressee: '各科室' } })
  expect((await office.ok('documents.list', { text: '机收79' })).total).toBe(1)
})

it('旧账导入: the columns are remembered for the next file with the same heads', async () => {
  const file = await chosenLedger(office, [ledgerCells()])
  const sheet = (await office.ok('importing.file', {})).ledger?.sheets[0]
  expect(sheet).toMatchObject({ remembered: true, kind: 'intake' })
  const { remarks: _left, ...columns } = sheet?.columns ?? {}
  expect(await office.no('importing.try', { file, sheet: 0, kind: 'intake', columns: { ...columns, title: columns.symbol } })).toMatchObject({
    code: 'input.duplicate',
  })
  const { madeOn: _needed, ...without } = columns
  expect(await office.no('importing.try', { file, sheet: 0, kind: 'intake', columns: without })).toMatchObject({
    code: 'input.missing',
    field: 'columns.madeOn',
  })
  await office.ok('importing.try', { file, sheet: 0, kind: 'intake', columns })
  await chosenLedger(office, [ledgerCells()])
  expect((await office.ok('importing.file', {})).ledger?.sheets[0]?.columns).toEqual(columns)
})

it('旧账导入: all or nothing; a register that changed since the dry run, a ledger that was chosen anew and a lock take the result back', async () => {
  const file = await chosenLedger(office, [ledgerCells()])
  await tried(office, file)
  await registered(office)
  await be(office, '李保')
  expect(await office.no('importing.commit', { file })).toMatchObject({ code: 'state.conflict' })
  await office.station.lock('locked')
  await be(office, '李保')
  expect(await office.no('importing.commit', { file })).toMatchObject({ code: 'state.conflict' })
  expect((await office.ok('importing.file', {})).ledger).toBeNull()
  await be(office, '周阅')
  expect(await office.station.ledger('/nowhere')).toMatchObject({ ok: false, message: expect.stringContaining('保密员') })
})

it('旧账导入: a CSV of GB18030 and one of UTF-8 say the same; rows of one list of copies make one paper', async () => {
  const text =
    '文号,标题,来文机关,份号,密级,保密期限,成文日期,箱号\r\n"青委发〔2022〕5号","关于""示范""的,\n决定",青禾市委办,0001,秘密,3年,2022年1月4日,\r\n青委发[2022]5号,关于“示范”的决定之二,青禾市委办,0002,秘密,3年,2022.1.4,\r\n青委发〔2022〕5号,"关于""示范""的,决定",青禾市委办,0003,秘密,3年,20220104,\r\n'
  await be(office, '李保')
  const readAs = async (bytes: Uint8Array) => {
    const chosen = await chosenBytes(office, bytes, '清单.csv')
    if (!chosen.ok || chosen.file === null) throw new Error('not read')
    expect((await office.ok('importing.file', {})).ledger?.sheets[0]).toMatchObject({ kind: 'holdings', name: '' })
    return tried(office, chosen.file)
  }
  const { rows, documents, copies } = await readAs(Buffer.from(`\ufeff${text}`))
  expect((await readAs(inGb18030(text))).rows).toEqual(rows)
  expect(rows.map(({ line, fate }) => [line, fate])).toEqual([
    [2, 'register'],
    [3, 'register'],
    [4, 'register'],
  ])
  expect({ documents, copies }).toEqual({ documents: 2, copies: 3 })
})

it('旧账导入: the verifier finds whole what was entered, and what was changed behind the door', async () => {
  await office.station.lock('locked')
  expect(verify(office.dir)).toMatchObject({ exit: 0, places: [] })
  const lines = await attackedCopy(office.dir, (database) => database.exec("UPDATE import_document SET lines = '[3,4]' WHERE id = 2"))
  expect(verify(lines).verdict.broken.map(({ what }) => what)).toEqual(expect.arrayContaining(['数据行', '旧账导入']))
  const moved = await attackedCopy(office.dir, (database) =>
    database.exec("UPDATE envelope SET received_at = '2020-01-01T00:00' WHERE number GLOB '补封*'"),
  )
  expect(verify(moved).verdict.broken.map(({ why }) => why)).toContain('所登记的编号、份号、密级或日期与所签的不同')
})
