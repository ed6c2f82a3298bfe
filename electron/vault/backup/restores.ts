import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Chosen } from '../../../contract/bridge.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { headsPath } from '../audit/heads.ts'
import type { Clock } from '../door/clock.ts'
import { holdFolder, quietly } from '../door/opened.ts'
import { Refused, refuse } from '../door/refuse.ts'
import type { Gate } from '../people/gate.ts'
import { databasePath } from '../storage/database.ts'
import { type Copy, openCopy } from '../storage/looking.ts'
import { refuseIfShared } from '../storage/files.ts'
import { refuseWithoutRoom } from '../storage/medium.ts'
import { settleRenewal } from '../storage/rewriting.ts'
import { finishRestore, isUnsettled, readyPath, removeReady, switchToReady } from '../storage/standing-in.ts'
import { takeBack } from '../storage/taking-back.ts'
import { isHere } from '../storage/vault-files.ts'
import { compareWithHere, type Here, keyFileHere } from './comparing.ts'
import { type Progress, startCopying } from './copying.ts'
import { isSealedBy, sealOf } from './manifest.ts'
import { freshFolder } from './medium.ts'
import { dutiesOf, eraseOfficers, type Officers, openOfficers } from './officers.ts'
import { recordRestore } from './record-restore.ts'
import { type Backup, backupIn, refuseBroken } from './sources.ts'

/** A restore from the sign-in page: chosen by the shell's dialog, compared, carried out. One at a time, while nobody is signed in. */
export type Restores = {
  choose(folder: string): Extract<Chosen, { ok: true }>
  /** `tell` hears how far it is. */
  compare(input: Parsed<'setup.compareBackup'>, tell: (progress: Progress) => void): Promise<Output<'setup.compareBackup'>>
  restore(input: Parsed<'setup.restore'>): Promise<Output<'setup.restore'>>
  /** Ends what an interrupted restore left; what was made ready in this run stays. Refused while another program has the folder. */
  settle(): void
  /** What was chosen and made ready is let go of. */
  forget(): void
}

type Held = { ticket: string; backup: Backup; here: Here | null }

/** The folder is ours from here on, and nobody else's who uses the computer. */
const prepareFolder = (dir: string) => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (!isHere(dir) && process.platform !== 'win32') chmodSync(dir, 0o700)
  refuseIfShared(dir)
}

/** An interrupted renewal of the key is ended first; where what is here is damaged, it is set aside as it is. */
const settleHere = (dir: string) => {
  try {
    settleRenewal(dir)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** Refuses the backup of another vault where there is one here already. */
const refuseForeign = (dir: string, { file }: Backup) => {
  const here = keyFileHere(dir).file
  if (here && here.vault !== file.vault)
    refuse('vault.exists', '所选的是另一个库的备份，不能覆盖这里的库。请选择本库的备份，或在空的数据文件夹中恢复。')
}

/** Copies the backup to the side, looks it through there and leaves it made ready. */
const makeReady = async (dir: string, { source }: Backup, dataKey: Uint8Array, tell: (progress: Progress) => void) => {
  refuseWithoutRoom(dir, source.bytes, '恢复')
  const { entries: _entries, root: _root, letGo, close: _close, ...order } = source
  const copying = startCopying({ ...order, to: freshFolder(readyPath(dir)) }, dataKey, tell, letGo)
  try {
    refuseBroken(await copying.done, source)
  } finally {
    await copying.stop()
  }
}

/** What the opened copy must show besides: that its manifest is its own, and both officers in their duties. */
const refuseUnfit = (copy: Copy, { manifest, file }: Backup, officers: Officers) => {
  const seal = sealOf(copy.read)
  const own = isSealedBy(seal, manifest)
  seal.fill(0)
  const office = copy.read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')
  if (!own || office?.vault !== file.vault) refuse('vault.medium', '备份的说明、密钥文件与数据库不是一套。请换一份备份。')
  dutiesOf(copy.read, officers)
}

export const openRestores = (dir: string, gate: Gate, clock: Clock): Restores => {
  let held: Held | null = null

  const chosen = (ticket: string): Held =>
    held && held.ticket === ticket ? held : refuse('session.ticket', '所选的备份已失效。请重新选择备份。', { field: 'backup' })

  /** Both officers' keys for one step, with the folder held; erased after it. */
  const withOfficers = async <T>(input: Parsed<'setup.restore'>, { file }: Backup, use: (officers: Officers) => Promise<T>): Promise<T> => {
    prepareFolder(dir)
    const release = holdFolder(dir)
    let officers: Officers = []
    try {
      settleHere(dir)
      officers = await openOfficers(file, gate, input)
      return await use(officers)
    } finally {
      eraseOfficers(officers)
      takeBack()
      release()
    }
  }

  const compare: Restores['compare'] = async (input, tell) => {
    const mine = chosen(input.backup)
    mine.here = null
    const { backup } = mine
    refuseForeign(dir, backup)
    return withOfficers(input, backup, async (officers) => {
      const dataKey = officers[0]?.opened.dataKey as Buffer
      let copy: Copy | undefined
      try {
        await makeReady(dir, backup, dataKey, tell)
        tell({ stage: 'settle', done: 0, total: 1 })
        copy = openCopy(databasePath(readyPath(dir)), dataKey, backup.file.vault)
        refuseUnfit(copy, backup, officers)
        mine.here = await compareWithHere(dir, copy.read, backup.file.vault, dataKey, [input.systemAdmin, input.auditor])
        const { at, entries } = backup.manifest
        return { unit: backup.file.unit, at, entries, here: mine.here }
      } finally {
        quietly(() => copy?.close())
        if (!mine.here) quietly(() => removeReady(dir))
      }
    })
  }

  const restore: Restores['restore'] = async (input) => {
    const mine = chosen(input.backup)
    const { backup, here } = mine
    if (!here || !existsSync(readyPath(dir))) return refuse('state.conflict', '请先核对备份，看过会丢失什么，再恢复。', { clause: '实施条例34' })
    return withOfficers(input, backup, async (officers) => {
      const ready = readyPath(dir)
      try {
        recordRestore(databasePath(ready), backup, officers, here, clock)
      } catch (error) {
        forget()
        throw error
      }
      // The lines that are here are the witness of what is lost
      if (existsSync(headsPath(dir))) rmSync(join(ready, 'heads.log'), { force: true })
      held = null
      switchToReady(dir, clock.now())
      for (const { slot } of officers) gate.clear(slot.person)
      return { unit: backup.file.unit, entries: backup.manifest.entries, lost: here.lost }
    })
  }

  const forget = () => {
    if (held?.here) quietly(() => removeReady(dir))
    held = null
  }

  return {
    choose: (folder) => {
      forget()
      const backup = backupIn(folder)
      const { at, entries, bytes } = backup.manifest
      held = { ticket: randomBytes(16).toString('base64url'), backup, here: null }
      return { ok: true, backup: { ticket: held.ticket, name: basename(folder), unit: backup.file.unit, at, entries, bytes } }
    },
    compare,
    restore,
    settle: () => {
      if (held?.here || !isUnsettled(dir)) return
      const release = holdFolder(dir)
      try {
        finishRestore(dir)
        removeReady(dir)
      } finally {
        release()
      }
    },
    forget,
  }
}
