import { defineConfig } from 'vitest/config'

/** Everything that needs no browser. Journeys and Electron run under Playwright (playwright.config.ts). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'test/electron/**', 'node_modules/**'],
    environment: 'node',
    // Native modules (SQLite, Argon2) live better in processes than in threads.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
})
