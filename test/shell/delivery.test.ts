import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Redeemed } from '../../contract/bridge.ts'
import { delivering, type Means, writeFile } from '../../electron/shell/delivery.ts'
import type { LockReason, VaultClient } from '../../electron/shell/vault-client.ts'

let folder: string
let place: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-delivery-'))
  place = join(folder, 'sheet.pdf')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** One delivery with all that happened in it, in order. */
const desk = (grant: Redeemed | null, over: Partial<Means> = {}) => {
  const happened: string[] = []
  const locked: ((reason: LockReason) => void)[] = []
  const vault: VaultClient = {
    call: async () => ({ ok: true, output: {} }),
    redeem: async () => {
      happened.push('granted')
      return grant
    },
    delivered: async (_ticket, how, printer) =>
      void happened.push(`recorded ${how}${existsSync(place) ? ', file there' : ''}${printer === undefined ? '' : ` on ${printer}`}`),
    carryOut: async (ticket, where) => {
      happened.push(`carried out ${ticket} in ${where}`)
      return { ok: true, how: 'saved' }
    },
    choose: async (where) => ({ ok: false, message: where }),
    calendar: async (path) => ({ ok: false, message: path }),
    ledger: async (path) => ({ ok: false, message: path }),
    lock: async () => undefined,
    active: async () => undefined,
    onLocked: (listener) => void locked.push(listener),
  }
  const means: Means = {
    pdf: async () => {
      happened.push('pdf')
      return Buffer.from('%PDF')
    },
    ask: async (name) => {
      happened.push(`asked ${name}`)
      return place
    },
    askFolder: async (what) => {
      happened.push(`asked for a folder: ${what}`)
      return folder
    },
    askFile: async () => join(folder, '2027.json'),
    printers: async () => ['走廊', '保密室', '办公室'],
    print: async (printer) => {
      happened.push(`print on ${printer ?? 'whatever the person chooses'}`)
      return 'printed'
    },
    ...over,
  }
  const lock = () => {
    for (const tell of locked) tell('idle')
  }
  return { ...delivering(vault, means), happened, lock }
}
const paper: Redeemed = { kind: 'paper', fileName: '传阅单.pdf', printers: ['保密室', '办公室'] }
const text: Redeemed = { kind: 'text', fileName: 'checkpoint.txt', text: 'mijuan/1\n' }

test('清单49 a sealed sheet is printed, and never becomes a file', async () => {
  const sealed: Redeemed = { kind: 'sealed', fileName: '' }
  expect(await desk(sealed).printPaper('t')).toEqual({ ok: true, how: 'printed' })
  for (const how of ['savePaper', 'saveText'] as const) {
    const { happened, [how]: save } = desk(sealed)
    expect(await save('t')).toMatchObject({ ok: false, message: expect.stringContaining('失效') })
    expect(happened).toEqual(['granted'])
  }
})

test('清单49 saved: granted, drawn, asked, written, and only then recorded', async () => {
  const { savePaper, happened } = desk(paper)
  expect(await savePaper('t')).toEqual({ ok: true, how: 'saved' })
  expect(happened).toEqual(['granted', 'pdf', 'asked 传阅单.pdf', 'recorded saved, file there'])
  expect(readFileSync(place, 'utf8')).toBe('%PDF')
  expect(statSync(place).mode & 0o777).toBe(0o600)
})

test('清单49 a text is what the vault holds for the ticket', async () => {
  const { saveText } = desk(text)
  expect(await saveText('t')).toEqual({ ok: true, how: 'saved' })
  expect(readFileSync(place, 'utf8')).toBe('mijuan/1\n')
})

test('清单49 a spent ticket, and one for something else: nobody is asked, nothing is drawn or written', async () => {
  for (const [grant, how] of [
    [null, 'savePaper'],
    [null, 'printPaper'],
    [null, 'saveText'],
    [text, 'savePaper'],
    [text, 'printPaper'],
    [paper, 'saveText'],
  ] as const) {
    const delivery = desk(grant)
    expect(await delivery[how]('t')).toMatchObject({ ok: false, message: expect.stringContaining('失效') })
    expect(delivery.happened).toEqual(['granted'])
  }
  expect(readdirSync(folder)).toEqual([])
})

