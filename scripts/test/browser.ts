import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Chromium without its windows: it draws the same pages, and takes a third of the processor time for what is around them. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15']

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
 * The Chromium of this machine: the one that CHROMIUM_PATH names, else one on the PATH (without windows if there is one) or
 * Playwright's own that runs (a download may lack libraries of the system); null if there is none.
 */
export function installedBrowser(): string | null {
  return process.env.CHROMIUM_PATH ?? firstThatRuns([...onPath(SHELLS), ...onPath(BROWSERS), chromium.executablePath()])
}

/**
 * The Chromium of this machine, brought in where there is none: as root Debian's package without windows, also beside a
 * Chromium with windows; else Playwright's download; else Debian's other package.
 */
export async function bringInBrowser(): Promise<string> {
  if (!process.env.CHROMIUM_PATH && !firstThatRuns(onPath(SHELLS))) {
    await installPackage('chromium-headless-shell')
  }
  if (!installedBrowser()) {
    console.log('There is no Chromium: downloading the one of Playwright ...')
    const playwright = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
    await succeeds(process.execPath, playwright, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' })
  }
  if (!installedBrowser()) {
    await installPackage('chromium')
  }
  const brought = installedBrowser()
  if (!brought) {
    throw new Error(
      'There is no Chromium and none could be brought in. Install one, or name it: CHROMIUM_PATH=... npm test',
    )
  }
  console.log(brought)
  return brought
}

/** Debian's packages are installed by root alone; elsewhere this does nothing. */
async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return
  }
  console.log(`Installing the package "${name}" ...`)
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...PATIENCE, name]
  if (!(await succeeds('apt-get', install)) && (await succeeds('apt-get', ['update', '-qq', ...PATIENCE]))) {
    await succeeds('apt-get', install)
  }
}

function onPath(names: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function firstThatRuns(paths: string[]): string | null {
  return paths.find((path) => existsSync(path) && runs(path)) ?? null
}

function runs(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

async function succeeds(file: string, args: string[], extra: Record<string, string> = {}): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...extra }
  const child = spawn(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 })
  const [code] = await once(child, 'exit').catch(() => [null])
  return code === 0
}
