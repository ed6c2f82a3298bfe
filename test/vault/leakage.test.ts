import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type ProcedureName } from '../../contract/index.ts'
import { diffieHellman, createPrivateKey, createPublicKey } from 'node:crypto'
import { openSlot } from '../../electron/vault/people/slots.ts'
import { readKeyFile, type KeyFile, type Slot } from '../../electron/vault/storage/key-file.ts'
import { derive, stretch, unwrap } from '../../electron/vault/storage/key-wrap.ts'
import { readSheet, secretOf, type Sheet } from '../../electron/vault/storage/recovery-sheets.ts'
import { openDataKey, readKeyFile as readOutside } from '../../tools/verify/keys.ts'
import { findInMemory, memoryIsReadable } from '../support/memory.ts'
import { type Office, openOffice, passwordOf, anyStep } from '../support/office.ts'
import { type Stdio, startStdio } from '../support/stdio.ts'
import { openStore, type StoredEntry } from '../support/store.ts'

/** Words that stand nowhere else in the world: whatever holds one of them has it from here. */
const SECRET = {
  title: '关于赤霞谷选址的绝密请示',
  corrected: '关于青岚谷选址的绝密请示',
  symbol: '霞谷密发〔2026〕七七号',
  remarks: '附件三涉及蓝鲸方案',
  opinion: '拟同意蓝鲸方案，请玄武组承办',
  proposal: '拟请玄武组阅处',
  reason: '因白泽工程需要知悉',
  note: '夹在白泽工程卷内',
  unread: '赴白泽工程现场未归',
  wrongPassword: 'Wrong#HippopotamusPass1',
  rightPassword: 'Right#RhinocerosPass2',
  passwordAsName: 'Name#CrocodilePass3',
} as const

let office: Office
let vault: Stdio
let temporary: string
let entries: StoredEntry[]
/** What stood on the new recovery sheets. */
let told: string[] = []
/** What lay about while the vault was open, and after it had locked. */
const seen: Record<'open' | 'locked', { files: Map<string, Buffer>; elsewhere: string[] }> = {
  open: { files: new Map(), elsewhere: [] },
  locked: { files: new Map(), elsewhere: [] },
}

const look = (when: 'open' | 'locked') => {
  for (const name of readdirSync(office.dir)) seen[when].files.set(name, readFileSync(join(office.dir, name)))
  seen[when].elsewhere.push(...readdirSync(temporary))
  if (process.platform !== 'linux') return
  for (const descriptor of readdirSync(`/proc/${vault.pid}/fd`)) {
    const target = readlinkSync(`/proc/${vault.pid}/fd/${descriptor}`)
    if (target.startsWith('/') && !target.startsWith('/dev/') && !target.startsWith(office.dir)) seen[when].elsewhere.push(target)
  }
}

/** Registered, corrected, circulated, widened, refused in every way, printed, and looked for. */
const busyDay = async () => {
  await vault.no('session.signIn', { name: SECRET.passwordAsName, password: passwordOf('李保') })
  await vault.no('session.signIn', { name: '李保', password: SECRET.wrongPassword })
  await vault.no('documents.list', { text: SECRET.title })
  await vault.as('李保')
  const { title, symbol, remarks } = SECRET
  const { id, copies } = await vault.ok('documents.register', office.incoming({ title, symbol, remarks, discrepancyNote: SECRET.note }))
  await vault.no('documents.register', office.incoming({ title, symbol, remarks }))
  await vault.no('documents.register', { ...office.incoming({ title }), [title]: title })
  await vault.no('documents.register', office.incoming({ title: title.repeat(100) }))
  await vault.no('documents.register', { ...office.incoming(), madeOn: title, period: { kind: title } })
  await vault.no(title, { title })
  await vault.ok('documents.correct', { document: id, reason: SECRET.reason, changes: { title: SECRET.corrected } })
  const draft = { folder: '夹03', copies: copies.map((copy) => copy.id), readers: [office.id('周阅'), office.id('吴阅')], proposal: SECRET.proposal }
  const { id: sheet, legs } = await vault.ok('circulation.draft', draft)
  const [first, second] = legs.map((leg) => leg.id) as [number, number]
  await vault.signed('周阅', 'circulation.handOut', { leg: first, place: '保密室' })
  await vault.no('session.countersign', { name: '周阅', password: SECRET.wrongPassword, step: anyStep })
  await vault.signed('周阅', 'circulation.sign', { leg: first, opinion: SECRET.opinion })
  await vault.notSigned('周阅', 'circulation.sign', { leg: first, opinion: SECRET.opinion })
  await vault.no('circulation.receiveBack', { leg: first, numbers: [title] })
  const { incident } = await vault.ok('circulation.reportShort', { leg: first, numbers: [], note: SECRET.note })
  await vault.ok('circulation.settleShort', { incident, numbers: copies.map(({ number }) => number), note: SECRET.note })
  await vault.ok('circulation.returnUnread', { leg: second, reason: SECRET.unread })
  await vault.ok('circulation.requestWidening', { document: id, persons: [office.id('陈科')], reason: SECRET.reason })
  await vault.ok('paper.sheet', { sheet })
  await vault.ok('paper.register', { year: 2026 })
  await vault.ok('documents.whereIs', { text: SECRET.corrected })
  await vault.ok('session.changePassword', { current: passwordOf('李保'), next: SECRET.rightPassword })
  await vault.as('王管')
  await vault.ok('circulation.decideWidening', { widening: 1, approve: false, opinion: SECRET.opinion })
  await vault.as('冯审')
  await vault.ok('audit.checkpoint', {})
  await vault.as('李保', SECRET.rightPassword)
}

