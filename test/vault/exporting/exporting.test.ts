import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Input } from '../../../contract/index.ts'
import { exportersOf, exportLabel, EXPORT_LISTS } from '../../../contract/terms.ts'
import { exportedLists } from '../../../electron/vault/exporting/lists.ts'
import { behindTheDoor, removeCopies, verify, withoutTriggers } from '../../support/attack.ts'
import { proposed, returnListed } from '../../support/disposals.ts'
import { type Office, openOffice } from '../../support/office.ts'
import {
  be,
  breachTaken,
  consulting,
  copiesIssued,
  countedShort,
  expired,
  handingOver,
  mediumOut,
  outgoingDrafted,
  registered,
  publicationListed,
  reviewDecided,
  reviewDrafted,
  withPassword,
} from '../../support/records.ts'
import { chosenLedger, ledgerCells, tried } from '../../support/records/importing.ts'
import { readXlsx } from '../../support/xlsx.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await office.close()
  removeCopies()
})
afterEach(() => be(office, '李保'))

const bytesOf = async (ticket: string) => Buffer.from((await office.station.redeem(ticket))?.bytes ?? '', 'base64')
const fileOf = async (input: Input<'export.list'>) => {
  const { ticket, ...rest } = await office.ok('export.list', input)
  const bytes = await bytesOf(ticket)
  return { ...rest, ticket, bytes, ...readXlsx(bytes) }
}

/** On paper a list has the columns, the lines and the mark of its file. */
const expectPrinted = async (input: Input<'paper.list'>, rows: readonly (readonly unknown[])[]) => {
  const paper = await office.ok('paper.list', input)
  expect(rows[0]?.[0], input.list).toMatch(paper.frame.mark)
  expect(paper.columns.map(({ head }) => head)).toEqual(rows[2])
  const plain = (cells: readonly unknown[]) => cells.map((cell) => cell ?? '')
  // The file of the exports is read before it is made itself
  const upTo = input.list === 'exports' ? -1 : undefined
  expect(paper.rows.slice(0, upTo).map(plain), input.list).toEqual(rows.slice(3, upTo).map((cells) => plain(paper.columns.map((_, at) => cells[at]))))
}

it('审计 导出: the register as a file with its number, mark, unit, who and when; the cells are those of the register, and text stays text', async () => {
  await be(office, '李保')
  const planted = ['=HYPERLINK("http://x","点")', '+1+1', '-2+3', '@SUM(A1)', '含 <b>&amp; "引号" \' 的标题']
  for (const title of planted) await registered(office, { title })
  await registered(office, { title: '最高的一份', level: 'confidential', period: { kind: 'years', years: 20 }, listed: 2, counted: 2 })
  const { number, fileName, rows, header, footer, formulas, bytes, ticket } = await fileOf({ list: 'register', filter: { year: 2026 } })
  expect(number).toBe('导出〔2026〕0001')
  expect(fileName).toBe('收文登记簿-导出20260001.xlsx')
  expect(rows[0]?.[0]).toBe('机密★20年　青禾市疾控示范中心　收文登记簿　导出〔2026〕0001　李保　2026-03-10 09:00')
  expect(rows[1]?.[0]).toBe('条件：年度 2026　共 6 行')
  expect(rows[2]).toContain('密级（保密期限）')
  expect(header).toBe('&L机密★20年  青禾市疾控示范中心&R收文登记簿')
  expect(footer).toBe('&L导出〔2026〕0001  李保  2026-03-10 09:00&R&P / &N')
  const title = (rows[2] as string[]).indexOf('标题')
  expect(rows.slice(3).map((row) => row[title])).toEqual([...planted, '最高的一份'])
  expect(rows.slice(3).map((row) => row[0])).toEqual(['0001', '0002', '0003', '0004', '0005', '0006'].map((nth) => `密收〔2026〕${nth}`))
  expect(formulas).toBe(0)
  expect(rows.at(-1)?.[(rows[2] as string[]).indexOf('份数')]).toBe(2)

  await office.station.delivered(ticket, 'saved')
  expect(await office.station.redeem(ticket)).toBeNull()
  const digest = createHash('sha256').update(bytes).digest('hex')
  const made = await fileOf({ list: 'exports' })
  expect(made.rows[3]).toMatchObject(['导出〔2026〕0001', '收文登记簿', '年度 2026', '李保', '2026-03-10 09:00', 6, '机密', null, digest])
  await be(office, '冯审')
  const { rows: entries } = await office.ok('audit.list', { object: number, limit: 10 })
  expect(entries.map(({ call, object }) => [call, object])).toEqual([
    ['shell.saved', number],
    ['shell.exported', number],
    ['export.list', number],
  ])
  expect(entries[1]?.facts).toEqual([
    { label: '最高密级', text: '机密' },
    { label: '行数', text: '6' },
  ])
})