test('清单49 cancelled by the person: recorded as that, nothing written', async () => {
  const { savePaper, happened } = desk(paper, { ask: async () => null })
  expect(await savePaper('t')).toEqual({ ok: true, how: 'cancelled' })
  expect(happened.at(-1)).toBe('recorded cancelled')
  expect(readdirSync(folder)).toEqual([])
})

test('清单49 a place that cannot be written: said, recorded as cancelled', async () => {
  mkdirSync(place)
  const { savePaper, happened } = desk(paper)
  expect(await savePaper('t')).toMatchObject({ ok: false, message: expect.stringContaining('保存没有完成') })
  expect(happened.at(-1)).toContain('recorded cancelled')
})

test('清单39 the vault locked while the person looked for a place: nothing written, nothing recorded', async () => {
  const delivery = desk(paper, {
    ask: async () => {
      delivery.lock()
      return place
    },
  })
  expect(await delivery.savePaper('t')).toMatchObject({ ok: false, message: expect.stringContaining('已锁定') })
  expect(readdirSync(folder)).toEqual([])
  expect(delivery.happened).toEqual(['granted', 'pdf'])
})

test('清单49 printing: no printer spends no ticket; a failure is recorded as not printed', async () => {
  const without = desk(paper, { printers: async () => [] })
  expect(await without.printPaper('t')).toMatchObject({ ok: false, message: expect.stringContaining('没有可用的打印机') })
  expect(without.happened).toEqual([])
  const jammed = desk(paper, { print: async () => 'failed' })
  expect(await jammed.printPaper('t')).toMatchObject({ ok: false, message: expect.stringContaining('打印没有完成') })
  expect(jammed.happened).toEqual(['granted', 'recorded cancelled on 保密室'])
  const fine = desk(paper)
  expect(await fine.printPaper('t')).toEqual({ ok: true, how: 'printed' })
  expect(fine.happened).toEqual(['granted', 'print on 保密室', 'recorded printed on 保密室'])
})

test('清单49 printers: the one that was chosen, if it is listed; else the first of the list that is connected', async () => {
  const chosen = desk(paper)
  expect(await chosen.printPaper('t', '办公室')).toEqual({ ok: true, how: 'printed' })
  expect(chosen.happened).toEqual(['granted', 'print on 办公室', 'recorded printed on 办公室'])
  const second = desk(paper, { printers: async () => ['走廊', '办公室'] })
  expect(await second.printPaper('t')).toEqual({ ok: true, how: 'printed' })
  expect(second.happened).toContain('print on 办公室')
})

test('清单49 printers: one that is not listed, one that is not connected, an empty list: nothing is printed, and who changes it is said', async () => {
  const empty: Redeemed = { ...paper, printers: [] }
  for (const [grant, wanted, known, says] of [
    [paper, '走廊', undefined, '不在本单位可用打印机之列'],
    [paper, '', undefined, '不在本单位可用打印机之列'],
    [paper, '办公室', ['走廊', '保密室'], '没有接在本机上'],
    [paper, undefined, ['走廊'], '没有接在本机上'],
    [empty, undefined, undefined, '还没有指定可用的打印机'],
    [empty, '走廊', undefined, '还没有指定可用的打印机'],
  ] as const) {
    const delivery = desk(grant, known ? { printers: async () => known } : {})
    const ended = await delivery.printPaper('t', wanted)
    expect(ended).toMatchObject({ ok: false, message: expect.stringContaining(says) })
    expect(ended).toMatchObject({ message: expect.stringContaining('安全保密管理员') })
    expect(delivery.happened).toEqual(['granted'])
  }
})

test('清单49 printers: while the vault is being made there is no list; a recovery sheet goes where the person chooses', async () => {
  const delivery = desk({ kind: 'sealed', fileName: '' })
  expect(await delivery.printPaper('t', '走廊')).toEqual({ ok: true, how: 'printed' })
  expect(delivery.happened).toEqual(['granted', 'print on whatever the person chooses', 'recorded printed'])
})

