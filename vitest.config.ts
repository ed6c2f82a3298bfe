import { join } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'

/** What takes longest begins first, so that all processes end together. */
const LONGEST = [
  // This one grows the office that the other three begin from.
  'door/fuzz-1.test.ts',
  'door/states.test.ts',
  'crash/exactly.test.ts',
  'door/fuzz-2.test.ts',
  'door/fuzz-3.test.ts',
  'door/fuzz.test.ts',
  'door/every-field.test.ts',
  'door/limits.test.ts',
  'crash/at-random.test.ts',
  'bench/peers.test.ts',
  'door/every-role.test.ts',
  'backup/restoring.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => LONGEST.findIndex((name) => moduleId.endsWith(name))
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => place(file) >= 0).sort((a, b) => place(a) - place(b)), ...sorted.filter((file) => place(file) < 0)]
  }
}

/** Everything that needs no browser. Journeys and Electron run under Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'test/electron/**', 'node_modules/**'],
    environment: 'node',
    globalSetup: 'test/support/set-up.ts',
    alias: [
      { find: /^.*\/storage\/thread-file\.ts$/, replacement: join(import.meta.dirname, 'test/support/bundled-thread.ts') },
      { find: 'argon2', replacement: join(import.meta.dirname, 'test/support/remembered-argon2.ts') },
      { find: /^.*\/storage\/taking-back\.ts$/, replacement: join(import.meta.dirname, 'test/support/left-to-v8.ts') },
    ],
    sequence: { sequencer: LongestFirst },
    // Native modules (SQLite, Argon2) live better in processes than in threads.
    pool: 'forks',
    // One more than CI has processors: files wait for the processes that they start.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
