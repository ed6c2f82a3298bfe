import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startVault, type VaultProcess } from '../../tools/hosts/vault-process.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { MORNING, type Office, openOffice, passwordOf } from '../support/office.ts'
import { programs } from '../support/programs.ts'
import { openStore } from '../support/store.ts'

let office: Office
const running: VaultProcess[] = []
beforeAll(async () => {
  office = await openOffice({ under: tmpdir() })
})
afterAll(async () => {
  for (const vault of running) await vault.close()
  await office.close()
})

const start = async (dir = office.dir) => {
  const vault = await startVault({ dir, clock: MORNING, argon: 'floor', program: join(programs(), 'vault.mjs') })
  running.push(vault)
  return vault
}
const signIn = (vault: VaultProcess, name: string, password = passwordOf(name)) => vault.call('session.signIn', { name, password })
const busy = { ok: false, refused: { code: 'vault.busy', message: expect.stringMatching(/另一个密卷程序/) } }

it('锁定 two programs on one folder: the second is refused, whatever the password, until the first has locked', async () => {
  const [first, second] = [await start(), await start()]
  expect(await signIn(first, '李保')).toMatchObject({ ok: true })
  expect(await signIn(second, '王管')).toMatchObject(busy)
  expect(await signIn(second, '王管', 'wrong#password1')).toMatchObject(busy)
  // A folder in use is no place to try passwords: none was counted
  await first.call('session.signOut', {})
  expect(await signIn(second, '王管')).toMatchObject({ ok: true })
  expect(await signIn(first, '李保')).toMatchObject(busy)
  await second.lock('locked')
})

it('锁定 the first killed: the second opens at once, and has what the first had answered', async () => {
  const [first, second] = [await start(), await start()]
  await signIn(first, '李保')
  const registered = await first.call('documents.register', office.incoming())
  expect(await signIn(second, '李保')).toMatchObject(busy)
  process.kill(first.pid as number, 'SIGKILL')
  await first.close()
  expect(await signIn(second, '李保')).toMatchObject({ ok: true })
  const { number } = (registered as { output: { number: string } }).output
  expect(await second.call('documents.list', {})).toMatchObject({ ok: true, output: { total: 1, rows: [{ number }] } })
  await second.lock('locked')
  const store = await openStore(office.dir)
  // What the second was refused meanwhile is on record as well
  expect(store.all("SELECT 1 FROM audit_entry WHERE call = 'session.signIn' AND instr(detail, 'vault.busy') > 0")).toHaveLength(4)
  store.close()
})

it('锁定 both at the same moment: one comes in, and one alone', async () => {
  const vaults = await Promise.all([start(), start(), start()])
  const replies = await Promise.all(vaults.map((vault) => signIn(vault, '李保')))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  for (const reply of replies) if (!reply.ok) expect(reply).toMatchObject(busy)
  for (const vault of vaults) await vault.lock('locked')
})

it('三员 two set-ups in one folder: one vault comes of it, and it is whole', async () => {
  const dir = `${office.dir}-new`
  const [input] = await baseInputs['setup.create'].inputs(office)
  const vaults = await Promise.all([start(dir), start(dir)])
  const replies = await Promise.all(vaults.map((vault) => vault.call('setup.create', input)))
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  for (const reply of replies) if (!reply.ok) expect(reply.refused.code).toMatch(/^vault\.(busy|exists)$/)
  for (const name of ['甲', '乙', '丙']) {
    expect(await signIn(vaults[0], name)).toMatchObject({ ok: true })
    await vaults[0].lock('locked')
  }
})
