import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DossierFrame } from '@/lib/domain/dossier'
import { nextPlan } from '@/lib/domain/next-plan'
import { meetingTitle } from '@/lib/domain/plan-state'
import { holds } from '@/lib/policy'
import { startPlan } from './actions'

/** The next plan of the trajectory, for the case director, once the one before it is definitive. */
export function StartPlan({ frame }: { frame: DossierFrame }) {
  const next = nextPlan(frame.plans)
  if (!next || !holds(frame.roles, 'plan.move')) {
    return null
  }
  return (
    <ActionForm action={startPlan} hidden={{ dossier: frame.code, kind: next.kind }} className="mt-8 space-y-4">
      <SubmitButton>Begin met {meetingTitle(next.kind, next.ordinal)}</SubmitButton>
    </ActionForm>
  )
}
