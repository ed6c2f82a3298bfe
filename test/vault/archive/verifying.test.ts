import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyArchive } from '../../../tools/verify/archive.ts'
import { archived } from '../../support/archives.ts'
import { type Office, openOffice } from '../../support/office.ts'
import { be, registered } from '../../support/records.ts'
import { scratch } from '../../support/scratch.ts'

let office: Office
let whole: string
let checkpoint: string
const folders: string[] = []
beforeAll(async () => {
  office = await openOffice()
  for (let n = 0; n < 3; n += 1) await registered(office)
  whole = await archived(office)
  await be(office, '冯审')
  checkpoint = join(office.dir, '..', 'taken.txt')
  writeFileSync(checkpoint, (await office.ok('audit.checkpoint', {})).text)
})
afterAll(async () => {
  await office.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const text = (dir: string, name: string) => readFileSync(join(dir, name), 'utf8')
const sha256 = (body: string) => createHash('sha256').update(body).digest('hex')
/** What somebody does who knows the format: the manifest and the sums fit again. */
const summedAnew = (dir: string) => {
  const manifest = JSON.parse(text(dir, 'manifest.json'))
  for (const file of manifest.files) {
    const body = text(dir, file.name)
    Object.assign(file, { sha256: sha256(body), bytes: Buffer.byteLength(body), lines: body.split('\n').length - 1 })
  }
  writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  const names = [...manifest.files.map(({ name }: { name: string }) => name), 'manifest.json']
  writeFileSync(join(dir, 'SHA256SUMS'), names.map((name) => `${sha256(text(dir, name))}  ${name}\n`).join(''))
}
/** A copy of the export with one thing done to it. */
const spoilt = (act: (dir: string) => void, more: { anew?: boolean; checkpoint?: string } = {}) => {
  const dir = join(mkdtempSync(join(scratch, 'mijuan-spoilt-')), 'archive')
  folders.push(join(dir, '..'))
  cpSync(whole, dir, { recursive: true })
  act(dir)
  if (more.anew) summedAnew(dir)
  const verdict = verifyArchive({ dir, checkpoint: more.checkpoint })
  expect(verdict.ok).toBe(false)
  return verdict
}
const changed = (name: string, from: string | RegExp, to: string) => (dir: string) => {
  const before = text(dir, name)
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(join(dir, name), after)
}
const withoutLine = (name: string, at: number) => (dir: string) => {
  const lines = text(dir, name).split('\n')
  lines.splice(at, 1)
  writeFileSync(join(dir, name), lines.join('\n'))
}

it('as it was made it holds: the command says so with exit code 0, asks for no password and leaves the folder as it was', () => {
  const { status, stdout } = spawnSync(process.execPath, ['tools/verify/main.ts', '--archive', whole, '--checkpoint', checkpoint], {
    encoding: 'utf8',
  })
  // The checkpoint is later than the export: of a record that it does not know, it says so
  expect(stdout).toContain('现在只有')
  expect(status).toBe(1)
  const alone = spawnSync(process.execPath, ['tools/verify/main.ts', '--archive', whole], { encoding: 'utf8', input: '' })
  expect(alone.stdout).toContain('结论：全部相符。')
  expect(alone.status).toBe(0)
  expect(spawnSync(process.execPath, ['tools/verify/main.ts', '--archive', office.dir, '--json'], { encoding: 'utf8' }).status).toBe(2)
})

describe('the files', () => {
  it('one character of one line', () => {
    expect(spoilt(changed('particulars.jsonl', '预备工作', '预备土作')).broken[0]).toMatchObject({ what: '校验和', where: 'particulars.jsonl' })
  })
  it('two files swapped', () => {
    const { broken } = spoilt((dir) => {
      renameSync(join(dir, 'copy.jsonl'), join(dir, 'swap'))
      renameSync(join(dir, 'document.jsonl'), join(dir, 'copy.jsonl'))
      renameSync(join(dir, 'swap'), join(dir, 'document.jsonl'))
    })
    expect(broken[0]).toMatchObject({ where: expect.stringMatching(/^(copy|document)\.jsonl/) })
  })
  it('a file cut short, one that is gone, one too many', () => {
    const cut = spoilt((dir) => truncateSync(join(dir, 'signature.jsonl'), text(dir, 'signature.jsonl').length - 9))
    expect(cut.broken.slice(0, 2)).toContainEqual(
      expect.objectContaining({ what: '文件', where: 'signature.jsonl', why: expect.stringContaining('截断') }),
    )
    expect(spoilt((dir) => rmSync(join(dir, 'leg.jsonl'))).broken[0]).toMatchObject({ what: '文件', where: 'leg.jsonl', why: '缺这个文件' })
    expect(spoilt((dir) => writeFileSync(join(dir, 'audit_seal.jsonl'), '')).broken[0]).toMatchObject({ where: 'audit_seal.jsonl' })
  })
  it('the manifest’s counts, its root, its sums', () => {
    const manifest = (from: RegExp, to: string) => spoilt(changed('manifest.json', from, to)).broken
    expect(manifest(/("name": "copy.jsonl",\s+"table": "copy",\s+"lines": )\d+/, '$199')).toContainEqual(
      expect.objectContaining({ what: '总目', where: 'copy.jsonl' }),
    )
    expect(manifest(/"root": "..../, '"root": "AAAA')).toContainEqual(
      expect.objectContaining({ where: 'manifest.json', why: '所列的根与记录的不同' }),
    )
    expect(manifest(/"level": "\w+"/, '"level": "internal"')).toContainEqual(
      expect.objectContaining({ where: 'manifest.json', why: '所列的密级不是各行中的最高密级' }),
    )
    expect(manifest(/"entries": \d+/, '"entries": 7')).toContainEqual(expect.objectContaining({ why: expect.stringContaining('列审计记录 7 条') }))
  })
})

describe('the record, where somebody made the sums fit again', () => {
  it('one character of one row: its digest is in the record', () => {
    expect(spoilt(changed('particulars.jsonl', '预备工作', '预备土作'), { anew: true }).broken[0]).toMatchObject({
      what: '数据行',
      where: 'particulars 1',
    })
  })
  it('a row taken out, a row put in beside', () => {
    expect(spoilt(withoutLine('copy.jsonl', 0), { anew: true }).broken.map(({ where }) => where)).toContain('copy 1')
    const twice = (dir: string) => writeFileSync(join(dir, 'box.jsonl'), text(dir, 'counter.jsonl'))
    expect(spoilt(twice, { anew: true }).broken[0]).toMatchObject({ where: 'box.jsonl 第 1 行', why: '各列与库结构不同' })
  })
  it('an entry changed, an entry taken out, a tile, a signature', () => {
    const entry = spoilt(changed('audit_entry.jsonl', '"actor":"李保"', '"actor":"李俣"'), { anew: true })
    expect(entry.broken[0]).toMatchObject({ what: '审计记录', where: expect.stringMatching(/^audit_entry \d+$/), why: '内容与摘要不符，记录被改动' })
    expect(spoilt(withoutLine('audit_entry.jsonl', 5), { anew: true }).broken.map(({ where }) => where)).toContain('audit_entry 5')
    expect(spoilt(changed('audit_tile.jsonl', /"root":"..../, '"root":"AAAA'), { anew: true }).broken[0]).toMatchObject({ what: '树枝' })
    expect(spoilt(changed('signature.jsonl', /"bytes":"..../, '"bytes":"AAAA'), { anew: true }).broken.map(({ why }) => why)).toContain(
      '签名与所签内容不符',
    )
  })
  it('F1(5)a an approval that was not the leader’s shows', () => {
    expect(spoilt(changed('archive.jsonl', /"approved_by":\d+/, '"approved_by":4'), { anew: true }).broken.map(({ why }) => why)).toContain(
      '批准整库导出的签名人批准了本人的整库导出',
    )
  })
  it('a line that is no row of the format', () => {
    for (const [from, to] of [
      ['{"id":1,', '{ "id":1,'],
      ['{"id":1,', '{"id":1,"id":1,'],
      ['{"id":1,', '{"id":"1",'],
    ] as const)
      expect(spoilt(changed('copy.jsonl', from, to), { anew: true }).broken[0]).toMatchObject({ what: '文件', where: 'copy.jsonl 第 1 行' })
  })
  it('the end of the record cut off, everything else made to fit: a checkpoint kept outside tells', () => {
    const verdict = verifyArchive({ dir: whole, checkpoint })
    expect(verdict.broken[0]).toMatchObject({ what: '检查点', why: expect.stringContaining('记录被截短') })
  })
})
