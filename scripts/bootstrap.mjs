// The first step of every npm script, for any Node from 18 on and without a single package: brings in what is missing
// (packages, a fitting Node, the database client), bundles the TypeScript commands and runs the one asked for.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))

const [command = 'start', ...args] = process.argv.slice(2)
const ON_WINDOWS = process.platform === 'win32'

if (!packagesMatchLock()) {
  say('Installing the packages; the first time this takes a minute or two ...')
  installPackages()
}
const node = fittingNode()
generateClient()
run(node, ['scripts/bundle.mjs'], 'bundling the scripts')
runCommand()

/** Whether node_modules holds what package-lock.json asks for; packages for other systems may be missing. */
function packagesMatchLock() {
  const installedLock = 'node_modules/.package-lock.json'
  if (!existsSync(installedLock) || !existsSync('node_modules/node/bin/node')) {
    return false
  }
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, dev }]) => {
    const mayBeMissing = path === '' || optional || (dev && command === 'start')
    return installed[path] ? installed[path].version === version : mayBeMissing
  })
}

/**
 * Exactly what the lock says. Where a registry lacks the optional packages of other systems, npm cannot list those in the
 * lock, and npm ci refuses such a lock; npm install then installs the same versions from it.
 */
function installPackages() {
  const quiet = ['--no-fund', '--no-audit', '--loglevel=error', ...(command === 'start' ? [] : ['--include=dev'])]
  const clean = spawnSync('npm', ['ci', ...quiet], { encoding: 'utf8', shell: ON_WINDOWS })
  if (clean.status !== 0 && clean.stderr?.includes('EUSAGE')) {
    run('npm', ['install', '--no-save', ...quiet], 'npm install')
  } else if (clean.status !== 0) {
    fail(`npm ci failed. ${clean.error?.message ?? ''}${clean.stderr ?? ''}`)
  }
}

/** Node 24 from npm; where that does not run on this machine, its own Node if it is new enough. */
function fittingNode() {
  const brought = resolve('node_modules/node/bin/node')
  if (spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0) {
    return brought
  }
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) {
    return process.execPath
  }
  return fail(
    `Node 22.12 or newer is needed; this is ${process.versions.node}, and the one from npm does not run here.`,
  )
}

function generateClient() {
  const hash = createHash('sha256')
  for (const file of ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']) {
    hash.update(readFileSync(file))
  }
  const fingerprint = hash.digest('hex')
  const stamp = 'prisma/generated/.fingerprint'
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    return
  }
  say('Generating the database client ...')
  run(node, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], 'prisma generate', 'quiet')
  writeFileSync(stamp, fingerprint)
}

function runCommand() {
  const file = resolve('.build', `${command}.js`)
  if (!existsSync(file)) {
    fail(`There is no command "${command}".`)
  }
  // The channel lets the command notice when this process is killed; it then stops what it started.
  const child = spawn(node, ['--enable-source-maps', file, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // Ctrl-C reaches the whole group, the command included; it stops everything and ends, and then so do we.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill('SIGTERM'))
  }
  child.on('exit', (code) => process.exit(code ?? 1))
  endWithNpm(child)
}

/** When npm itself is killed, nobody is left to stop the command: then we do. */
function endWithNpm(child) {
  const npm = process.env.npm_lifecycle_event ? npmAbove(process.ppid) : 0
  if (npm > 1) {
    setInterval(() => isAlive(npm) || child.kill('SIGTERM'), 1000).unref()
  }
}

/** npm runs a script by a shell, which some systems replace by the script itself. */
function npmAbove(parent) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(parent)], { encoding: 'utf8' })
  return stdout?.includes('bootstrap.mjs') ? Number.parseInt(stdout, 10) : parent
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function run(file, parameters, what, output = 'shown') {
  const stdio = output === 'shown' ? 'inherit' : 'pipe'
  const result = spawnSync(file, parameters, { stdio, encoding: 'utf8', shell: ON_WINDOWS })
  if (result.status !== 0) {
    fail(`${what} failed. ${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`.trim())
  }
}

function say(line) {
  console.log(line)
}

function fail(line) {
  console.error(line)
  process.exit(1)
}
