import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import { checkArchives } from './archives.ts'
import { checkBreaches } from './breaches.ts'
import { checkChain, checkObjects } from './chain.ts'
import { checkKept, type Kept, keptInside, readKept } from './checkpoint.ts'
import { checkHeads, readHeads } from './heads.ts'
import { checkDeadlines } from './deadlines.ts'
import { checkDuties, checkRestorers, checkSheets, followDuties } from './duties.ts'
import { checkDisposals } from './disposals.ts'
import { checkEvaluations } from './evaluations.ts'
import { checkExports } from './exports.ts'
import { checkGroup } from './group.ts'
import { checkHandovers } from './handovers.ts'
import { checkHoldings } from './holdings.ts'
import { checkImports } from './imports.ts'
import { checkKeeping } from './keeping.ts'
import { databaseKey, type KeyFile, openDataKey, readKeyFile, sealFits } from './keys.ts'
import { checkListPrints } from './list-prints.ts'
import { checkMedia } from './media.ts'
import { watchFollowed } from './occasions.ts'
import { checkOutgoing } from './outgoing.ts'
import { checkPaperEntries } from './paper-entries.ts'
import { checkPeriods } from './periods.ts'
import { beginVerdict, CannotOpen, type Findings, type Verdict } from './report.ts'
import { checkDisclosures } from './disclosures.ts'
import { checkPublications } from './publications.ts'
import { checkReviews } from './reviews.ts'
import { checkRows, noOrders } from './rows.ts'
import { checkInvariants, checkKeyFile, checkNumbers } from './rules.ts'
import { checkSaid } from './said.ts'
import { checkPointers, checkSignatures } from './signatures.ts'
import { openBySheets } from './sheets.ts'
import { checkTrainings } from './training.ts'
import { checkUpgrades, upgradesIn } from './upgrades.ts'
import { checkYears, sizesOfYears } from './years.ts'
import { checkFile, checkSchema, openCopy, privateCopy, refuseNewer, takeToNewest } from './vault.ts'

/** What opens the vault: a person's password, or two recovery sheets, a line each. */
export type Opener = { person: string; password: string } | { sheets: string }

export type Request = Opener & {
  dir: string
  /** A checkpoint or witness kept outside. */
  checkpoint?: string
  /** Checkpoints that a proof holds. */
  proved?: readonly Kept[]
}

const dataKeyBy = (file: KeyFile, opener: Opener): Promise<Buffer> | Buffer =>
  'sheets' in opener ? openBySheets(file, opener.sheets) : openDataKey(file, opener.person, opener.password)

/** Reads the checkpoint or witness that somebody keeps outside, if one is named. */
export const readOutside = (path: string | undefined): Kept[] => {
  if (path === undefined) return []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new CannotOpen('checkpoint', '检查点文件读不出')
  }
  return [readKept(text, basename(path))]
}

