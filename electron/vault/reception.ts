import { contract, type Output, type Parsed, type ProcedureName } from '../../contract/index.ts'
import type { openRestores } from './backup/restores.ts'
import type { Progress } from './backup/copying.ts'
import { removeAside, surveyHere } from './damage/surveying.ts'
import type { Clock } from './door/clock.ts'
import { declared } from './door/door.ts'
import type { Opened } from './door/opened.ts'
import { parseInput } from './door/parse.ts'
import { refuse } from './door/refuse.ts'
import type { Gate } from './people/gate.ts'
import { recover } from './people/recovery.ts'
import { sessionView } from './people/session.ts'
import { createVault } from './people/set-up.ts'
import { openVault, recordSignIn } from './people/sign-in.ts'
import { statusOf } from './people/status.ts'
import type { ArgonCost } from './storage/key-wrap.ts'
import { upgradeIfOlder } from './upgrade/upgrading.ts'

/** What may be asked of a closed vault. */
export type AskedOutside = Extract<ProcedureName, `setup.${string}` | 'session.signIn'>

/** Whether a name is that of a procedure for a closed vault. */
export const isAskedOutside = (name: string): name is AskedOutside =>
  (name.startsWith('setup.') || name === 'session.signIn') && Object.hasOwn(contract, name)

/** A recovery sheet with leave to print it. */
export type PrintableSheet = Output<'setup.create'>['sheets'][number]

type Place = {
  dir: string
  gate: Gate
  clock: Clock
  /** Folder of the calendars that ship with the program. */
  calendars: string
  argon: ArgonCost | undefined
  restores: ReturnType<typeof openRestores>
  /** Who sits there, if anybody. */
  seated: () => Opened | null
  /** Whoever signed in takes their seat. */
  admit: (fresh: Opened) => void
  printable: (words: string, place: number) => PrintableSheet
}

/** Set-up, the ways back into a vault, and sign-in: what is answered while the vault is closed. Gives the output of the procedure; refused by throwing. */
export const openReception = ({ dir, gate, clock, calendars, argon, restores, seated, admit, printable }: Place) => {
  const refuseSeated = () => {
    const session = seated()
    if (session) refuse('session.alreadySignedIn', `${session.person.name}已登录，请先退出。`)
  }
  let progress: Progress | null = null
  const tell = (next: Progress) => {
    progress = next
  }
  const answers: { [N in AskedOutside]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> } = {
    'setup.progress': () => ({ running: progress }),
    'setup.status': () => statusOf(dir, calendars, clock, seated() !== null),
    'setup.create': async (input) => {
      const { sheets, ...made } = await createVault(dir, clock, calendars, argon, input)
      return { ...made, sheets: sheets.map(printable) }
    },
    'setup.recover': (input) => {
      refuseSeated()
      return recover(dir, gate, clock, input)
    },
    'setup.survey': (input) => {
      refuseSeated()
      return surveyHere(dir, gate, input, tell)
    },
    'setup.compareBackup': (input) => {
      refuseSeated()
      return restores.compare(input, tell)
    },
    'setup.restore': (input) => {
      refuseSeated()
      return restores.restore(input)
    },
    'session.signIn': async ({ name, password }) => {
      refuseSeated()
      const fresh = await openVault(dir, gate, clock, name, password)
      removeAside(dir)
      await upgradeIfOlder(dir, fresh, clock, tell)
      recordSignIn(fresh, gate, clock)
      admit(fresh)
      return sessionView(fresh, clock)
    },
  }
  return async <N extends AskedOutside>(name: N, input: unknown): Promise<Output<N>> => {
    const parsed = parseInput(declared(name).input, input) as Parsed<N>
    if (name === 'setup.progress') return answers[name](parsed)
    // Whoever goes another way lets go of a backup that was chosen
    if (!seated() && !['setup.status', 'setup.compareBackup', 'setup.restore'].includes(name)) restores.forget()
    if (!seated()) restores.settle()
    try {
      return await answers[name](parsed)
    } finally {
      progress = null
    }
  }
}
