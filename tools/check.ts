/** What `npm test` runs: build, types, lint, layering and every test. Each step says its name and its time; the last line counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { findChromium } from './chromium.ts'
import { whyNoElectron } from './electron.ts'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'mijuan-check-'))
const unitReport = join(scratch, 'vitest.json')
const wholeReport = join(scratch, 'playwright.json')
/** What Node made of our sources: hundreds of vaults and verifiers are started as processes of their own, each of the same sources. */
const compiled = join(scratch, 'compiled')

type Count = { passed: number; failed: number; skipped: number }

const timed = (name: string, run: () => boolean): boolean => {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const passed = run()
  console.log(`== ${name}: ${passed ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return passed
}

const step = (name: string, script: string, args: readonly string[], env: Record<string, string> = {}): boolean =>
  timed(name, () => {
    const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, MIJUAN_TEST_RUN: basename(scratch), NODE_COMPILE_CACHE: compiled, ...env },
    })
    return status === 0
  })

const chromiumStep = (): boolean =>
  timed('chromium', () => {
    try {
      console.log(findChromium())
      return true
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      return false
    }
  })

type UnitReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number }
type WholeReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

const unitCount = (report: UnitReport): Count => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests,
})
const wholeCount = ({ stats }: WholeReport): Count => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped })

/** A run that left no report is a failure, not an empty success. */
const read = <Report>(file: string, count: (report: Report) => Count): Count => {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as Report)
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const steps = [
  step('build', 'tools/build.ts', []),
  step('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
  step('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  step('unit, vault, door, layering', 'node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]),
  chromiumStep(),
  step('journeys', 'node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: wholeReport }),
]

const counts = [read(unitReport, unitCount), read(wholeReport, wholeCount)]
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
rmSync(scratch, { recursive: true, force: true })
rmSync(join(tmpdir(), `mijuan-test-${basename(scratch)}`), { recursive: true, force: true })

const failedSteps = steps.filter((passed) => !passed).length
const electron = whyNoElectron()
if (electron !== '') console.log(`\n${electron} (test/electron)`)
console.log(`\n${sum('passed')} passed, ${Math.max(sum('failed'), failedSteps)} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`)
process.exit(failedSteps === 0 && sum('failed') === 0 ? 0 : 1)
