import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS, installedBrowser } from './scripts/test/browser'

const executablePath = installedBrowser()

// The addresses are known only once the stack runs; the workers read this file again after that.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/start-stack.ts',
  // While one waits for the app, the other's pages are drawn. Both stay for all files: there is one project, and every file has
  // the test of support/test, for another one would need a process that reads all the code anew. Files come by their names.
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  outputDir: 'test-results',
  use: {
    ...(process.env.E2E_BASE_URL ? { baseURL: process.env.E2E_BASE_URL } : {}),
    actionTimeout: 60_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Recording each step costs a quarter of the time; `--trace on` does so for the test that one looks into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
})
