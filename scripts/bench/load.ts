import autocannon from 'autocannon'
import type { ProcessorTime } from '@/scripts/bench/processor-time'
import { type Load, loadOf } from '@/scripts/bench/statistics'

export interface Target {
  name: string
  url: string
  headers?: Record<string, string>
  /** Reads the processor time used so far by those who answer. */
  used?: () => ProcessorTime | null
}

export const CONNECTIONS = 20

/**
 * Asks for one page over so many connections for so many seconds, each asking again as soon as it has its answer. Nobody
 * asks for compression, of whatever is compared. Throws when one answer is not 200: a page of errors is quick to make.
 */
export async function loadPage(target: Target, seconds: number, connections = CONNECTIONS): Promise<Load> {
  const latencies: number[] = []
  const wrong = new Map<number, number>()
  const before = target.used?.() ?? null
  await new Promise<void>((done, failed) => {
    const instance = autocannon(
      { url: target.url, headers: target.headers ?? {}, connections, duration: seconds, timeout: 10 },
      (error, result) => {
        if (error) {
          failed(error)
        } else if (result.errors > 0) {
          failed(new Error(`${target.name}: ${result.errors} requests without an answer.`))
        } else {
          done()
        }
      },
    )
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status === 200) {
        latencies.push(milliseconds)
      } else {
        wrong.set(status, (wrong.get(status) ?? 0) + 1)
      }
    })
  })
  if (wrong.size > 0) {
    throw new Error(
      `${target.name} answered ${[...wrong].map(([status, times]) => `${status} (${times} times)`).join(', ')}.`,
    )
  }
  return loadOf(latencies, seconds, difference(before, target.used?.() ?? null))
}

function difference(before: ProcessorTime | null, after: ProcessorTime | null): ProcessorTime | null {
  return before && after ? { app: after.app - before.app, database: after.database - before.database } : null
}

/** The loads of each page in rounds that alternate: A B C, A B C, … By name, one load a round. */
export async function alternate<N extends string>(
  targets: readonly (Target & { name: N })[],
  rounds: number,
  seconds: number,
): Promise<Record<N, Load[]>> {
  const loads = Object.fromEntries(targets.map(({ name }) => [name, []])) as unknown as Record<N, Load[]>
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      loads[target.name].push(await loadPage(target, seconds))
    }
  }
  return loads
}
