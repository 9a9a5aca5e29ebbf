import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium that runs as root in a container and calls nobody by itself. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  // Nothing is drawn by a graphics card, so no process of its own hands drawings to one.
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The Chromium of this machine: the one that CHROMIUM_PATH names, else one on the PATH or Playwright's own that runs (a
 * download may lack libraries of the system); null if there is none.
 */
export function installedBrowser(): string | null {
  if (process.env.CHROMIUM_PATH) {
    return process.env.CHROMIUM_PATH
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, chromium.executablePath()].find((path) => existsSync(path) && runs(path)) ?? null
}

/** The Chromium of this machine, brought in where there is none: Playwright's download, else (as root) Debian's package. */
export function bringInBrowser(): string {
  const ready = installedBrowser()
  if (ready) {
    return ready
  }
  console.log('There is no Chromium: downloading the one of Playwright ...')
  const playwright = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  succeeds(process.execPath, playwright, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' })
  if (!installedBrowser() && process.getuid?.() === 0) {
    console.log('That did not work: installing the package "chromium" ...')
    succeeds('apt-get', ['update', '-qq'])
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  const brought = installedBrowser()
  if (!brought) {
    throw new Error(
      'There is no Chromium and none could be brought in. Install one, or name it: CHROMIUM_PATH=... npm test',
    )
  }
  return brought
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function succeeds(file: string, args: string[], extra: Record<string, string> = {}): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...extra }
  return spawnSync(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 }).status === 0
}
