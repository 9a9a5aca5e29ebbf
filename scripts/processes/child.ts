import { SettingsError } from '@/lib/env'

const LAST_RESORT_MS = 5_000

/**
 * Runs one of the long-living processes: `begin` starts it and returns how to stop it. It stops on SIGTERM and SIGINT,
 * and when the process that started it is gone; after 5 s it ends in any case. What `begin` reports is sent to the parent.
 */
export async function runProcess(begin: () => Promise<{ report?: object; stop: () => Promise<void> }>): Promise<void> {
  try {
    const { report, stop } = await begin()
    const end = once(async () => {
      setTimeout(() => process.exit(1), LAST_RESORT_MS).unref()
      await stop()
      process.exit(0)
    })
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
      process.on(event, end)
    }
    if (process.channel && !process.connected) {
      end()
    }
    process.send?.({ ready: true, ...report })
  } catch (error) {
    fail(error)
  }
}

/** Shows a wrong setting as its one line and anything else in full, and ends with exit code 1. */
export function fail(error: unknown): never {
  console.error(error instanceof SettingsError ? error.message : error)
  process.exit(1)
}

function once(work: () => Promise<void>): () => void {
  let begun = false
  return () => {
    if (!begun) {
      begun = true
      work().catch(fail)
    }
  }
}
