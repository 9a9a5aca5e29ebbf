import type { Change } from './channel'
import type { Reader } from './hub'

/**
 * `refetch`: something may have been missed or become hidden, fetch the whole state. `beat`: still here. `screen`: what
 * there is to see after a change.
 */
export type LiveMessage =
  | { event: 'refetch' }
  | { event: 'beat' }
  | { event: 'change'; changes: Change[] }
  | { event: 'screen'; screen: unknown }

/** `rights`: somebody's rights changed; the readers hear it as `refetch`. */
export type News = LiveMessage | { event: 'rights' }

/**
 * What the screens show now, read once for each person who opened some: all of one person's screens show the same. Who
 * cannot be read for now is told of the change instead, and fetches.
 */
export async function screensOf(readers: ReadonlySet<Reader>): Promise<Map<string, LiveMessage>> {
  const shown = new Map<string, LiveMessage>()
  const byPerson = Map.groupBy(
    [...readers].filter(({ show }) => show),
    ({ personId }) => personId,
  )
  for (const [personId, [first]] of byPerson) {
    const screen = await first?.show?.().catch(() => null)
    if (screen) {
      shown.set(personId, { event: 'screen', screen })
    }
  }
  return shown
}

/** What this reader is told of it; null for nothing. */
export function heardBy({ kinds }: Reader, news: News): LiveMessage | null {
  if (news.event === 'rights') {
    return kinds ? null : { event: 'refetch' }
  }
  if (!kinds || news.event !== 'change') {
    return news
  }
  const heard = kinds.filter((kind) => news.changes.some((change) => change.kind === kind))
  return heard.length > 0 ? { event: 'change', changes: heard.map((kind) => ({ kind })) } : null
}
