import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson, sha256 } from '../../../tools/verify/canonical.ts'
import { behindTheDoor, copyOf, strangeVault } from '../attack.ts'
import { type Attack, files, type Scene } from './means.ts'

const oldPage = async ({ dir, early }: Scene) => {
  const copy = copyOf(dir)
  const before = copyOf(early)
  let page = 0
  await behindTheDoor(before, () => undefined)
  await behindTheDoor(copy, (database) => {
    page = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'copy'").pluck().get() as number
  })
  const bytes = readFileSync(join(copy, 'vault.db'))
  readFileSync(join(before, 'vault.db')).copy(bytes, (page - 1) * 4096, (page - 1) * 4096, page * 4096)
  writeFileSync(join(copy, 'vault.db'), bytes)
  return copy
}

const swapSlots = (copy: string) => {
  const path = join(copy, 'keys.json')
  const file = JSON.parse(readFileSync(path, 'utf8'))
  const [one, two] = file.slots.filter(({ name }: { name: string }) => ['李保', '周阅'].includes(name))
  const { person, name } = one
  Object.assign(one, { person: two.person, name: two.name })
  Object.assign(two, { person, name })
  const { sum: _sum, mac: _mac, ...rest } = file
  file.sum = sha256(Buffer.from(canonicalJson(rest))).toString('hex')
  writeFileSync(path, JSON.stringify(file))
}

/** Files put back, exchanged and cut. */
export const onFiles: readonly Attack[] = [
  {
    name: 'put back one old page',
    does: 'an encrypted page of an hour before, which the cipher accepts',
    found: ['row digests', 'signatures', 'numbers and rules', 'the schema'],
    atSignIn: false,
    act: oldPage,
  },
  {
    name: 'put back the whole database',
    does: 'the file of an hour before under today’s keys and head file',
    found: ['the head file'],
    atSignIn: true,
    act: files((copy, { early }) => {
      for (const name of ['vault.db', 'vault.db-wal']) copyFileSync(join(early, name), join(copy, name))
    }),
  },
  {
    name: 'put back the whole folder',
    does: 'database, keys and head file of an hour before',
    found: [],
    atSignIn: false,
    act: async ({ early }) => copyOf(early),
  },
  {
    name: 'swap two persons’ slots',
    does: 'the key file gives one person the other’s key, its sum made to fit',
    found: ['the key file'],
    atSignIn: true,
    act: files((copy) => swapSlots(copy)),
  },
  {
    name: 'cut the head file',
    does: 'all but its first line',
    found: ['the head file'],
    atSignIn: true,
    act: files((copy) => truncateSync(join(copy, 'heads.log'), readFileSync(join(copy, 'heads.log')).indexOf('\n') + 1)),
  },
  {
    name: 'exchange the head file',
    does: 'that of another vault',
    found: ['the head file'],
    atSignIn: true,
    act: files(async (copy) => copyFileSync(join(await strangeVault(), 'heads.log'), join(copy, 'heads.log'))),
  },
]
