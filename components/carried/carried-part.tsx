import { GoalEvaluation } from '@/components/evaluation/goal-evaluation'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { MeetingShown } from '@/lib/domain/meeting-view'
import { CarriedAgreements } from './carried-agreements'
import { SafetyReview } from './safety-review'

type LookingBackProps = { page: MeetingShown; item: AgendaItem }

/** What a meeting finds of earlier goals: the open safety goals with their agreements, or all others in percents. */
export function LookingBack({ page, item }: LookingBackProps) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const mayWrite = page.may.write && !page.carried.isSettled
  const { reviews, evaluation } = page.carried
  return (
    <div className="space-y-6">
      {item.instrument === 'goalEvaluation' && evaluation && (
        <GoalEvaluation
          {...place}
          caption={item.question}
          evaluation={evaluation}
          people={{ seats: page.seats }}
          mayWrite={mayWrite}
        />
      )}
      {item.instrument === 'safetyGoalReview' && (
        <>
          <SafetyReview {...place} reviews={reviews} mayWrite={mayWrite} />
          <CarriedPart page={page} isForSafety />
        </>
      )}
    </div>
  )
}

/** The agreements of earlier plans that still run: for safety goals, or all others. */
export function CarriedPart({ page, isForSafety }: { page: MeetingShown; isForSafety: boolean }) {
  return (
    <CarriedAgreements
      code={page.frame.code}
      slug={page.plan.slug}
      title={isForSafety ? 'Afspraken voor de veiligheid die nog lopen' : 'Afspraken uit eerdere plannen die nog lopen'}
      agreements={page.carried.agreements.filter((each) => each.isForSafety === isForSafety)}
      mayWrite={page.may.write && !page.carried.isSettled}
    />
  )
}
