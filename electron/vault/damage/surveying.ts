import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Parsed } from '../../../contract/index.ts'
import type { Survey } from '../../../contract/setup.ts'
import { headsPath } from '../audit/heads.ts'
import { type Progress, startSurvey } from '../backup/copying.ts'
import { freshFolder, removeBackup } from '../backup/medium.ts'
import { holdFolder, quietly } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import type { Gate } from '../people/gate.ts'
import { keyFileOf } from '../people/renewal.ts'
import { checkPassword } from '../people/sign-in.ts'
import { eraseKeys } from '../people/slots.ts'
import { databasePath } from '../storage/database.ts'
import { refuseIfForged } from '../storage/key-file.ts'
import { refuseWithoutRoom } from '../storage/medium.ts'
import { takeBack } from '../storage/taking-back.ts'
import { refuseSharedVault } from '../storage/vault-files.ts'

const asideIn = (dir: string): string => join(dir, 'looking')

/** Removes the copy that a survey left whose program ended meanwhile. The folder must be held. */
export const removeAside = (dir: string): void => quietly(() => removeBackup(asideIn(dir)))

/** How many entries the last whole line of 末条登记 speaks of; null without one. */
const lastLineIn = (dir: string): number | null => {
  const lines = existsSync(headsPath(dir)) ? readFileSync(headsPath(dir), 'utf8').split('\n').slice(0, -1) : []
  const size = Number(lines.at(-1)?.split(' ')[1])
  return Number.isSafeInteger(size) ? size : null
}

/**
 * Looks through the data here, damaged as they may be, with one person's password. The files themselves stay byte for byte as they are; a thread does it
 * and `tell` hears how far it is. Refused without a key file that holds, since then no password opens anything.
 */
export const surveyHere = async (
  dir: string,
  gate: Gate,
  { name, password }: Parsed<'setup.survey'>,
  tell: (progress: Progress) => void,
): Promise<Survey> => {
  if (!existsSync(databasePath(dir))) return refuse('vault.absent', '这里没有数据库文件，没有什么可看。请用备份恢复。')
  refuseSharedVault(dir)
  const release = holdFolder(dir)
  try {
    const file = keyFileOf(dir)
    const { opened } = await checkPassword(file, gate, name, password)
    try {
      refuseIfForged(file, opened.dataKey)
      refuseWithoutRoom(dir, statSync(databasePath(dir)).size, '查看')
      const ruin = { vault: file.vault, path: databasePath(dir), aside: freshFolder(asideIn(dir)), lastLine: lastLineIn(dir) }
      const survey = startSurvey(ruin, opened.dataKey, tell)
      eraseKeys(opened)
      try {
        return await survey.done
      } finally {
        await survey.stop()
      }
    } finally {
      eraseKeys(opened)
      takeBack()
    }
  } finally {
    removeAside(dir)
    release()
  }
}
