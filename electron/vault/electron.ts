/** The vault's entry as a utility process: plain Node, but for the one port to its parent. */
import { parseArgs } from 'node:util'
import type { FromVault, ToVault } from '../../contract/bridge.ts'
import { servePort } from './port.ts'
import { openStation } from './station.ts'

/** What a utility process is given by its host; declared here, since the vault imports nothing of it. */
type ParentPort = { postMessage(message: FromVault): void; on(event: 'message', listener: (event: { data: ToVault }) => void): unknown }

const port = (process as unknown as { parentPort: ParentPort }).parentPort
const { data, calendars } = parseArgs({ options: { data: { type: 'string' }, calendars: { type: 'string' } } }).values
if (!data || !calendars) throw new Error('usage: --data DIR --calendars DIR')
const station = openStation({ dir: data, calendars })

servePort(station, {
  send: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
})
