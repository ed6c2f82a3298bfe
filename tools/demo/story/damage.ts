/** A copy of the office's data whose disk lost a page: what the sign-in says of it, and what is left. */
import { closeSync, copyFileSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { cursorIn } from '../acts.ts'
import { officers } from '../cast.ts'
import type { Stage } from '../stage.ts'

const { systemAdmin } = officers
const PATIENCE = { timeout: 60_000 }
const PAGE = 4096

/** Copies the files of a vault, and inverts a byte in every third page of the last third: what was written last. */
export const damagedCopy = (dir: string, copy: string): void => {
  mkdirSync(copy, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dir)) if (statSync(join(dir, name)).isFile()) copyFileSync(join(dir, name), join(copy, name))
  const file = openSync(join(copy, 'vault.db'), 'r+')
  const byte = Buffer.alloc(1)
  const pages = Math.floor(fstatSync(file).size / PAGE)
  for (let page = Math.ceil((pages * 2) / 3); page < pages; page += 3) {
    readSync(file, byte, 0, 1, page * PAGE + 1000)
    writeSync(file, Buffer.of(~(byte[0] as number) & 0xff), 0, 1, page * PAGE + 1000)
  }
  closeSync(file)
}

/** Begins and ends with nobody signed in; needs a damaged copy. */
export const damage = async ({ step, hand, picture }: Stage): Promise<void> => {
  await step('登录', '数据有损坏，登录被拒绝', async (at) => {
    await cursorIn(at, '姓名')
    await at.type(systemAdmin.name)
    await at.press('Enter')
    await at.type(systemAdmin.password)
    await at.press('Enter')
    await at.page.getByText('与口令无关').waitFor(PATIENCE)
  })
  await picture('103-登录-数据损坏')
  await step('登录', '查看损坏情况', async (at) => {
    await at.button('查看损坏情况')
    await cursorIn(at, '姓名')
    await at.type(systemAdmin.name)
    await at.press('Enter')
    await at.type(systemAdmin.password)
    await at.press('F9')
    await at.page.getByText('数据库文件有损坏').waitFor(PATIENCE)
  })
  await picture('104-登录-查看损坏情况')
  await hand.press('Escape')
}
