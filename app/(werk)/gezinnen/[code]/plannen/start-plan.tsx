import { ActionForm } from '@/components/forms/action-form'
import { IntakeMissing } from '@/components/intake/intake-missing'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PlansPage } from '@/lib/data/plans-page'
import { isIntakeBar } from '@/lib/domain/intake'
import { nextPlan } from '@/lib/domain/next-plan'
import { meetingTitle } from '@/lib/domain/plan-state'
import { holds } from '@/lib/policy'
import { startPlan } from './actions'

/** The next plan, for the case director: once the one before it is definitive, and the first once the intake is complete. */
export function StartPlan({ frame, lacks, lastStayedAtSafety }: PlansPage) {
  const next = nextPlan(frame.plans, lastStayedAtSafety)
  if (!next || !holds(frame.roles, 'plan.move')) {
    return null
  }
  if (lacks?.some(isIntakeBar)) {
    return (
      <div className="mt-8">
        <IntakeMissing lacks={lacks} dossier={`/gezinnen/${frame.code}`} />
      </div>
    )
  }
  return (
    <ActionForm action={startPlan} hidden={{ dossier: frame.code, kind: next.kind }} className="mt-8 space-y-4">
      {lastStayedAtSafety && (
        <p className="max-w-prose">
          Het vorige GIPS 2 ging alleen over de veiligheid: de bodemeisen waren niet gehaald. Daarom komt er nu opnieuw
          een GIPS 2, en nog geen GIPS 3.
        </p>
      )}
      <SubmitButton>Begin met {meetingTitle(next.kind, next.ordinal)}</SubmitButton>
    </ActionForm>
  )
}
