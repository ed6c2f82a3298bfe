import { defineConfig } from '@playwright/test'

/** The whole app: journeys on the browser host, and the same on Electron where its binary is. Three at a time, each over a vault of its own: a journey waits half its time for what it did to be drawn. */
export default defineConfig({
  testDir: 'test',
  globalSetup: './test/support/set-up.ts',
  testMatch: ['journeys/**/*.spec.ts', 'electron/**/*.spec.ts'],
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: [['list']],
})
