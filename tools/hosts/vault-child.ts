/** A vault in a Node process of its own, spoken to over Node's IPC channel (no socket). Started by vault-process.ts only. */
import { parseArgs } from 'node:util'
import type { ToVault } from '../../contract/bridge.ts'
import { servePort } from '../../electron/vault/port.ts'
import { openHostStation } from './open-station.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, clock: { type: 'string' }, argon: { type: 'string' } } })
const { station, setClock } = openHostStation({ dir: values.data ?? '', clock: values.clock, argon: values.argon })

type Message = ToVault | { id: number; clock: string }

/** Whoever asked may go while the answer is on its way: then nobody misses it. */
const send = (message: unknown) => {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
servePort(station, {
  send,
  onMessage: (listener) =>
    process.on('message', (message: Message) => {
      if (!('clock' in message)) return listener(message)
      try {
        setClock(message.clock)
        send({ id: message.id, done: true })
      } catch {
        send({ id: message.id, ok: false, refused: { code: 'input.date', message: '时钟须为带时区的时刻。' } })
      }
    }),
})
process.on('disconnect', () => {
  station.close().finally(() => process.exit(0))
})
send({ event: 'ready' })