it('审计 导出: every list of the desks leaves as a file; what was searched for stands in the file and in no record', async () => {
  const { document } = await copiesIssued(office)
  await consulting(office)
  const { handover } = await handingOver(office)
  await mediumOut(office)
  const { stockTaking } = await countedShort(office)
  const { returnList } = await returnListed(office)
  const { destruction } = await proposed(office)
  await expired(office)
  await breachTaken(office)
  const secret = await registered(office, { level: 'secret', period: { kind: 'years', years: 3 } })
  await outgoingDrafted(office, { document: secret.id, period: { kind: 'years', years: 7 } })
  const { id: reviewed } = await registered(office, { scope: [office.id('陈科')] })
  await reviewDecided(office, 'withheld', { document: reviewed })
  await publicationListed(office, { review: (await reviewDrafted(office, { document: reviewed })).review })
  await be(office, '李保')
  await office.ok('office.recordTraining', { kind: 'training', heldOn: '2026-03-09', hours: 2, subject: '保密审查', present: [office.id('陈科')] })
  // One row that no register takes
  await tried(office, await chosenLedger(office, [ledgerCells(), ledgerCells({ 密级: '极密' })]))
  const filters: { [L in (typeof EXPORT_LISTS)[number]]?: Input<'export.list'>['filter'] } = {
    knowers: { document },
    holdings: { person: office.id('周阅') },
    handover: { record: handover },
    returnList: { record: returnList },
    destruction: { record: destruction },
    stockTaking: { record: stockTaking },
    reviewSummary: { year: 2026, month: 3 },
    ...Object.fromEntries((['expiring', 'copyLedger', 'mediaUses'] as const).map((list) => [list, { year: 2026 }])),
  }
  for (const list of EXPORT_LISTS.filter((each) => exportersOf(each).includes('officer'))) {
    const { rows } = await fileOf({ list, filter: filters[list] ?? {} })
    if (list === 'importFaults') expect(await office.no('paper.list', { list })).toMatchObject({ code: 'input.range', field: 'list' })
    else await expectPrinted({ list, filter: filters[list] ?? {} }, rows)
    expect(rows[0]?.[0], list).toContain(exportLabel[list])
    expect(rows.length, list).toBeGreaterThan(list === 'overdue' ? 2 : 3)
    // What names papers, or says freely why, bears the mark of the papers; a reply its own, above its parent's
    const marks: Partial<Record<typeof list, RegExp>> = {
      outgoing: /^机密★7年/,
      media: /^内部/,
      mediaUses: /^机密　/,
      // A row that no register takes has no level of its own: that of the computer
      importFaults: /^机密　/,
      stockTakings: /^内部/,
      breaches: /^内部/,
      exports: /^内部/,
      trainings: /^内部/,
    }
    if (list !== 'overdue') expect(rows[0]?.[0], list).toMatch(marks[list] ?? /^机密★/)
    if (list === 'stockTakings') expect(rows[2]).not.toContain('事由')
  }
  const found = await fileOf({ list: 'register', filter: { text: '最高的一份' } })
  expect(found.rows[1]?.[0]).toBe('条件：查找 最高的一份　共 1 行')
  await office.station.lock('locked')
  await behindTheDoor(office.dir, (database) => {
    const said = database.prepare('SELECT object || detail FROM audit_entry').pluck().all().join('\n')
    expect(said).not.toContain('最高的一份')
    expect(database.prepare("SELECT filter FROM export WHERE list = 'register' ORDER BY id DESC").pluck().get()).toBe('{"text":true}')
  })
})

it('三员 导出: the screen offers a list to whoever may export it, and to nobody else', () => {
  for (const list of EXPORT_LISTS) expect(exportersOf(list), list).toEqual(list === 'importFaults' ? ['officer'] : exportedLists[list].by)
})

