import { MINIMUM_SCORE, STABLE_SCORE } from '@/lib/domain/score'

export type ScoreBand = 'unsafe' | 'minimal' | 'safe'

export const bandWords: Record<ScoreBand, string> = {
  unsafe: 'onveilig',
  minimal: 'net veilig genoeg',
  safe: 'veilig',
}

/** In which of the three bands an exact score from 0 to 10 falls: under 6, from 6 to under 7, 7 and more. */
export function scoreBand(score: number): ScoreBand {
  if (score < MINIMUM_SCORE) {
    return 'unsafe'
  }
  return score < STABLE_SCORE ? 'minimal' : 'safe'
}
