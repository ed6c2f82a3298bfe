import type Database from 'better-sqlite3'
import { attackedCopy, behindTheDoor, copyOf, hideCheckpoints, rebuildHeads, rebuildRecord, type Tampering } from '../attack.ts'

/** What tells of an attack, in the order of the table. */
export const FINDERS = [
  'the record',
  'row digests',
  'signatures',
  'numbers and rules',
  'the schema',
  'the key file',
  'the head file',
  'a checkpoint inside',
] as const
export type Finder = (typeof FINDERS)[number]

/** Which finder a line of the verifier comes from. */
export const finderOf: Record<string, Finder> = {
  审计记录: 'the record',
  记录末尾: 'the record',
  审计索引: 'the record',
  树枝: 'the record',
  数据行: 'row digests',
  签名: 'signatures',
  编号: 'numbers and rules',
  份: 'numbers and rules',
  文件: 'numbers and rules',
  传阅: 'numbers and rules',
  传阅单: 'numbers and rules',
  阅文人: 'numbers and rules',
  复制申请: 'numbers and rules',
  领取: 'numbers and rules',
  借用: 'numbers and rules',
  查阅: 'numbers and rules',
  归档: 'numbers and rules',
  保密箱: 'numbers and rules',
  清点: 'numbers and rules',
  人员: 'numbers and rules',
  引用: 'numbers and rules',
  库结构: 'the schema',
  数据库文件: 'the schema',
  密钥文件: 'the key file',
  末条登记: 'the head file',
  检查点: 'a checkpoint inside',
  记录校验码: 'a checkpoint inside',
}

/** Where an attack begins: the lived-in vault, closed, and the same vault from an hour before. */
export type Scene = { dir: string; early: string }
/**
 * One attack by somebody who has the machine and the key. `act` gives the folder that was attacked. `found`: all that tells of it,
 * nothing of which was kept outside; empty: only a checkpoint kept outside does. `atSignIn`: nobody but the auditor comes in after it.
 */
export type Attack = { name: string; does: string; found: readonly Finder[]; atSignIn: boolean; act(scene: Scene): Promise<string> }

/** Something done to the open database, its triggers taken off meanwhile and put back. */
export const inside =
  (act: Tampering) =>
  ({ dir }: Scene): Promise<string> =>
    attackedCopy(dir, act)
export const sql = (text: string) => inside((database) => database.exec(text))
/** The same, the auditor's checkpoints taken out, the record and the head file made to fit. */
export const rebuilt = (text: string) =>
  inside((database, dir) => {
    database.exec(text)
    hideCheckpoints(database)
    rebuildRecord(database)
    rebuildHeads(database, dir)
  })
/** `sql` with the triggers left to the attack. */
export const schema =
  (text: string) =>
  async ({ dir }: Scene): Promise<string> => {
    const copy = copyOf(dir)
    await behindTheDoor(copy, (database) => database.exec(text))
    return copy
  }
export const files =
  (act: (copy: string, scene: Scene) => void | Promise<void>) =>
  async (scene: Scene): Promise<string> => {
    const copy = copyOf(scene.dir)
    await act(copy, scene)
    return copy
  }

export const lastOf = (database: Database.Database) => database.prepare('SELECT max(seq) FROM audit_entry').pluck().get() as number
export const TITLE = "UPDATE particulars SET title = '改过的标题' WHERE id = 2"
export const OPINION = "UPDATE signature SET record = replace(record, '已阅', '同意') WHERE purpose = 'read'"