test('清单41 a file that was there is replaced only where the person agreed, whole, and becomes the owner’s alone', () => {
  writeFileSync(place, 'old', { mode: 0o666 })
  expect(() => writeFile(place, Buffer.from('new'))).toThrow('EEXIST')
  expect(readFileSync(place, 'utf8')).toBe('old')
  writeFile(place, Buffer.from('new'), true)
  expect(readFileSync(place, 'utf8')).toBe('new')
  expect(statSync(place).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['sheet.pdf'])
})

/** Writes 64 KiB where the system lets a file grow to 16 KiB only: the disk that is full in the middle. */
const writeOnFullDisk = (over: boolean) =>
  spawnSync(
    'bash',
    [
      '-c',
      'ulimit -f 16 && exec "$0" --input-type=module -e "$1" "$2" "$3"',
      process.execPath,
      `import { writeFile } from ${JSON.stringify(join(import.meta.dirname, '../../electron/shell/delivery.ts'))}
       try { writeFile(process.argv[1], Buffer.alloc(65536, 1), process.argv[2] === 'over') } catch (error) { console.log(error.code) }`,
      place,
      over ? 'over' : 'new',
    ],
    { encoding: 'utf8' },
  )

test.skipIf(process.platform === 'win32')('清单45 a disk that is full in the middle leaves no half file, and the file that was there', () => {
  expect(writeOnFullDisk(false).stdout.trim()).toBe('EFBIG')
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(place, 'old')
  expect(writeOnFullDisk(true).stdout.trim()).toBe('EFBIG')
  expect(readdirSync(folder)).toEqual(['sheet.pdf'])
  expect(readFileSync(place, 'utf8')).toBe('old')
})

test('清单42 a folder is asked for what the ticket was given for, and told to the vault alone', async () => {
  const backup = desk({ kind: 'backup', fileName: '' })
  expect(await backup.saveBackup('t')).toEqual({ ok: true, how: 'saved' })
  expect(backup.happened).toEqual(['granted', 'asked for a folder: backup', `carried out t in ${folder}`])
  const drill = desk({ kind: 'drill', fileName: '' })
  expect(await drill.tryBackup('t')).toEqual({ ok: true, how: 'saved' })
  expect(drill.happened).toContain('asked for a folder: drill')
  for (const grant of [null, paper, { kind: 'drill', fileName: '' } as const]) {
    const other = desk(grant)
    expect(await other.saveBackup('t')).toMatchObject({ ok: false })
    expect(other.happened).toEqual(['granted'])
  }
})

test('清单42 no folder chosen: recorded as cancelled; locked meanwhile: nothing is begun', async () => {
  const none = desk({ kind: 'backup', fileName: '' }, { askFolder: async () => null })
  expect(await none.saveBackup('t')).toEqual({ ok: true, how: 'cancelled' })
  expect(none.happened).toEqual(['granted', 'recorded cancelled'])
  const late = desk(
    { kind: 'backup', fileName: '' },
    {
      askFolder: async () => {
        late.lock()
        return folder
      },
    },
  )
  expect(await late.saveBackup('t')).toMatchObject({ ok: false, message: expect.stringContaining('已锁定') })
  expect(late.happened).toEqual(['granted'])
})

test('F1(5)a 导出: the bytes of a list go to the place the person chose, as the vault made them; one that was not made says so', async () => {
  const bytes = Uint8Array.from([0x50, 0x4b, 0, 255, 10, 13])
  const list = desk({ kind: 'file', fileName: '收文登记簿-导出20260001.xlsx', bytes: Buffer.from(bytes).toString('base64') })
  expect(await list.saveFile('t')).toEqual({ ok: true, how: 'saved' })
  expect([...readFileSync(place)]).toEqual([...bytes])
  expect(list.happened).toContain('recorded saved, file there')
  for (const grant of [null, paper]) {
    const other = desk(grant)
    expect(await other.saveFile('t')).toMatchObject({ ok: false, message: expect.stringContaining('重新导出') })
    expect(other.happened).toEqual(['granted'])
  }
})

test('清单42 the file of a calendar is asked for and told to the vault alone; none chosen: nothing is read', async () => {
  const chosen = desk(null)
  expect(await chosen.chooseCalendar()).toEqual({ ok: false, message: join(folder, '2027.json') })
  expect(await desk(null, { askFile: async () => null }).chooseCalendar()).toEqual({ ok: true, calendar: null })
})
