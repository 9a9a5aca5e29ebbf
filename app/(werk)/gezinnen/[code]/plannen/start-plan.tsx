import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { IntakeMissing } from '@/components/intake/intake-missing'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PlansPage } from '@/lib/data/plans-page'
import { isIntakeBar } from '@/lib/domain/intake'
import { nextPlan, repeatPlan } from '@/lib/domain/next-plan'
import { meetingTitle, type PlanReference } from '@/lib/domain/plan-state'
import { holdsIn } from '@/lib/policy'
import { startPlan } from './actions'

/**
 * The next plan, or the last one once more, for the case director: once the one before it is definitive, and the first
 * once the intake is complete.
 */
export function StartPlan({ frame, lacks, lastStayedAtSafety }: PlansPage) {
  const next = nextPlan(frame.plans, lastStayedAtSafety)
  const repeat = repeatPlan(frame.plans)
  if (!next || !holdsIn(frame, 'plan.move')) {
    return null
  }
  if (lacks?.some(isIntakeBar)) {
    return (
      <div className="mb-8">
        <IntakeMissing lacks={lacks} dossier={`/gezinnen/${frame.code}`} />
      </div>
    )
  }
  return (
    <div className="mb-8 space-y-4">
      {lastStayedAtSafety && (
        <p className="max-w-prose">
          Het vorige GIPS 2 ging alleen over de veiligheid: de bodemeisen waren niet gehaald. Daarom komt er nu opnieuw
          een GIPS 2, en nog geen GIPS 3.
        </p>
      )}
      <div className="flex flex-wrap gap-4">
        <StartForm plan={next} dossier={frame.code}>
          Begin met {meetingTitle(next.kind, next.ordinal)}
        </StartForm>
        {repeat && repeat.kind !== next.kind && (
          <StartForm plan={repeat} dossier={frame.code} variant="secondary">
            Houd {meetingTitle(repeat.kind)} nog een keer
          </StartForm>
        )}
      </div>
    </div>
  )
}

type StartFormProps = { plan: PlanReference; dossier: string; variant?: 'secondary'; children: ReactNode }

function StartForm({ plan, dossier, variant, children }: StartFormProps) {
  return (
    <ActionForm action={startPlan} hidden={{ dossier, kind: plan.kind }} className="space-y-4">
      <SubmitButton {...(variant && { variant })}>{children}</SubmitButton>
    </ActionForm>
  )
}
