import { join } from 'node:path'
import type { Chosen, ChosenCalendar, ChosenLedger, Delivery, Redeemed } from '../../contract/bridge.ts'
import { contract } from '../../contract/index.ts'
import type { Refusal, Reply } from '../../contract/refusal.ts'
import { type Clock, systemClock } from './door/clock.ts'
import { desksOf } from './door/desks.ts'
import { declared, recordAndRefuse, refusalFrom, roleFor, serve } from './door/door.ts'
import { closeOpened, type Opened, queryOf, runWork, settingsOf } from './door/opened.ts'
import { parseInput } from './door/parse.ts'
import { Refused, refuse } from './door/refuse.ts'
import { openCalendarFiles } from './calendar/files.ts'
import { openRestores } from './backup/restores.ts'
import { openGate } from './people/gate.ts'
import { openTickets } from './door/tickets.ts'
import { expiryOf } from './people/password-policy.ts'
import { changeKeys, type OwnKeys } from './people/own-keys.ts'
import { onListed } from './paper/printers.ts'
import { watchIdle } from './idle.ts'
import { openLongWork } from './long-work.ts'
import { keyringOf } from './people/keyring.ts'
import { changePassword, countersign, sessionView } from './people/session.ts'
import { knownName, rememberKnock } from './people/sign-in.ts'
import { type AskedOutside, isAskedOutside, openReception } from './reception.ts'
import { keepMemoryOutOfDumps } from './storage/dumps.ts'
import { isHere } from './storage/vault-files.ts'
import { copiesIn } from './upgrade/copies.ts'
import type { ArgonCost } from './storage/key-wrap.ts'

export type LockReason = 'left' | 'locked' | 'idle'

/** One vault folder and whoever sits at it: the whole of the vault as its hosts know it. Calls are served one at a time, in order; how far one is (`setup.progress`) is answered meanwhile. */
export type Station = {
  call(name: string, input: unknown, options?: { background?: boolean }): Promise<Reply>
  /** What a ticket entitles the shell to, a file once it is made; null when unknown or the vault has locked since. */
  redeem(ticket: string): Redeemed | null | Promise<Redeemed | null>
  /** Records how the shell ended a delivery, and on which printer. */
  delivered(ticket: string, how: 'saved' | 'printed' | 'cancelled', printer?: string): Promise<void>
  /** Does in a folder what a ticket of `backup.begin` or `archive.begin` was given for. Resolves with its end; calls go on meanwhile. */
  carryOut(ticket: string, folder: string): Promise<Delivery>
  /** Looks at the folder of a backup that is to be restored. */
  choose(folder: string): Promise<Chosen>
  /** Reads the file of a year's calendar for whoever may load one. */
  calendar(path: string): Promise<ChosenCalendar>
  /** Reads the file of an old ledger for whoever may import it. Calls go on meanwhile. */
  ledger(path: string): Promise<ChosenLedger>
  lock(reason: 'locked' | 'idle'): Promise<void>
  active(): void
  onLocked(listener: (reason: LockReason) => void): void
  close(): Promise<void>
}

export type StationOptions = {
  dir: string
  clock?: Clock
  /** Cost of a password try for a new vault; left out, it is calibrated to 0.7–1 s on this machine. */
  argon?: ArgonCost
  /** Folder of the calendars that ship with the program. */
  calendars?: string
  /** Milliseconds from the first sign-in of a day to its check of the data. */
  checkAfter?: number
}

/** Why a session ended, as 末条登记 has it. */
const leftWord: Record<LockReason, string> = { left: '退出', locked: '锁定', idle: '空闲锁定' }

/** Who comes to work works first. */
const CHECK_AFTER_MS = 5 * 60_000

