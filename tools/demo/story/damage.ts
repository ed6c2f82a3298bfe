/** A copy of the office's data whose disk lost a page: what the sign-in says of it, and what is left. */
import { closeSync, copyFileSync, mkdirSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { databaseKey, openDataKey, readKeyFile } from '../../verify/keys.ts'
import { openCopy, privateCopy } from '../../verify/vault.ts'
import { cursorIn } from '../acts.ts'
import { officers } from '../cast.ts'
import type { Hand } from '../hand.ts'
import type { Stage } from '../stage.ts'

const { systemAdmin } = officers
const PATIENCE = { timeout: 60_000 }
const PAGE = 4096

/** A page on which rows of a table stand. */
const pageOf = (database: Database.Database, table: string): number =>
  database.prepare("SELECT max(pageno) FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck().get(table) as number

/** The pages that the disk loses: one that every sign-in reads, and one of the documents. */
const pagesLost = async (dir: string): Promise<number[]> => {
  const keys = readKeyFile(dir)
  const { path, remove } = privateCopy(dir)
  const database = openCopy(path, databaseKey(keys, await openDataKey(keys, systemAdmin.name, systemAdmin.password)))
  try {
    return ['person', 'document'].map((table) => pageOf(database, table))
  } finally {
    database.close()
    remove()
  }
}

/** Copies the files of a vault; in the copy a byte of two pages is inverted. */
export const damagedCopy = async (dir: string, copy: string): Promise<void> => {
  mkdirSync(copy, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dir)) if (statSync(join(dir, name)).isFile()) copyFileSync(join(dir, name), join(copy, name))
  const file = openSync(join(copy, 'vault.db'), 'r+')
  const byte = Buffer.alloc(1)
  for (const page of await pagesLost(dir)) {
    const place = (page - 1) * PAGE + 1000
    readSync(file, byte, 0, 1, place)
    writeSync(file, Buffer.of(~(byte[0] as number) & 0xff), 0, 1, place)
  }
  closeSync(file)
}

/** Name and password, and the key that sends them. */
const asking = async (hand: Hand, key: string) => {
  await cursorIn(hand, '姓名')
  await hand.type(systemAdmin.name)
  await hand.press('Enter')
  await hand.type(systemAdmin.password)
  await hand.press(key)
}

/** Begins and ends with nobody signed in; needs a damaged copy. */
export const damage = async ({ step, hand, picture }: Stage): Promise<void> => {
  await step('登录', '数据有损坏，登录被拒绝', async (at) => {
    await asking(at, 'Enter')
    await at.page.getByText('与口令无关').waitFor(PATIENCE)
  })
  await picture('103-登录-数据损坏')
  await step('登录', '查看损坏情况', async (at) => {
    await at.button('查看损坏情况')
    await asking(at, 'F9')
    await at.page.getByText('数据库文件有损坏').waitFor(PATIENCE)
  })
  await picture('104-登录-查看损坏情况')
  await hand.press('Escape')
}