/** Carries out one check; what it cannot even read is broken too, and the others go on. */
const attempt = <T>(what: string, findings: Findings, check: () => T): T | null => {
  try {
    return check()
  } catch (error) {
    findings.breaks(what, 'vault.db', `读不出：${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

/** What a record is of: a vault with its key file and folder, or an export of one, which has neither. */
type Subject = { vault: string; folder: { dir: string; file: KeyFile } | null }

/** Every check of a record, each by itself. */
export const checkAll = (database: Database.Database, { vault, folder }: Subject, outside: readonly Kept[], findings: Findings) => {
  attempt('数据库文件', findings, () => checkFile(database, findings))
  attempt('库结构', findings, () => checkSchema(database, findings))
  attempt('库结构', findings, () => takeToNewest(database))
  const kept = [...outside, ...(attempt('检查点', findings, () => keptInside(database, findings)) ?? [])]
  const heads = (folder && attempt('末条登记', findings, () => readHeads(database, folder.dir, vault, findings))) ?? []
  const upgrades = attempt('升级', findings, () => upgradesIn(database)) ?? []
  const years = attempt('年度关账', findings, () => sizesOfYears(database)) ?? []
  const sizes = new Set([...[...kept, ...heads, ...upgrades].map((one) => one.size), ...years])
  const followed = attempt('检查点', findings, () => watchFollowed(database))
  const chain = attempt('审计记录', findings, () => checkChain(database, sizes, findings, followed?.see))
  attempt('审计索引', findings, () => checkObjects(database, findings))
  const orders = attempt('数据行', findings, () => checkRows(database, findings)) ?? noOrders()
  const held = attempt('签名', findings, () => checkSignatures(database, vault, orders, findings))
  if (held) attempt('签名', findings, () => checkPointers(database, held, findings))
  const duties = attempt('人员', findings, () => followDuties(database, orders, findings))
  if (held && duties) attempt('人员', findings, () => checkDuties(database, duties, held, orders, findings))
  if (duties) attempt('恢复', findings, () => checkRestorers(database, duties, orders, findings))
  if (held && duties) attempt('密钥恢复单', findings, () => checkSheets(database, duties, held, orders, findings))
  if (held && duties) attempt('签名', findings, () => checkSaid(database, duties, held, orders, findings))
  if (held && duties) attempt('签名', findings, () => checkHoldings(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkHandovers(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkOutgoing(database, { duties, held, orders, findings }))
  if (held && duties) attempt('领导小组', findings, () => checkGroup(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkTrainings(database, { duties, held, orders, findings }))
  if (held && duties) attempt('保密审查', findings, () => checkReviews(database, { duties, held, orders, findings }))
  if (held && duties) attempt('依申请公开', findings, () => checkDisclosures(database, { duties, held, orders, findings }))
  if (held && duties) attempt('公开目录', findings, () => checkPublications(database, { duties, held, orders, findings }))
  if (held && duties) attempt('年报评估', findings, () => checkEvaluations(database, { duties, held, orders, findings }))
  if (held && duties) attempt('期限', findings, () => checkDeadlines(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkKeeping(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkBreaches(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkDisposals(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkExports(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkArchives(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkListPrints(database, { duties, held, orders, findings }))
  if (held && duties) attempt('旧账导入', findings, () => checkImports(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkPeriods(database, { duties, held, orders, findings }))
  if (held && duties) attempt('纸质签补录', findings, () => checkPaperEntries(database, { duties, held, orders, findings }))
  if (held && duties) attempt('签名', findings, () => checkMedia(database, { duties, held, orders, findings }))
  if (held && duties) attempt('年度关账', findings, () => checkYears(database, { duties, held, orders, findings }, chain?.pasts))
  attempt('编号', findings, () => checkNumbers(database, findings))
  attempt('状态', findings, () => checkInvariants(database, findings))
  if (folder) attempt('密钥文件', findings, () => checkKeyFile(database, folder.file, findings))
  if (chain) attempt('末条登记', findings, () => checkHeads(heads, chain.head.size, chain.pasts, findings))
  if (chain) attempt('升级', findings, () => checkUpgrades(database, upgrades, { orders, pasts: chain.pasts, findings }))
  followed?.tell(findings)
  if (chain && duties)
    attempt('检查点', findings, () =>
      checkKept(database, vault, kept, { size: chain.head.size, pasts: chain.pasts, keys: orders.person_key, duties }, findings),
    )
  return chain?.head ?? null
}

/** Checks a vault that nobody has open, trusting none of the program that wrote it. Leaves the folder as it was. */
export const verifyVault = async (request: Request): Promise<Verdict> => {
  const { verdict, findings } = beginVerdict()
  let copy: { path: string; remove: () => void } | undefined
  try {
    const outside = [...readOutside(request.checkpoint), ...(request.proved ?? [])]
    const file = readKeyFile(request.dir)
    verdict.vault = file.vault
    copy = privateCopy(request.dir)
    const dataKey = await dataKeyBy(file, request)
    if (!sealFits(file, dataKey)) findings.breaks('密钥文件', 'keys.json', '封印不符：有人的密钥被增、删或调换')
    const key = databaseKey(file, dataKey)
    dataKey.fill(0)
    const database = openCopy(copy.path, key)
    key.fill(0)
    refuseNewer(database)
    verdict.head = checkAll(database, { vault: file.vault, folder: { dir: request.dir, file } }, outside, findings)
    database.close()
    verdict.ok = verdict.broken.length === 0
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    verdict.unopened = error.unopened
  } finally {
    copy?.remove()
  }
  return verdict
}
