import { NewGoalsForm } from '@/components/assessment/new-goals-form'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { NewGoalsPage } from '@/lib/domain/new-goals'
import { addGoals } from '../../actions'

/** The form, where there is a safety plan that it can make a version of. */
export function GoalsPart({ code, page }: { code: string; page: NewGoalsPage }) {
  const { plan, assessment, ids, own, members, people, readers, today, usualDueOn } = page
  if (!plan || plan.version === 0) {
    return (
      <Notice title="Er is nog geen definitief veiligheidsplan">
        <p>Zet nieuwe doelen in het plan dat nu wordt gemaakt.</p>
        {plan && (
          <p>
            <TextLink href={`/gezinnen/${code}/plannen/${plan.slug}`}>Naar het veiligheidsplan</TextLink>
          </p>
        )}
      </Notice>
    )
  }
  return (
    <>
      {plan.isBeingRevised && (
        <Notice title="Het veiligheidsplan wordt nu herzien">
          <p>De nieuwe doelen komen bij de versie die nu geldt. Uw herziening blijft open en krijgt ze er ook bij.</p>
        </Notice>
      )}
      <NewGoalsForm
        {...{ ids, own, members, people, readers, today, usualDueOn, code }}
        action={addGoals}
        assessmentId={assessment.id}
        base={plan.version}
      />
    </>
  )
}
