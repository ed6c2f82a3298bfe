import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSlot } from '../../../electron/vault/people/slots.ts'
import { readKeyFile } from '../../../electron/vault/storage/key-file.ts'
import { derive } from '../../../electron/vault/storage/key-wrap.ts'
import { startVault, type VaultProcess } from '../../../tools/hosts/vault-process.ts'
import { mediumOf } from '../../support/records.ts'
import { findInMemory, memoryIsReadable } from '../../support/memory.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../../support/office.ts'

let office: Office
let vault: VaultProcess
let keys: Record<string, Buffer>
beforeAll(async () => {
  office = await openOffice()
  await office.as('李保')
  for (let n = 0; n < 60; n += 1) await office.ok('documents.register', office.incoming())
  await office.station.close()
  const file = readKeyFile(office.dir)
  const slot = file?.slots.find(({ name }) => name === '郑系')
  const opened = file && slot && (await openSlot(file, slot, passwordOf('郑系')))
  if (!opened) throw new Error('no keys')
  const { dataKey, membership } = opened
  const fileKey = derive(dataKey, file.vault, 'mijuan/database')
  keys = { dataKey, membership, fileKey, inHexadecimal: Buffer.from(fileKey.toString('hex')) }
  vault = await startVault({ dir: office.dir, clock: MORNING, argon: 'floor' })
}, 240_000)
afterAll(async () => {
  await vault.close()
  await office.close()
})

const output = async (name: string, input: unknown) => {
  const reply = await vault.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.refused.message}`)
  return reply.output as Record<string, string>
}
const signer = (name: string) => ({ name, password: passwordOf(name) })
const begun = async () => {
  await output('session.signIn', signer('郑系'))
  const { ticket = '' } = await output('backup.begin', { kind: 'backup' })
  return vault.carryOut(ticket, mediumOf(office))
}
const nowhere = () => Object.fromEntries(Object.keys(keys).map((name) => [name, 0]))

it('锁定 no key is in memory after a backup, one that the lock broke off in the other thread, a comparison and a restore', async ({ skip }) => {
  if (process.platform !== 'linux' || !memoryIsReadable(vault.pid as number)) return skip('the memory of another process cannot be read here')
  expect(await begun()).toEqual({ ok: true, how: 'saved' })
  // So that what is looked for would be found
  expect(findInMemory(vault.pid as number, keys).dataKey).toBeGreaterThan(0)
  await vault.lock('locked')
  expect(findInMemory(vault.pid as number, keys)).toEqual(nowhere())
  for (const after of [30, 120, 200]) {
    const broken = begun()
    // Past the sign-in, into the copying or the looking through
    while (!(await vault.call('backup.progress', {})).ok) await setTimeout(20)
    await setTimeout(after)
    await vault.lock('locked')
    await broken
    expect(findInMemory(vault.pid as number, keys)).toEqual(nowhere())
  }
  const name = readdirSync(mediumOf(office)).find((each) => !each.startsWith('.')) as string
  const chosen = await vault.choose(join(mediumOf(office), name))
  const input = { backup: (chosen.ok && chosen.backup?.ticket) || '', systemAdmin: signer('郑系'), auditor: signer('冯审') }
  await output('setup.compareBackup', input)
  expect(findInMemory(vault.pid as number, keys)).toEqual(nowhere())
  await output('setup.restore', input)
  expect(findInMemory(vault.pid as number, keys)).toEqual(nowhere())
}, 120_000)