export const openStation = ({
  dir,
  clock = systemClock,
  argon,
  calendars = join(import.meta.dirname, '../../resources/calendars'),
  checkAfter = CHECK_AFTER_MS,
}: StationOptions): Station => {
  process.umask(0o077)
  keepMemoryOutOfDumps()
  const gate = openGate(dir)
  const listeners: ((reason: LockReason) => void)[] = []
  let opened: Opened | null = null
  const current = () => opened ?? refuse('session.locked', '已锁定，请重新登录。', { clause: '锁定' })
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(step: () => Promise<T>): Promise<T> => {
    const next = last.then(step, step)
    last = next.catch(() => undefined)
    return next
  }
  const longWork = openLongWork({ dir, clock, inOrder, seated: () => opened, current, checkAfter })
  const { checks, exports, imports } = longWork
  const restores = openRestores(dir, gate, clock)
  const files = openCalendarFiles(clock)
  const desks = desksOf(
    keyringOf(dir, gate, current),
    { shipped: calendars, files },
    () => current().heads,
    longWork,
    () => copiesIn(dir),
  )

  const leave = async (reason: LockReason) => {
    // Its thread has the file open: the vault closes after it
    await checks.stop()
    if (!opened) return
    const leaving = opened
    opened = null
    longWork.abandon()
    files.forget()
    try {
      runWork(leaving, queryOf(leaving, clock, leaving.roles[0] ?? null), 'session.signOut', (work) => work.note({ reason }))
      leaving.heads?.write(leftWord[reason], leaving.log.head(), clock.now())
    } catch (error) {
      // Whoever leaves, leaves: a full disk holds nobody. That it could not be recorded waits at the gate, if that can be written.
      knock('session.signOut', leaving.person.name, refusalFrom(error))
    } finally {
      closeOpened(leaving)
      for (const listener of listeners) listener(reason)
    }
  }

  /** Remembers a refusal that the log cannot take now. What cannot even be remembered is refused all the same. */
  const knock = (call: string, name: string | null, refused: Refusal) => {
    try {
      if (isHere(dir)) rememberKnock(dir, gate, clock.now(), call, name, refused)
    } catch {
      // A full or unwritable disk.
    }
  }

  const idle = watchIdle(
    clock,
    () => opened,
    () => void inOrder(async () => idle.isOver() && (await leave('idle'))),
  )

  /** Leave to print a recovery sheet, as often as the printer needs: of a new vault until somebody signs in, of new sheets until the session ends. It can be printed only, not saved. */
  const sheetTickets = openTickets()
  const printable = (words: string, place: number) => ({
    number: place + 1,
    words,
    ticket: (opened?.tickets ?? sheetTickets).forShell({ kind: 'sealed', fileName: '', about: `密钥恢复单${place + 1}` }),
  })

  const receive = openReception({
    dir,
    gate,
    clock,
    calendars,
    argon,
    restores,
    seated: () => opened,
    admit: (fresh) => {
      opened = fresh
      checks.begins()
      sheetTickets.forget()
    },
    printable,
  })

  /** What is asked of a closed vault. Refusals wait at the gate for the log. */
  const beforeSignIn = async (name: AskedOutside, input: unknown): Promise<Reply> => {
    try {
      return { ok: true, output: await receive(name, input) }
    } catch (error) {
      return refusedOutside(name, input, error)
    }
  }

  const refusedOutside = (name: string, input: unknown, error: unknown): Reply => {
    const refused = refusalFrom(error)
    if (opened) {
      // Whose password was tried in place belongs to the record.
      const whose = name === 'session.countersign' ? knownName(dir, nameIn(input)) : null
      return recordAndRefuse(opened, clock.now(), name, refused, whose === null ? [] : [whose])
    }
    knock(name, nameIn(input), refused)
    return { ok: false, refused }
  }

  const ownSession = async (name: string, input: unknown, session: Opened): Promise<Reply> => {
    try {
      roleFor(declared(name), session, name)
      if (name === 'session.signOut') {
        await leave(parseInput(contract[name].input, input).reason)
        return { ok: true, output: {} }
      }
      if (name === 'session.countersign')
        return { ok: true, output: await countersign(dir, session, gate, clock, parseInput(contract[name].input, input)) }
      if (name === 'session.changePassword') await changePassword(dir, session, gate, clock, parseInput(contract[name].input, input))
      else parseInput(contract['session.current'].input, input)
      return { ok: true, output: sessionView(session, clock) }
    } catch (error) {
      return refusedOutside(name, input, error)
    }
  }

  const ownKeys = async (name: OwnKeys, input: unknown, session: Opened): Promise<Reply> => {
    await checks.stop()
    try {
      return { ok: true, output: changeKeys({ dir, clock, underWay: longWork.underWay, printable }, name, input, session) }
    } catch (error) {
      return refusedOutside(name, input, error)
    }
  }

  const answer = async (name: string, input: unknown, background: boolean): Promise<Reply> => {
    if (idle.isOver()) await leave('idle')
    if (isAskedOutside(name)) return beforeSignIn(name, input)
    if (!opened) {
      const known = Object.hasOwn(contract, name) ? name : '-'
      return refusedOutside(known, null, new Refused({ code: 'session.locked', message: '已锁定，请重新登录。', clause: '锁定' }))
    }
    if (!background) opened.lastActive = clock.now().getTime()
    // A password ages while somebody works, too.
    if (clock.now() > expiryOf(settingsOf(opened.database).level, opened.passwordSetAt)) opened.mustChangePassword = true
    if (name.startsWith('session.') && Object.hasOwn(contract, name)) return ownSession(name, input, opened)
    if (name === 'keys.renew' || name === 'keys.newSheets') return ownKeys(name, input, opened)
    return serve(desks, opened, clock, name, input)
  }

  return {
    call: (name, input, options) => {
      const step = () => answer(typeof name === 'string' ? name : '-', input, options?.background === true)
      return (asksHowFar(name, input) ? beforeSignIn('setup.progress', input) : inOrder(step)).catch((error: unknown) => ({
        ok: false,
        refused: refusalFrom(error),
      }))
    },
    redeem: (ticket) => {
      if (!opened) return sheetTickets.redeem(ticket)
      const grant = onListed(opened, opened.tickets.redeem(ticket))
      return grant?.kind === 'file' ? exports.make(opened, ticket, grant) : grant
    },
    delivered: (ticket, how, printer) =>
      inOrder(async () => {
        const grant = opened?.tickets.finish(ticket)
        if (!opened || !grant) return
        runWork(opened, queryOf(opened, clock, opened.roles[0] ?? null), `shell.${how}`, (work) => {
          work.about(grant.about)
          if (printer !== undefined) work.note({ printer })
        })
      }),
    carryOut: (ticket, folder) => longWork.carryOut(ticket, folder).catch((error: unknown) => ({ ok: false, message: refusalFrom(error).message })),
    choose: (folder) =>
      inOrder(async () => {
        if (opened) return refuse('session.alreadySignedIn', `${opened.person.name}已登录，请先退出。`)
        return restores.choose(folder)
      }).catch((error: unknown) => ({ ok: false, message: refusalFrom(error).message })),
    calendar: (path) =>
      inOrder(async () => files.choose(current(), path)).catch((error: unknown) => ({ ok: false, message: refusalFrom(error).message })),
    ledger: (path) =>
      inOrder(async () => current())
        .then((session) => imports.choose(session, path))
        .catch((error: unknown) => ({ ok: false, message: refusalFrom(error).message })),
    lock: async (reason) => {
      await inOrder(() => leave(reason))
      await longWork.gone()
    },
    active: () => {
      if (opened) opened.lastActive = clock.now().getTime()
    },
    onLocked: (listener) => {
      listeners.push(listener)
    },
    close: async () => {
      await inOrder(async () => {
        idle.stop()
        await leave('left')
      })
      await longWork.gone()
    },
  }
}

/** How far a call is, is asked while it goes on: that waits for none. Misspelt, it waits like any other, since its refusal is put on record. */
const asksHowFar = (name: string, input: unknown): boolean => name === 'setup.progress' && contract[name].input.safeParse(input).success

const nameIn = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'name' in input && typeof input.name === 'string' ? input.name : null
