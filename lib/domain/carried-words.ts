export const REVIEW_RESULTS = ['reached', 'partly', 'notReached'] as const
export type ReviewResult = (typeof REVIEW_RESULTS)[number]

export const CARRY_DECISIONS = ['kept', 'changed', 'dropped'] as const
export type CarryDecision = (typeof CARRY_DECISIONS)[number]

const REVIEWS: Record<ReviewResult, string> = {
  reached: 'gelukt',
  partly: 'voor een deel gelukt',
  notReached: 'niet gelukt',
}
const TONES = { reached: 'success', partly: 'warning', notReached: 'danger' } as const
const DECISIONS: Record<CarryDecision, string> = {
  kept: 'blijft zoals zij is',
  changed: 'verandert',
  dropped: 'stopt',
}

/** The Dutch words for what became of a safety goal, in small letters. */
export function reviewName(result: ReviewResult): string {
  return REVIEWS[result]
}

/** The colour that helps those words. */
export function reviewTone(result: ReviewResult): (typeof TONES)[ReviewResult] {
  return TONES[result]
}

/** The Dutch words for what becomes of an agreement of an earlier plan, in small letters. */
export function carryName(decision: CarryDecision): string {
  return DECISIONS[decision]
}