it('三员 导出: the 安全审计员 exports the record, by days, and no desk’s list; an officer no record; a list refuses a filter that it does not know', async () => {
  await be(office, '冯审')
  const { rows } = await fileOf({ list: 'audit', filter: { from: '2026-03-10', to: '2026-03-10' } })
  expect(rows[0]?.[0]).toContain('内部')
  expect(rows[3]?.[0]).toBe(0)
  expect(await office.no('export.list', { list: 'register' })).toMatchObject({ code: 'session.role', clause: '三员', field: 'list' })
  await be(office, '李保')
  expect(await office.no('export.list', { list: 'audit' })).toMatchObject({ code: 'session.role', field: 'list' })
  expect(await office.no('export.list', { list: 'sheets', filter: { year: 2026 } })).toMatchObject({
    code: 'input.unknownField',
    field: 'filter.year',
  })
  expect(await office.no('export.list', { list: 'register', filter: { state: 'lent' } })).toMatchObject({
    code: 'input.format',
    field: 'filter.state',
  })
  expect(await office.no('export.list', { list: 'knowers' })).toMatchObject({ code: 'input.missing', field: 'filter.document' })
  expect(await office.no('export.list', { list: 'holdings' })).toMatchObject({ code: 'input.missing', field: 'filter.person' })
  expect(await office.no('export.list', { list: 'holdings', filter: { person: 999 } })).toMatchObject({
    code: 'input.unknownRecord',
    field: 'filter.person',
  })
  expect(await office.no('export.list', { list: 'destruction' })).toMatchObject({ code: 'input.missing', field: 'filter.record' })
  expect(await office.no('export.list', { list: 'handover', filter: { record: 999 } })).toMatchObject({
    code: 'input.unknownRecord',
    field: 'filter.record',
  })
})

it('F1(8) 导出: what one person holds, and the lines of one list, are those of the screen and of the paper', async () => {
  await be(office, '李保')
  const { lines, held } = await office.ok('lending.lent', { person: office.id('周阅') })
  const { rows } = await fileOf({ list: 'holdings', filter: { person: office.id('周阅') } })
  expect(rows[2]?.slice(0, 3)).toEqual(['持有人', '种类', '编号'])
  expect(rows.slice(3).map((row) => row[2])).toEqual([...lines.map(({ copy }) => copy.number), ...(held?.media ?? []).map(({ number }) => number)])
  expect(new Set(rows.slice(3).map((row) => row[0]))).toEqual(new Set(['周阅（业务一科）']))
  const going = (await office.ok('handover.list', { open: true })).rows[0]?.id as number
  const paper = await office.ok('paper.handover', { handover: going })
  const list = await fileOf({ list: 'handover', filter: { record: going } })
  expect(list.rows.slice(3).map((row) => [row[0], row[2], row[6]])).toEqual(
    paper.lines.map(({ title, copies }) => [paper.handover.number, title, copies.length]),
  )
  const stock = (await office.ok('keeping.list', {})).rows[0]?.id as number
  const { stockTaking } = await office.ok('paper.stockTaking', { stockTaking: stock })
  const counted = await fileOf({ list: 'stockTaking', filter: { record: stock } })
  expect(counted.rows.slice(3).map((row) => [row[1], row[3], row[4], row[6], row[7]])).toEqual([
    ...stockTaking.places.map(({ expected, counted: there, moved }) => ['账实', expected, there, expected - there - moved, undefined]),
    ...stockTaking.missing.map(({ number }) => ['短少', null, null, null, number]),
  ])
  const loose = (await office.ok('keeping.copies', { loose: true })).rows.map(({ number }) => number).toReversed()
  expect((await fileOf({ list: 'kept', filter: { loose: true } })).rows.slice(3).map((row) => row[0])).toEqual(loose)
  expect((await fileOf({ list: 'media', filter: { kind: 'disk' } })).rows[1]?.[0]).toContain('种类 涉密移动硬盘')
  expect(await office.no('export.list', { list: 'returns', filter: { kind: 'disk' } })).toMatchObject({
    code: 'input.unknownField',
    field: 'filter.kind',
  })
  const late = await fileOf({ list: 'lent', filter: { late: 'loan' } })
  expect(late.rows[1]?.[0]).toBe('条件：逾时的 逾期未还　共 0 行')
})