beforeAll(async () => {
  office = await openOffice()
  await office.station.close()
  temporary = mkdtempSync(join(tmpdir(), 'mijuan-temporary-'))
  vault = startStdio(office.dir, temporary)
  await busyDay()
  const store = await openStore(office.dir)
  entries = store.entriesFrom(0)
  store.close()
  look('open')
})
afterAll(async () => {
  await office.close()
  rmSync(temporary, { recursive: true })
})

/** The words of the planted that stand in some bytes, as UTF-8 or as UTF-16. */
const foundIn = (bytes: Buffer): string[] =>
  Object.entries(SECRET).flatMap(([name, word]) => (bytes.includes(Buffer.from(word)) || bytes.includes(Buffer.from(word, 'utf16le')) ? [name] : []))

describe('审计 after a busy day, what was written and typed is in the encrypted file alone', () => {
  it('no entry of the log holds it', () => {
    expect(entries.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(10)
    expect(foundIn(Buffer.from(JSON.stringify(entries)))).toEqual([])
  })

  it('no refusal holds it, nor the answer to any act; only what is asked for is shown', () => {
    const shown = vault.replies.filter(({ reply }) => foundIn(Buffer.from(JSON.stringify(reply))).length > 0)
    for (const { reply } of shown) expect(reply.ok).toBe(true)
    const mayShow = ['documents.whereIs', 'paper.sheet', 'paper.register']
    expect([...new Set(shown.map(({ call }) => call))].sort()).toEqual(mayShow.sort())
    for (const call of mayShow) expect(Object.keys(contract)).toContain(call as ProcedureName)
  })

  it('no file in the folder holds it, nor is called by it, while the vault is open', () => {
    expect([...seen.open.files.keys()].sort()).toEqual(
      ['gate.json', 'heads.log', 'in-use.lock', 'keys.json', 'vault.db', 'vault.db-shm', 'vault.db-wal'].filter((name) => seen.open.files.has(name)),
    )
    expect(seen.open.files.get('vault.db-wal')?.length).toBeGreaterThan(0)
    for (const [name, bytes] of seen.open.files) expect({ name, found: foundIn(bytes) }).toEqual({ name, found: [] })
  })

  it('no temporary file was made, and none is held open that has no name any more', () => {
    expect(seen.open.elsewhere).toEqual([])
  })

  it('the process says nothing of it: not on its standard error, not in its arguments, not in its environment', () => {
    expect(vault.errors()).toBe('')
    if (process.platform === 'linux')
      for (const file of ['cmdline', 'environ']) expect(foundIn(readFileSync(`/proc/${vault.pid}/${file}`))).toEqual([])
  })
})

describe('锁定 what a locked vault still holds', () => {
  /** Every form in which a key could lie about. */
  const formsOf = (name: string, key: Buffer): Record<string, Buffer> => ({
    [name]: key,
    [`${name} in hexadecimal`]: Buffer.from(key.toString('hex')),
    [`${name} in wide hexadecimal`]: Buffer.from(key.toString('hex'), 'utf16le'),
    [`${name} in base64`]: Buffer.from(key.toString('base64')),
  })

  const agreed = (half: Buffer, other: string) =>
    diffieHellman({
      privateKey: createPrivateKey({
        key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), half]),
        format: 'der',
        type: 'pkcs8',
      }),
      publicKey: createPublicKey({
        key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), Buffer.from(other, 'base64')]),
        format: 'der',
        type: 'spki',
      }),
    })

  /** What stands between a password and the data key, reckoned anew: the stretched password, the private half, the membership, what the two halves give. */
  const between = async (file: KeyFile, slot: Slot, password: string) => {
    const stretched = await stretch(password, Buffer.from(slot.salt, 'base64'), file.kdf)
    const own = unwrap(slot.lock.own, stretched, file.vault, `mijuan/own-keys/${slot.person}`)
    if (!own) throw new Error('the slot does not open')
    const half = own.subarray(0, 32)
    return { stretched, half, membership: own.subarray(32), shared: agreed(half, slot.lock.dataKey.ephemeral) }
  }

  it('in memory: neither the data key, nor the file’s key, nor the signing key of anybody who signed, nor what led to them', async ({ skip }) => {
    if (process.platform !== 'linux' || !memoryIsReadable(vault.pid)) skip('the memory of another process cannot be read here')
    // The data key of this day is renewed before the day ends: the one before it is gone as well
    const before = await openDataKey(readOutside(office.dir), '冯审', passwordOf('冯审'))
    await vault.as('郑系')
    await vault.ok('keys.renew', {})
    const { sheets } = await vault.signed('冯审', 'keys.newSheets', { reason: '启封使用过' })
    told = sheets.map(({ words }) => words)
    const [one, other] = told.map((words) => readSheet(words)) as [Sheet, Sheet]
    await vault.as('李保', SECRET.rightPassword)
    const file = readKeyFile(office.dir)
    if (!file) throw new Error('no key file')
    const keysOf = async (name: string, password: string) => {
      const slot = file.slots.find((each) => each.name === name)
      const opened = slot && (await openSlot(file, slot, password))
      if (!slot || !opened?.signing) throw new Error(`no keys of ${name}`)
      return { dataKey: opened.dataKey, seed: opened.signing.seed, ...(await between(file, slot, password)) }
    }
    const officer = await keysOf('李保', SECRET.rightPassword)
    const reader = await keysOf('周阅', passwordOf('周阅'))
    const keys = {
      ...formsOf('data key before the renewal', before),
      ...formsOf('file key before the renewal', derive(before, file.vault, 'mijuan/database')),
      ...formsOf('data key', officer.dataKey),
      ...formsOf('file key', derive(officer.dataKey, file.vault, 'mijuan/database')),
      ...formsOf('signing key', officer.seed),
      ...formsOf('signing key of the countersigner', reader.seed),
      ...formsOf('membership', officer.membership),
      ...formsOf('private half', officer.half),
      ...formsOf('agreed secret', officer.shared),
      ...formsOf('stretched password', officer.stretched),
      ...formsOf('private half of the countersigner', reader.half),
      ...formsOf('agreed secret of the countersigner', reader.shared),
      ...formsOf('secret of the recovery sheets', secretOf(one, other)),
      ...Object.assign({}, ...[...new Map([...one.parts, ...other.parts])].map(([part, bytes]) => formsOf(`part ${part} of the sheets`, bytes))),
    }
    // A ticket that nobody used holds its signer's key until the session ends
    await vault.ticket('周阅', 'circulation.sign', { leg: 1 })
    const open = findInMemory(vault.pid, keys)
    for (const name of ['data key', 'file key', 'membership', 'signing key', 'signing key of the countersigner'])
      expect({ name, found: (open[name] ?? 0) > 0 }).toEqual({ name, found: true })
    await vault.ok('session.signOut', { reason: 'locked' })
    expect(Object.entries(findInMemory(vault.pid, keys)).filter(([, times]) => times > 0)).toEqual([])
  })

  it('口令 what stands on the new recovery sheets is in no entry and no file, nor on the standard error', async () => {
    expect(told).toHaveLength(3)
    const store = await openStore(office.dir)
    const log = JSON.stringify(store.entriesFrom(0))
    store.close()
    const files = readdirSync(office.dir).map((name) => [name, readFileSync(join(office.dir, name))] as const)
    // The first groups name vault and set, and stand in the key file as such
    // Three groups in a row are sought: one alone stands in any long text of letters and figures by chance
    for (const words of told)
      for (const three of words
        .split('-')
        .slice(2)
        .join('-')
        .match(/\w{4}-\w{4}-\w{4}/g) ?? [])
        for (const part of [three, three.replaceAll('-', '')]) {
          expect([log.includes(part), vault.errors().includes(part)]).toEqual([false, false])
          expect(files.flatMap(([name, bytes]) => (bytes.includes(part) ? [name] : []))).toEqual([])
        }
  })

  it('on the disk: nothing in plain, and the log file is folded in', async () => {
    await vault.call('session.signOut', {})
    look('locked')
    expect(seen.locked.files.get('vault.db-wal')?.length ?? 0).toBe(0)
    for (const [name, bytes] of seen.locked.files) expect({ name, found: foundIn(bytes) }).toEqual({ name, found: [] })
    expect(seen.locked.elsewhere).toEqual([])
    expect(seen.locked.files.get('vault.db')?.includes('SQLite format 3')).toBe(false)
  })

  it('at its end: the process goes without a word', async () => {
    expect(await vault.end()).toBe(0)
    expect(vault.errors()).toBe('')
    expect(readdirSync(temporary)).toEqual([])
  })
})
