import type { Extent } from '@/scripts/bench/extent'
import type { Ground } from '@/scripts/bench/ground'
import { alternate, loadPage, type Target } from '@/scripts/bench/load'
import type { Recorded } from '@/scripts/bench/recorded-pages'
import type { SizeMeasured } from '@/scripts/bench/results'

/** What the floor runs and returns: the dashboard's statements, and its page. */
export function floorOf({ dashboard }: Record<string, Recorded>) {
  return { statements: dashboard?.statements ?? [], page: dashboard?.page ?? '' }
}

/** How each page came about. */
export function factsOf(recorded: Record<string, Recorded>) {
  return Object.fromEntries(
    Object.entries(recorded).map(([name, { statements, page }]) => [
      name,
      { statements: statements.length, bytes: Buffer.byteLength(page) },
    ]),
  )
}

/** Asks for everything once before it counts. */
export async function warmUp(targets: readonly Target[], { warmUpSeconds }: Extent): Promise<void> {
  console.log('Warming up ...')
  for (const target of targets) {
    await loadPage(target, warmUpSeconds)
  }
}

/** Milliseconds of each page on one connection, with nothing else asked. */
export async function measureAlone(targets: readonly Target[], { seconds }: Extent): Promise<Record<string, number>> {
  const alone: Record<string, number> = {}
  for (const target of targets) {
    alone[target.name] = (await loadPage(target, seconds, 1)).p50
  }
  return alone
}

/** The floor stands beside the first size; the goals about size concern the app alone. */
export async function measureSizes(
  ground: Ground,
  targets: readonly Target[],
  extent: Extent,
): Promise<SizeMeasured[]> {
  const measured: SizeMeasured[] = []
  for (const families of extent.sizes) {
    console.log(`Measuring with ${families} families ...`)
    await ground.growTo(families)
    const chosen = measured.length === 0 ? targets : targets.filter(({ name }) => name !== 'floor')
    measured.push({ families, loads: await alternate(chosen, extent.rounds, extent.seconds) })
  }
  return measured
}
