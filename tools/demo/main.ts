/**
 * `npm run demo -- --out DIR [--argon floor] [--pictures]`: a fictional office lives through the main jobs on the real screen, over a real encrypted vault.
 * `--pictures` also puts the screens into docs/manual/pictures.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildScreen } from '../build.ts'
import { verifyVault } from '../verify/verify.ts'
import { everybody, officers } from './cast.ts'
import { openStage, type Stage, type Step } from './stage.ts'
import { backup } from './story/backup.ts'
import { circulation } from './story/circulation.ts'
import { damage, damagedCopy } from './story/damage.ts'
import { founding } from './story/founding.ts'
import { friday } from './story/friday.ts'
import { intake } from './story/intake.ts'
import { keys } from './story/keys.ts'
import { lending } from './story/lending.ts'
import { oldLedger } from './story/old-ledger.ts'
import { proof } from './story/proof.ts'
import { reproduction } from './story/reproduction.ts'

const BEGINS = '2026-03-10T08:00:00+08:00'
const ENDS = '2026-03-13T17:30:00+08:00'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo-out' }, argon: { type: 'string' }, pictures: { type: 'boolean' } } })
const out = resolve(values.out)
const argon = values.argon === 'floor' ? ('floor' as const) : undefined

/** What the issue of effort asks: the daily acts, with the least keys and clicks that any of their steps took. */
const effortOf = (steps: readonly Step[]) => {
  const least = (found: (did: string) => boolean) => Math.min(...steps.filter(({ did }) => found(did)).map(({ keys, clicks }) => keys + clicks))
  return [
    { act: '收文登记一件', keysAndClicks: least((did) => did.startsWith('登记内部事项')), limit: 8 },
    { act: '送阅一夹（签字另计）', keysAndClicks: least((did) => did.startsWith('送')), limit: 4 },
    { act: '收回一夹', keysAndClicks: least((did) => did.startsWith('收回核对')), limit: 3 },
    { act: '谁拿着这份文件', keysAndClicks: least((did) => did.startsWith('谁拿着')), limit: 2 },
  ]
}

/** Somebody's part on the stage; where it fails, a picture shows how it stood. */
const played = async (stage: Stage, parts: (stage: Stage) => Promise<void>): Promise<readonly Step[]> => {
  try {
    await parts(stage)
    if (stage.host.complaints.length > 0) throw new Error(`the page complained: ${stage.host.complaints.join('; ')}`)
    return stage.steps
  } catch (error) {
    await stage.picture('stopped-here')
    throw error
  } finally {
    await stage.close()
  }
}

const live = async (): Promise<readonly Step[]> => {
  const lived = await played(await openStage({ out, at: BEGINS, argon }), async (stage) => {
    const sheets = await founding(stage)
    for (const part of [intake, circulation, reproduction, lending, proof]) await part(stage)
    await keys(stage, sheets)
    for (const part of [backup, friday, oldLedger]) await part(stage)
  })
  const data = mkdtempSync(join(tmpdir(), 'mijuan-damaged-'))
  try {
    await damagedCopy(join(out, 'data'), data)
    return [...lived, ...(await played(await openStage({ out, at: ENDS, argon, data }), damage))]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const pictures = join(import.meta.dirname, '../../docs/manual/pictures')

/** The manual shows the screens of this very run. */
const intoManual = () => {
  rmSync(pictures, { recursive: true, force: true })
  cpSync(join(out, 'screens'), pictures, { recursive: true })
}

const run = async (): Promise<number> => {
  if (existsSync(out) && readdirSync(out).length > 0) {
    console.error(`${out} 不是空文件夹，请换一个。The folder is not empty: choose another.`)
    return 2
  }
  await buildScreen()
  const begun = performance.now()
  const steps = await live()
  const { name, password } = officers.auditor
  const verify = await verifyVault({ dir: join(out, 'data'), person: name, password, checkpoint: join(out, 'checkpoint.txt') })
  const people = everybody.map((person) => ({ name: person.name, roles: person.roles, password: person.password }))
  writeFileSync(join(out, 'report.json'), `${JSON.stringify({ people, steps, effort: effortOf(steps), verify }, null, 2)}\n`)
  const seconds = Math.round((performance.now() - begun) / 1000)
  console.log(
    `演示完成：${steps.length} 步，${seconds} 秒；数据 data/，纸 paper/，屏幕 screens/，检查点 checkpoint.txt，备份和整库导出 backup/，旧台账 ledgers/，报告 report.json，均在 ${out}`,
  )
  console.log(verify.ok ? '校验：全部相符。verify: everything holds.' : `校验：不相符，第一处在 ${verify.broken[0]?.where}`)
  if (values.pictures) intoManual()
  return verify.ok ? 0 : 1
}

process.exit(await run())