it('F1(5)a 导出: above the set size a 分管领导 who is not who exports approves it in place; the lock drops what is being made', async () => {
  await be(office, '钱安')
  await office.ok('office.changeSettings', { exportRows: 50 })
  await be(office, '李保')
  const oldest = await registered(office, { title: '登到五十的第一份' })
  for (let n = 1; n < 50; n += 1) await registered(office, { title: `登到五十的${n}` })
  const step = { list: 'register', filter: {} } as const
  const fifty = await office.ok('export.list', { list: 'register', filter: { text: '登到五十' } })
  await registered(office, { title: '登到五十的又一份' })
  expect(await office.station.redeem(fifty.ticket), 'more rows than were free have come since').toBeNull()
  expect(await office.no('export.list', step)).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'ticket' })
  expect(await office.notSigned('韩综', 'export.list', step)).toMatchObject({ clause: 'F1(5)a', field: 'ticket' })
  // On paper as in a file
  expect(await office.no('paper.list', step)).toMatchObject({ code: 'rule.forbids', clause: 'F1(5)a', field: 'ticket' })
  expect(await office.no('paper.list', { list: 'audit' })).toMatchObject({ code: 'session.role', clause: '三员', field: 'list' })
  const printed = await office.signed('王管', 'paper.list', step)
  expect(printed.rows.length).toBeGreaterThan(50)
  expect(printed.frame).toMatchObject({ mark: expect.stringMatching(/^机密★/), fileName: expect.stringMatching(/^收文登记簿-印2026\d{4}\.pdf$/) })
  const found = { list: 'register', filter: { text: '登到五十' } } as const
  const { ticket, number } = await office.signed('王管', 'export.list', found)
  const making = office.station.redeem(ticket)
  // Acts go on while it is made, and what they raise is read as raised
  const notice = { issuer: '青禾市人民政府办公室', symbol: '青政办变〔2026〕9号', date: '2026-03-09' }
  await office.ok('documents.changeLevel', { document: oldest.id, level: 'confidential', period: { kind: 'years', years: 20 }, notice })
  const made = readXlsx(Buffer.from((await making)?.bytes ?? '', 'base64'))
  expect(made.rows[3]).toContain('机密★20年')
  expect(made.rows[0]?.[0]).toMatch(/^机密★20年/)
  const { rows } = await fileOf({ list: 'exports' })
  expect(rows.find((row) => row[0] === number)).toMatchObject({ 7: '王管' })

  const both = await withPassword(office, ['officer', 'deputyLeader'])
  const own = { name: both.name, password: office.passwordOf(both.name), step: { call: 'export.list', input: step } }
  expect(await office.no('session.countersign', own)).toMatchObject({ code: 'rule.forbids', field: 'name' })

  await be(office, '李保')
  const dropped = await office.signed('王管', 'export.list', step)
  const unmade = office.station.redeem(dropped.ticket)
  await office.station.lock('locked')
  expect(await unmade).toBeNull()
})

it('审计 导出: the verifier finds a number that is gone, an approval that is another’s, a size that was made smaller', async () => {
  await office.station.lock('locked')
  expect(verify(office.dir).verdict.broken).toEqual([])
  const spoilt = async (sql: string) => {
    await behindTheDoor(office.dir, (database) => withoutTriggers(database, () => database.exec(sql)))
    return verify(office.dir)
      .verdict.broken.map(({ why }) => why)
      .join('\n')
  }
  const approved = 'id = (SELECT max(id) FROM export WHERE approved_by IS NOT NULL AND made_at IS NOT NULL)'
  expect(await spoilt(`UPDATE export SET list = 'loans' WHERE ${approved}`)).toContain('所写的与所签的不同')
  expect(await spoilt(`UPDATE export SET list = 'register', approved_by = by_person WHERE ${approved}`)).toContain('不是本人所签')
  expect(await spoilt(`UPDATE export SET approved_by = NULL, approve_signature = NULL, rows = free WHERE ${approved}`)).toContain('没有一行以它为据')
  const printed = 'approved_by IS NOT NULL'
  expect(await spoilt(`UPDATE list_print SET list = 'loans' WHERE ${printed}`)).toContain('批准打印清单所写的与所签的不同')
  expect(await spoilt(`UPDATE list_print SET rows = free, approved_by = NULL, approve_signature = NULL WHERE ${printed}`)).toContain(
    '没有一行以它为据',
  )
  expect(await spoilt('DELETE FROM list_print WHERE id = 1')).toContain('打印登记里的清单没有登记条件和行数')
  expect(await spoilt(`UPDATE export SET number = '导出〔2026〕0999' WHERE id = 1`)).toMatch(/编号中断[\s\S]*导出或生成文件没有审计记录/)
})
