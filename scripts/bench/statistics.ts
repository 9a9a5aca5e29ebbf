/** The value below which this part (0 to 1) of the samples lies, by the nearest rank; null without samples. */
export function quantile(samples: readonly number[], part: number): number | null {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null
}

/** The middle value, or the mean of the two in the middle; null without values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** One load on one page: how many answers a second, and how long each took in milliseconds. */
export interface Load {
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Milliseconds of processor time that one answer took in the app and in the database; NaN where nobody counts. */
  app: number
  database: number
}

/** One round from the time each answer took, how long the round was, and what the processes used in it. */
export function loadOf(
  latencies: readonly number[],
  seconds: number,
  used: { app: number; database: number } | null = null,
): Load {
  const at = (part: number) => quantile(latencies, part) ?? Number.NaN
  return {
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    app: used ? used.app / latencies.length : Number.NaN,
    database: used ? used.database / latencies.length : Number.NaN,
  }
}

/** The middle of each figure over the rounds. */
export function typicalLoad(rounds: readonly Load[]): Load {
  const middle = (pick: (load: Load) => number) => median(rounds.map(pick)) ?? Number.NaN
  return {
    perSecond: middle((load) => load.perSecond),
    p50: middle((load) => load.p50),
    p95: middle((load) => load.p95),
    p99: middle((load) => load.p99),
    app: middle((load) => load.app),
    database: middle((load) => load.database),
  }
}

export interface Spread {
  median: number
  least: number
  most: number
}

/**
 * One figure divided by another, round by round: whatever slowed the whole machine down during a round touches both and
 * falls out. Null when a round is missing on one side.
 */
export function ratioByRound(above: readonly number[], below: readonly number[]): Spread | null {
  const ratios = above.map((value, round) => value / (below[round] ?? Number.NaN))
  const middle = median(ratios)
  if (middle === null || above.length !== below.length || ratios.some((ratio) => !Number.isFinite(ratio))) {
    return null
  }
  return { median: middle, least: Math.min(...ratios), most: Math.max(...ratios) }
}

/** Something to reach: at least or at most this much. */
export interface Goal {
  bound: 'least' | 'most'
  limit: number
}

/** Whether a measured figure reaches the goal; what was not measured does not. */
export function isReached({ bound, limit }: Goal, measured: number | null): boolean {
  if (measured === null || Number.isNaN(measured)) {
    return false
  }
  return bound === 'least' ? measured >= limit : measured <= limit
}
