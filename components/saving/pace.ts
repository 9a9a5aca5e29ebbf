/** All in milliseconds. */
export interface Pace {
  /** After the last key. */
  rest: number
  /** While someone goes on typing. */
  longest: number
  firstRetry: number
  lastRetry: number
  timeout: number
}

export const PACE: Pace = { rest: 200, longest: 1000, firstRetry: 1000, lastRetry: 30_000, timeout: 15_000 }

/** What one request may carry when the page goes away: 64 kB in all, less what the headers take. */
export const KEEPALIVE_BYTES = 60_000

/**
 * How long to wait before the next try: as long as the server asks, else twice as long after each failure, with some
 * chance in it so that a whole meeting does not come back at once.
 */
export function retryDelay({ firstRetry, lastRetry }: Pace, failures: number, asked: number | null): number {
  return asked ?? Math.min(lastRetry, firstRetry * 2 ** failures) * (0.75 + Math.random() / 2)
}
