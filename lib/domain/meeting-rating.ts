import { z } from 'zod'
import type { DossierFrame } from './dossier'
import { chosenId, optionalText } from './form-values'
import type { SeatRole } from './meeting-view'
import { safetyScore } from './score-field'

/**
 * What somebody thought of the meeting: a figure from 0 to 10 with at most one decimal, what went well and what could be
 * better. `participantId` only where the case director writes it down for who has no account.
 */
export const RatingForm = z.object({
  plan: z.string().max(20),
  participantId: chosenId.optional(),
  score: safetyScore,
  wentWell: optionalText('Wat goed ging'),
  better: optionalText('Wat beter kan'),
})

export interface RatingView {
  score: number
  wentWell: string
  better: string
}

export interface RatedSeat {
  participantId: string
  name: string
  /** What they were at the table, and their profession. */
  role: SeatRole
  detail: string | null
  /** Null: not given yet. */
  rating: RatingView | null
  /** The director writes it down for who has no account. */
  hasAccount: boolean
}

/** Looking back on a meeting: one's own rating, and for director and chair those of everyone who was there. */
export interface LookingBack {
  frame: DossierFrame
  plan: { slug: string; title: string }
  /** Whether the viewer was there, and gives a rating. */
  mayGive: boolean
  own: RatingView | null
  /** Null for who reads their own only. */
  all: { seats: RatedSeat[]; mean: number | null; given: number; mayWriteForOthers: boolean } | null
}

/** The mean of the figures that were given, exact; null before the first. */
export function meanRating(ratings: readonly (Pick<RatingView, 'score'> | null)[]): number | null {
  const scores = ratings.flatMap((rating) => (rating ? [rating.score] : []))
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
