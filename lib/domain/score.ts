/** Under this score a member is not safe enough: the minimum safety requirements are not met (GIPS §2.1.2). */
export const MINIMUM_SCORE = 6

/** From this score on, twice within half a year, safety is stable (GIPS §3.1.1). */
export const STABLE_SCORE = 7

const SCORE_LIMITS = [STABLE_SCORE, MINIMUM_SCORE]

/**
 * A score or a mean of scores as it is shown: one decimal, with a comma. Rounds half up, except that a mean just under
 * 6 or 7 never shows as that limit: a 5,96 that does not meet the requirements reads 5,9, not 6,0.
 */
export function formatScore(score: number): string {
  const rounded = Math.round(score * 10) / 10
  const crosses = SCORE_LIMITS.some((limit) => score < limit && rounded >= limit)
  return (crosses ? rounded - 0.1 : rounded).toFixed(1).replace('.', ',')
}

/** A figure as people type it: 6,5 or 7; nothing for null. */
export function typedScore(score: number | null): string {
  return score === null ? '' : String(score).replace('.', ',')
}
