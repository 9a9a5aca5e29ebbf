import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/test/longest-first'

// Folders whose tests need no database; every other test file runs with a server.
const PURE = ['domain', 'calendar', 'files', 'push', 'policy', 'architecture', 'messages', 'emails', 'support', 'pdf']
const unit = PURE.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`)
const page = ['tests/components/**/*.test.{ts,tsx}']

/** For what hangs, not for what is slow: how long a test takes is no outcome of it. */
const TIMEOUT_MS = 120_000

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname) } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    // Much of a file is waiting: for PostgreSQL, or for a process that is killed.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // A file finds the modules that another one brought in: a fifth of the time was bringing them in anew. So a file leaves
    // nothing running, and has its database from its own ground, never from what the process remembers.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: unit, testTimeout: TIMEOUT_MS } },
      // What runs in a page goes on until the page is left: drafts try again for ever.
      { extends: true, test: { name: 'page', include: page, testTimeout: TIMEOUT_MS, isolate: true } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...unit, ...page, 'tests/e2e/**'],
          globalSetup: 'tests/support/global-setup.ts',
          setupFiles: 'tests/support/file-end.ts',
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
        },
      },
    ],
  },
})
