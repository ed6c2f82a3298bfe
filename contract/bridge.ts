import type { CalendarYear } from './office.ts'
import type { Reply } from './refusal.ts'
import type { FolderErrand } from './terms.ts'

/** How the shell ended a delivery that a ticket allowed. */
export type Delivery = { ok: true; how: 'saved' | 'printed' | 'cancelled' } | { ok: false; message: string }

/** A backup that was chosen, as it says of itself before anybody has opened it. */
export type Chosen =
  | { ok: true; backup: { ticket: string; name: string; unit: string; at: string; entries: number; bytes: number } | null }
  | { ok: false; message: string }

/** The calendar of a year that was chosen as a file, as the vault read it. `file` is the SHA-256 of the file, in hex. */
export type ChosenCalendar = { ok: true; calendar: (CalendarYear & { file: string }) | null } | { ok: false; message: string }

/** A ledger that was chosen as a file and read: its SHA-256, in hex, by which the desk 旧账导入 names it; null when none was chosen. */
export type ChosenLedger = { ok: true; file: string | null } | { ok: false; message: string }

/**
 * All that the page can reach, as `window.mijuan`. Named functions, nothing else; no path ever passes here.
 */
export type Bridge = {
  /** One call through the door. `background` marks a refresh that is not a person's doing and does not put off the idle lock. */
  call(name: string, input: unknown, options?: { background?: boolean }): Promise<Reply>
  /** Saves the sheet on the page (print media, A4) as PDF where the person says. */
  savePaper(ticket: string): Promise<Delivery>
  /** Sends the sheet on the page, once, to a printer that the settings list: `printer`, or the first of those that are connected. */
  printPaper(ticket: string, printer?: string): Promise<Delivery>
  /** The printers that this computer knows, by the names that the system gives them. Which of them may be printed to, the settings say. */
  printers(): Promise<readonly string[]>
  /** Saves a text the vault holds for this ticket (a checkpoint) where the person says. */
  saveText(ticket: string): Promise<Delivery>
  /** Has the vault make the file of an export and saves it where the person says. */
  saveFile(ticket: string): Promise<Delivery>
  /** Asks the person for a folder on another medium and has the vault write its backup there; ends with the backup. */
  saveBackup(ticket: string): Promise<Delivery>
  /** Asks the person for a folder of a medium and has the vault export the whole record there; ends with the export. */
  saveArchive(ticket: string): Promise<Delivery>
  /** Asks the person for the folder of a backup and has the vault try it (演练); ends with the drill. */
  tryBackup(ticket: string): Promise<Delivery>
  /** Asks the person for the folder of a backup that is to be restored (`setup.compareBackup`); null when they chose none. */
  chooseBackup(): Promise<Chosen>
  /** Asks the person for the file of a year's working-day calendar and has the vault read it; null when they chose none. */
  chooseCalendar(): Promise<ChosenCalendar>
  /** Asks the person for the file of an old ledger (Excel or CSV) and has the vault read it; null when they chose none. */
  chooseLedger(): Promise<ChosenLedger>
  /** The page put `text`, plain, into the clipboard: a minute later the shell empties it, unless something else is in it by then. */
  copied(text: string): void
  /** Something on the page was marked: where marking alone copies (Linux), the shell empties that. */
  marked(): void
  /** A person moved or typed: puts off the idle lock. At most once in ten seconds. */
  active(): void
  /** The vault has locked (idle, system lock). The page must drop everything: it is reloaded. */
  onLocked(listener: (reason: 'left' | 'locked' | 'idle') => void): void
  /** Which host runs the page, for the about box: `electron` or `browser`. */
  host: 'electron' | 'browser'
}

/** What a host sends to the vault's port. The screen can send only the first kind; the rest is the shell's own. */
export type ToVault =
  | { id: number; call: string; input: unknown; background?: boolean }
  | { id: number; shell: 'redeem'; ticket: string }
  | { id: number; shell: 'delivered'; ticket: string; how: 'saved' | 'printed' | 'cancelled'; printer?: string }
  | { id: number; shell: 'folder'; ticket: string; folder: string }
  | { id: number; shell: 'choose'; folder: string }
  | { id: number; shell: 'calendar'; path: string }
  | { id: number; shell: 'ledger'; path: string }
  | { id: number; shell: 'lock'; reason: 'locked' | 'idle' }
  | { id: number; shell: 'active' }

/**
 * What a ticket entitles the shell to. `printers`: those that may be printed to; absent while nobody has signed in yet, when there is no list.
 * `text` only for texts; `bytes`, in base64, only for a `file`; `sealed`: a paper that is printed and never saved; `backup`, `drill`, `archive`: a folder is asked for.
 */
export type Redeemed = {
  kind: 'paper' | 'text' | 'file' | 'sealed' | FolderErrand
  fileName: string
  text?: string
  bytes?: string
  printers?: readonly string[]
}

export type FromVault =
  | ({ id: number } & Reply)
  | { id: number; redeemed: Redeemed | null }
  | { id: number; delivery: Delivery }
  | { id: number; chosen: Chosen }
  | { id: number; calendar: ChosenCalendar }
  | { id: number; ledger: ChosenLedger }
  | { id: number; done: true }
  | { event: 'locked'; reason: 'left' | 'locked' | 'idle' }
