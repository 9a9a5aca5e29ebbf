import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const STOP_MS = 7_000
const RESTART_MS = 1_000

type Settings = Record<string, string | undefined>

interface Started {
  /** What the process reported when it was ready. */
  report: Record<string, unknown>
  stop(): Promise<void>
  /** The number of the process that runs now. */
  pid(): number
}

interface Options {
  /** Name of a bundle in .build. */
  name: string
  settings: Settings
  nodeFlags?: readonly string[]
  /** Whether to start it again when it ends by itself. */
  restart?: boolean
  /** Where its output goes; by default to this terminal. */
  output?: 'inherit' | number
}

/**
 * Starts one of the project's processes and waits until it reports that it is ready. It gets exactly the settings given,
 * in a session of its own (Ctrl-C reaches only us), and stops by itself when this process is killed. Throws when it ends
 * before it is ready; it has then said why itself.
 */
export async function startProcess(options: Options): Promise<Started> {
  let stopping = false
  let child = launch(options)
  const report = await readiness(child, options.name)
  const watch = () =>
    child.once('exit', (code, signal) => {
      if (!stopping) {
        console.error(`The ${options.name} ended unexpectedly (${signal ?? `code ${code}`}).`)
      }
      if (!stopping && options.restart) {
        setTimeout(again, RESTART_MS)
      }
    })
  const again = () => {
    if (!stopping) {
      child = launch(options)
      watch()
    }
  }
  watch()
  return {
    report,
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true
      await stopChild(child)
    },
  }
}

/** This process's own settings without those that carry a secret or an address of the project. */
export function bareSettings(): Settings {
  const { PATH, HOME, LANG, TZ, TMPDIR, SSL_CERT_FILE, NODE_EXTRA_CA_CERTS, LOG_LEVEL, NODE_ENV } = process.env
  return {
    PATH,
    HOME,
    LANG,
    TZ,
    TMPDIR,
    SSL_CERT_FILE,
    NODE_EXTRA_CA_CERTS,
    LOG_LEVEL,
    NODE_ENV: NODE_ENV ?? 'production',
    // Beside V8's heap glibc keeps memory for each of a dozen threads, half of it empty; one keeping suffices.
    MALLOC_ARENA_MAX: '1',
  }
}

function launch({ name, settings, nodeFlags = [], output = 'inherit' }: Options): ChildProcess {
  const file = join('.build', `${name}.js`)
  return spawn(process.execPath, ['--enable-source-maps', ...nodeFlags, file], {
    env: settings as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
}

async function readiness(child: ChildProcess, name: string): Promise<Record<string, unknown>> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The ${name} did not start.`)
  })
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return
  }
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const lastResort = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await gone
  clearTimeout(lastResort)
}
