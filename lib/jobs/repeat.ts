import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'

export interface Schedule {
  /** What is done, as the log names it. */
  task: string
  everyMs: number
  run(): Promise<void>
}

/**
 * Does the work of a schedule after `firstMs`, and again after each pause, never twice at once. What goes wrong is
 * logged; the next turn comes all the same. `stop` waits for a turn that is under way.
 */
export function repeat({ task, everyMs, run }: Schedule, firstMs = 0): { stop(): Promise<void> } {
  const ended = new AbortController()
  const pause = (ms: number) => sleep(ms, undefined, { signal: ended.signal }).catch(() => undefined)
  const turns = (async () => {
    await pause(firstMs)
    while (!ended.signal.aborted) {
      await run().catch((error: unknown) => log.error({ err: error, task }, 'scheduled work failed'))
      await pause(everyMs)
    }
  })()
  return {
    async stop() {
      ended.abort()
      await turns
    },
  }
}
