/** `npm run bench -- --json FILE [--scale small|full] [--only GROUP]`: every figure beside its peer or its limit, all in one run (docs/performance.md). */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { archiveOf, removeCopies } from './archive.ts'
import { appendingBeside } from './appending.ts'
import { backingUp } from './backup.ts'
import { countingDays } from './deadlines.ts'
import { evidence } from './evidence.ts'
import { exportingAll } from './exporting.ts'
import type { Figure } from './figure.ts'
import { wholeLeg } from './leg.ts'
import { stockTaking } from './keeping.ts'
import { listing } from './lists.ts'
import { liveLong } from './long-archive.ts'
import { longLists } from './long-list.ts'
import { onTheMachine } from './machine.ts'
import { remembering } from './memory.ts'
import { printing } from './printing.ts'
import { printingCaseFile } from './case-file.ts'
import { registering } from './register.ts'
import { reporting } from './report.ts'
import { renewing } from './renewal.ts'
import { scrolling } from './screen.ts'
import { searchingBeside } from './searching.ts'
import { signingIn } from './sign-in.ts'
import { signing } from './signing.ts'
import { inTable } from './table.ts'
import { thirtyYears } from './thirty-years.ts'
import { verifying } from './verification.ts'

const DOCUMENTS = 10_000

/** How often each thing is measured. Both scales have the same archive and figures; `full` has thirty years besides. */
const scales = {
  small: {
    registrations: 400,
    legs: 40,
    lists: 20,
    scans: 500,
    deadlines: 500,
    changes: 4,
    verifications: 2,
    signatures: 7,
    renewals: 3,
    signIns: 3,
    more: 500,
    passes: 1,
    prints: 3,
    entries: [10_000, 100_000],
    appends: 300,
    titles: 20_000,
    rows: 20_000,
    turns: 100,
    jumps: 10,
    backups: 3,
    exports: 2,
    reports: 2,
    long: 0,
  },
  full: {
    registrations: 4_000,
    legs: 200,
    lists: 100,
    scans: 5_000,
    deadlines: 5_000,
    changes: 20,
    verifications: 9,
    signatures: 25,
    renewals: 9,
    signIns: 9,
    more: 10_000,
    passes: 3,
    prints: 9,
    entries: [10_000, 100_000, 1_000_000],
    appends: 1_000,
    titles: 180_000,
    rows: 180_000,
    turns: 1_000,
    jumps: 40,
    backups: 9,
    exports: 9,
    reports: 9,
    long: 20,
  },
} as const
type Samples = (typeof scales)[keyof typeof scales]

const groupsOf = (archive: string, samples: Samples): Record<string, () => Promise<Figure[]>> => ({
  registering: () => registering(archive, samples.registrations),
  'a whole leg': () => wholeLeg(archive, samples.legs),
  'lists and searches': () => listing(archive, samples.lists),
  'stock-taking': () => stockTaking(archive, samples.scans),
  'limits in working days': () => countingDays(archive, samples.deadlines, samples.changes),
  verification: () => verifying(archive, samples.verifications),
  signatures: () => signing(samples.signatures),
  'the record at length': () => evidence(samples.entries, samples.appends),
  'an append beside other logs': () => appendingBeside(samples.appends),
  'search beside other ways': () => searchingBeside(samples.titles, samples.lists),
  backup: () => backingUp(archive, samples.backups),
  'export to Excel': () => exportingAll(archive, samples.exports),
  'the annual report': () => reporting(archive, samples.reports),
  'another data key': () => renewing(archive, samples.renewals),
  'signing in': () => signingIn(archive, samples.signIns),
  memory: () => remembering(archive, samples.more),
  screen: () => scrolling(archive, samples.passes),
  'a long register on the screen': () => longLists(archive, samples.rows, samples.turns, samples.jumps),
  printing: () => printing(archive, samples.prints),
  'a whole case file': () => printingCaseFile(archive, samples.prints),
  machine: () => onTheMachine(archive),
  ...(samples.long > 0 && { 'thirty years': async () => thirtyYears(await archiveOf(LONG_DOCUMENTS, say, liveLong), samples.long, say) }),
})

/** Thirty years at ten times an office's volume; written anew it takes half an hour and more. */
const LONG_DOCUMENTS = 180_000

const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

type Group = [name: string, group: () => Promise<Figure[]>]

/** Runs every group; one that cannot be measured is named and the others go on. `sofar` hears what was measured after each: a whole run takes long. */
const measure = async (
  groups: readonly Group[],
  sofar: (figures: readonly Figure[]) => void,
): Promise<{ figures: Figure[]; unmeasured: string[] }> => {
  const figures: Figure[] = []
  const unmeasured: string[] = []
  for (const [name, group] of groups) {
    const start = performance.now()
    try {
      figures.push(...(await group()))
      sofar(figures)
      say(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
    } catch (error) {
      unmeasured.push(name)
      say(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      removeCopies()
    }
  }
  return { figures, unmeasured }
}

const usage = (): number => {
  process.stderr.write('usage: npm run bench -- [--json FILE|-] [--scale small|full] [--only GROUP]\n')
  return 1
}

const run = async (): Promise<number> => {
  const { values } = parseArgs({ options: { json: { type: 'string' }, scale: { type: 'string', default: 'small' }, only: { type: 'string' } } })
  const { scale, only } = values
  if (scale !== 'small' && scale !== 'full') return usage()
  const groups = Object.entries(groupsOf(await archiveOf(DOCUMENTS, say), scales[scale])).filter(([name]) => only === undefined || name === only)
  if (groups.length === 0) return usage()
  const { json } = values
  const text = (figures: readonly Figure[]) => `${JSON.stringify(figures, null, 1)}\n`
  const { figures, unmeasured } = await measure(groups, (measured) => {
    if (json !== undefined && json !== '-') writeFileSync(json, text(measured))
  })
  process.stdout.write(json === '-' ? text(figures) : `${inTable(figures)}\n`)
  return unmeasured.length === 0 ? 0 : 1
}

process.exitCode = await run()
