// Bundles every command that runs outside Next into .build, so that plain Node can run it. Files that did not change are
// left alone: a second command never pulls one from under a first that is just starting.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const OUT = '.build'
const ENTRIES = {
  build: 'scripts/build.ts',
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  server: 'scripts/server.ts',
  worker: 'scripts/worker.ts',
  'worker-health': 'scripts/worker-health.ts',
  'mail-catcher': 'scripts/mail-catcher.ts',
  'db-migrate': 'scripts/db-migrate.ts',
  'db-diff': 'scripts/db-diff.ts',
  'admin-create': 'scripts/admin-create.ts',
  'audit-verify': 'scripts/audit-verify.ts',
  'push-keys': 'scripts/push-keys.ts',
  'mail-reply': 'scripts/mail-reply.ts',
  bench: 'scripts/bench/main.ts',
  'typst-worker': 'lib/pdf/typst-worker.ts',
}

const present = Object.entries(ENTRIES).filter(([, source]) => existsSync(source))
const { outputFiles } = await build({
  entryPoints: Object.fromEntries(present),
  outdir: OUT,
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  jsx: 'automatic',
  sourcemap: 'linked',
  logLevel: 'warning',
}).catch(() => process.exit(1)) // esbuild has said what is wrong

mkdirSync(OUT, { recursive: true })
for (const { path, text } of outputFiles) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeFileSync(`${path}.${process.pid}`, text)
    renameSync(`${path}.${process.pid}`, path)
  }
}
