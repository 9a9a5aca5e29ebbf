import type { Place } from '@/components/meeting/place'
import type { ReviewView } from '@/lib/domain/carried-views'
import { ReviewLine } from './review-line'

type SafetyReviewProps = Place & { reviews: readonly ReviewView[]; mayWrite: boolean }

/** The safety goals that still stand open, those of who has no 6 yet on top. */
export function SafetyReview({ reviews, mayWrite, ...place }: SafetyReviewProps) {
  if (reviews.length === 0) {
    return <p className="text-ink-soft">Er staan geen veiligheidsdoelen meer open uit eerdere plannen.</p>
  }
  return (
    <ol className="space-y-3">
      {reviews.map((review) => (
        <ReviewLine key={review.goalId} {...place} review={review} mayWrite={mayWrite} />
      ))}
    </ol>
  )
}
