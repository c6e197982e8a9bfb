import { defineConfig } from '@playwright/test'

/** Each project writes its own report, so that the closing line can be summed (tests/support/summary.ts). */
const report = process.env.PLAYWRIGHT_REPORT ?? 'reports/playwright.json'

export default defineConfig({
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: report }]],
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  // A loaded machine is slow, not wrong: what is waited for comes at once on an idle one.
  expect: { timeout: 15_000 },
  use: { actionTimeout: 20_000 },
  workers: 2,
  projects: [
    {
      name: 'journeys',
      testDir: 'tests/journeys',
      fullyParallel: true,
      use: {
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        trace: 'retain-on-failure',
      },
    },
    // One at a time: each is a whole app with a window.
    { name: 'desktop', testDir: 'tests/desktop', workers: 1 },
  ],
})
