/** What `npm test` runs: types, lint, and every test. Each step says its name and its time; the last line counts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'mijuan-check-'))
const report = join(scratch, 'vitest.json')

const step = (name: string, command: string, args: readonly string[]): boolean => {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', command), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, MIJUAN_TEST_RUN: String(process.pid) },
  })
  console.log(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return status === 0
}

const results = [
  step('types', 'typescript/bin/tsc', ['--noEmit']),
  step('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  step('tests', 'vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
]

const counted = (): { passed: number; failed: number; skipped: number } => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
const { passed, failed, skipped } = counted()
rmSync(scratch, { recursive: true, force: true })
rmSync(join(tmpdir(), `mijuan-test-${process.pid}`), { recursive: true, force: true })
const steps = results.filter((passedStep) => !passedStep).length
console.log(`\n${passed} passed, ${Math.max(failed, steps)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(steps === 0 && failed === 0 ? 0 : 1)
