/** What changes shortly after each other is fetched at once; what changes without pause, every so often. */
const REST_MS = 700
const LONGEST_MS = 2_500
/** Fetching and drawing anew takes a moment in which no key is answered: it waits for who types, but not for ever. */
const LONGEST_FOR_TYPING_MS = 6_000

/** Moments in milliseconds, by one clock. */
export interface Moments {
  now: number
  /** The first change and the last one that were not fetched yet. */
  firstChange: number
  lastChange: number
  /** The last time that somebody typed on this screen; never: before everything. */
  typed: number
}

/** How many milliseconds a screen that follows a meeting waits before it fetches what changed; 0: it does so now. */
export function waitBeforeFetch({ now, firstChange, lastChange, typed }: Moments): number {
  const due = Math.min(lastChange + REST_MS, firstChange + LONGEST_MS)
  const rested = Math.min(typed + REST_MS, firstChange + LONGEST_FOR_TYPING_MS)
  return Math.max(0, Math.max(due, rested) - now)
}
