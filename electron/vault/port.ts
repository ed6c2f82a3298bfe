import type { FromVault, ToVault } from '../../contract/bridge.ts'
import type { Reply } from '../../contract/refusal.ts'
import type { Station } from './station.ts'

/** The vault's end of a message port, whichever process it leads to. */
export type Port = { send(message: FromVault): void; onMessage(listener: (message: ToVault) => void): void }

const fault: Reply = { ok: false, refused: { code: 'fault', message: '程序内部出错，本次操作没有执行。请重试；仍然出错请告知系统管理员。' } }

const answer = async (station: Station, message: ToVault): Promise<FromVault> => {
  const { id } = message
  if ('call' in message) return { id, ...(await station.call(message.call, message.input, { background: message.background === true })) }
  if (message.shell === 'redeem') return { id, redeemed: await station.redeem(message.ticket) }
  if (message.shell === 'folder') return { id, delivery: await station.carryOut(message.ticket, message.folder) }
  if (message.shell === 'choose') return { id, chosen: await station.choose(message.folder) }
  if (message.shell === 'calendar') return { id, calendar: await station.calendar(message.path) }
  if (message.shell === 'ledger') return { id, ledger: await station.ledger(message.path) }
  if (message.shell === 'delivered') await station.delivered(message.ticket, message.how, message.printer)
  else if (message.shell === 'lock') await station.lock(message.reason)
  else station.active()
  return { id, done: true }
}

/** Serves a station over a port: every message gets one answer with its id; a lock is told as an event. */
export const servePort = (station: Station, port: Port): void => {
  station.onLocked((reason) => port.send({ event: 'locked', reason }))
  port.onMessage((message) => {
    // The shell alone writes to this port; what is no message at all has no id to answer to.
    if (typeof message !== 'object' || message === null) return
    answer(station, message).then(
      (reply) => port.send(reply),
      () => port.send({ id: message.id, ...fault }),
    )
  })
}
