import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { everybody } from '../../tools/demo/cast.ts'

const root = join(import.meta.dirname, '../..')

test('审计 the demo: a whole office lives on the real screen, within its effort, and the verifier that trusts nobody agrees', () => {
  test.setTimeout(420_000)
  const out = mkdtempSync(join(tmpdir(), 'mijuan-demo-'))
  try {
    const run = spawnSync(process.execPath, [join(root, 'tools/demo/main.ts'), '--out', out, '--argon', 'floor'], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['backup', 'checkpoint.txt', 'data', 'paper', 'report.json', 'screens'])
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))
    expect(report.verify).toMatchObject({ ok: true, broken: [] })
    expect(report.people).toHaveLength(everybody.length)
    expect(report.steps.length).toBeGreaterThan(40)
    for (const { act, keysAndClicks, limit } of report.effort) expect(keysAndClicks, act).toBeLessThanOrEqual(limit)
    expect(readdirSync(join(out, 'paper')).filter((name) => name.endsWith('.pdf'))).toHaveLength(8)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
