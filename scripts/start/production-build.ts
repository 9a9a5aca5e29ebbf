import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from '@/scripts/database/file-lock'
import { bareSettings } from '@/scripts/processes/parent'
import { shareEqualChunks } from '@/scripts/start/equal-chunks'

const FOLDERS = ['app', 'components', 'emails', 'lib', 'public', 'prisma/generated']
const AT_THE_ROOT = /\.(ts|mjs)$|^(package-lock|tsconfig)\.json$/
// A build that outlives a killed start would hold Next's own lock, and the next start could not build.
const END_WITH_PARENT = "data:text/javascript,process.on('disconnect',()=>process.exit(1))"
const STAMP = '.next/built-from'
/** What each kind of page loads on the server: pages, and all else. */
const CHUNKS = ['.next/server/chunks/ssr', '.next/server/chunks']

/**
 * Builds the app for production if its sources changed since the last build. Returns whether it did; throws with the
 * build's output when it fails, and when it is called off.
 */
export function buildIfChanged(calledOff?: AbortSignal): Promise<boolean> {
  return withFileLock('.build/production-build.lock', async () => {
    const fingerprint = fingerprintOfSources()
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) {
      return false
    }
    console.log('Building the app (its sources changed) ...')
    rmSync(STAMP, { force: true })
    await build(calledOff)
    CHUNKS.forEach(shareEqualChunks)
    writeFileSync(STAMP, fingerprint)
    return true
  })
}

async function build(calledOff?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, 'node_modules/next/dist/bin/next', 'build'], {
    env: { ...bareSettings(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(calledOff ? { signal: calledOff } : {}),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })
  }
  const [code] = await once(child, 'close')
  if (code !== 0) {
    throw new Error(`The production build failed.\n${output}`)
  }
}

function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  const inFolders = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const atTheRoot = readdirSync('.').filter((name) => AT_THE_ROOT.test(name) && name !== 'next-env.d.ts')
  for (const path of [...inFolders, ...atTheRoot].sort()) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
