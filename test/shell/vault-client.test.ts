import { expect, test, vi } from 'vitest'
import type { FromVault } from '../../contract/bridge.ts'
import { vaultPort } from '../../electron/shell/vault-client.ts'

/** A port whose questions are kept to be answered by the test. */
const open = () => {
  const asked: { id: number }[] = []
  let listening = true
  const port = vaultPort((message) => {
    if (listening) asked.push(message as { id: number })
    return listening
  })
  return { port, asked, hangUp: () => (listening = false) }
}

test('清单17 a call carries its name, its input and whether a person did it; nothing of the shell’s own', () => {
  const { port, asked } = open()
  void port.client.call('documents.list', { page: 1 })
  void port.client.call('today.list', {}, { background: true })
  expect(asked).toEqual([
    { id: 1, call: 'documents.list', input: { page: 1 }, background: false },
    { id: 2, call: 'today.list', input: {}, background: true },
  ])
})

test('清单17 answers find their questions, in whatever order they come', async () => {
  const { port, asked } = open()
  const first = port.client.call('a', {})
  const second = port.client.call('b', {})
  port.receive({ id: asked[1]?.id as number, ok: true, output: 'second' })
  port.receive({ id: asked[0]?.id as number, ok: false, refused: { code: 'input.type', message: 'first' } } as FromVault)
  expect(await second).toEqual({ ok: true, output: 'second' })
  expect(await first).toEqual({ ok: false, refused: { code: 'input.type', message: 'first' } })
})

test('清单17 an answer nobody asked for is nobody’s', async () => {
  const { port, asked } = open()
  const only = port.client.redeem('t')
  port.receive({ id: 99, redeemed: { kind: 'text', fileName: 'x' } })
  port.receive({ id: asked[0]?.id as number, redeemed: null })
  port.receive({ id: asked[0]?.id as number, redeemed: { kind: 'text', fileName: 'x' } })
  expect(await only).toBeNull()
})

test('清单39 a lock is told to everyone who listens', () => {
  const { port } = open()
  const [one, two] = [vi.fn(), vi.fn()]
  port.client.onLocked(one)
  port.client.onLocked(two)
  port.receive({ event: 'locked', reason: 'idle' })
  expect(one).toHaveBeenCalledExactlyOnceWith('idle')
  expect(two).toHaveBeenCalledExactlyOnceWith('idle')
})

test('a process that is gone settles all who wait: calls are refused, tickets are nothing', async () => {
  const { port, hangUp } = open()
  const waiting = [
    port.client.call('a', {}),
    port.client.redeem('t'),
    port.client.lock('idle'),
    port.client.delivered('t', 'saved'),
    port.client.active(),
  ]
  hangUp()
  port.gone()
  const [call, redeemed, ...others] = await Promise.all(waiting)
  expect(call).toMatchObject({ ok: false, refused: { code: 'fault', message: expect.stringContaining('保密库进程已停止') } })
  expect(redeemed).toBeNull()
  expect(others).toEqual([undefined, undefined, undefined])
})

test('whoever asks after it is gone is answered at once', async () => {
  const { port, hangUp } = open()
  hangUp()
  expect(await port.client.call('a', {})).toMatchObject({ ok: false, refused: { code: 'fault' } })
  expect(await port.client.redeem('t')).toBeNull()
})
