/** What changes shortly after each other is fetched at once; what changes without pause, every so often. */
const REST_MS = 700
const LONGEST_MS = 2_500
/** Fetching and drawing anew takes a moment in which no key is answered: it waits for who types, but not for ever. */
const LONGEST_FOR_TYPING_MS = 6_000
/** Who left the desk: a screen that only follows must not keep a session alive. */
const AWAY_MS = 10 * 60_000
const NEVER = Number.NEGATIVE_INFINITY

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

/**
 * When a screen fetches itself anew. While nobody touches it for ten minutes, or it is hidden, it waits, and catches up at the
 * first touch.
 */
export class RefreshClock {
  private timer: ReturnType<typeof setTimeout> | undefined
  private firstChange: number | null = null
  private lastChange = 0
  private isUrgent = false
  private isBehind = false
  private typedAt = NEVER
  private seenAt = performance.now()

  constructor(
    private readonly fetchAnew: () => void,
    private readonly isHidden: () => boolean,
  ) {}

  /** Somebody is at this screen. */
  seen(): void {
    this.seenAt = performance.now()
    if (this.isBehind) {
      this.isBehind = false
      this.fetchAnew()
    }
  }

  typed(): void {
    this.typedAt = performance.now()
  }

  /**
   * Something changed: fetches it in its time, together with what changes shortly after. Urgent is what may have to
   * disappear from the screen: it does not wait for who types.
   */
  soon(isUrgent: boolean): void {
    this.lastChange = performance.now()
    this.firstChange ??= this.lastChange
    this.isUrgent ||= isUrgent
    this.fetchInTime()
  }

  /** Fetches at once. */
  now(): void {
    this.drop()
    this.isBehind = this.isHidden() || performance.now() - this.seenAt > AWAY_MS
    if (!this.isBehind) {
      this.fetchAnew()
    }
  }

  /** What changed until now is not fetched any more. */
  drop(): void {
    clearTimeout(this.timer)
    this.firstChange = null
    this.isUrgent = false
    this.isBehind = false
  }

  /** Who typed in the meantime is waited for once more. */
  private readonly fetchInTime = (): void => {
    const { firstChange, lastChange } = this
    if (firstChange === null) {
      return
    }
    clearTimeout(this.timer)
    const typed = this.isUrgent ? NEVER : this.typedAt
    const wait = waitBeforeFetch({ now: performance.now(), firstChange, lastChange, typed })
    if (wait === 0) {
      this.now()
    } else {
      this.timer = setTimeout(this.fetchInTime, Math.ceil(wait))
    }
  }
}
