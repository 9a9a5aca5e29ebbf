import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** Processes that have started and wait for a word, so that nobody waits for the start of one. */
const READY = 2

const CALENDAR = 'date-holidays'

/**
 * The calendar of holidays is half of all that a worker would read when it starts, and is asked for mail alone that may
 * wait: it stays outside the bundle, and is brought in by who asks.
 */
const calendarWhenAsked: Plugin = {
  name: 'calendar when asked',
  setup({ onResolve, onLoad }) {
    const file = createRequire(import.meta.url).resolve(CALENDAR)
    const contents = `module.exports = class { constructor(...given) { return new (require(${JSON.stringify(file)}))(...given) } }`
    onResolve({ filter: new RegExp(`^${CALENDAR}$`) }, ({ path }) => ({ path, namespace: CALENDAR }))
    onResolve({ filter: /.*/, namespace: CALENDAR }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /.*/, namespace: CALENDAR }, () => ({ contents }))
  },
}

/** Real workers in processes of their own, which end by SIGKILL alone. */
export class DoomedWorkers {
  private readonly folder = resolve(`.build/doomed-workers-${process.pid}`)
  private readonly bundle = resolve(this.folder, 'worker.cjs')
  private readonly ready: ChildProcess[] = []
  private readonly running = new Set<ChildProcess>()

  constructor(private readonly auditFolder: string) {}

  /** Bundles all of the worker into one file, which Node reads and compiles in a fraction of the time of thousands. */
  async prepare(): Promise<void> {
    await build({
      entryPoints: ['tests/faults/worker-process.ts'],
      outfile: this.bundle,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      external: ['pg-native', 'prettier'],
      plugins: [calendarWhenAsked],
      define: { 'process.env.NODE_ENV': '"production"' },
      jsx: 'automatic',
    })
  }

  /** One that has started. It begins its work when it is sent its settings. */
  next(): ChildProcess {
    const worker = this.ready.shift() ?? this.launch()
    while (this.ready.length < READY) {
      this.ready.push(this.launch())
    }
    return worker
  }

  /** Lets one end by itself: only then it leaves to those after it what it compiled. */
  async end(worker: ChildProcess): Promise<void> {
    worker.disconnect()
    await this.gone(worker)
  }

  async kill(worker: ChildProcess): Promise<void> {
    worker.kill('SIGKILL')
    await this.gone(worker)
  }

  /** Resolves when nothing of it is left. */
  async gone(worker: ChildProcess): Promise<void> {
    if (worker.exitCode === null && worker.signalCode === null) {
      await once(worker, 'exit')
    }
    this.running.delete(worker)
  }

  async close(): Promise<void> {
    await Promise.all([...this.running].map((worker) => this.kill(worker)))
    rmSync(this.folder, { recursive: true, force: true })
  }

  private launch(): ChildProcess {
    const { APP_SECRET, MASTER_KEY, APP_URL, PATH } = process.env
    const worker = fork(this.bundle, [this.auditFolder], {
      env: {
        ...{ APP_SECRET, MASTER_KEY, APP_URL, PATH },
        NODE_ENV: 'production',
        DEMO: '1',
        LOG_LEVEL: 'error',
        NODE_COMPILE_CACHE: resolve(this.folder, 'compiled'),
      },
      execArgv: [],
    })
    this.running.add(worker)
    return worker
  }
}
