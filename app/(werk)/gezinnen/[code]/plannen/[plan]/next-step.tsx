import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { InvitationReach } from '@/lib/domain/meeting-invitation'
import type { PlanState } from '@/lib/domain/plan-state'
import { move } from './actions'
import { InvitePart } from './invite-part'

type NextStepProps = {
  hidden: Record<string, string>
  state: PlanState
  next: PlanState
  mayGoOn: boolean
  reach: InvitationReach | null
}

const WORDS: Partial<Record<PlanState, string>> = {
  invited: 'Agenda klaar: nodig uit',
  meeting: 'Begin het overleg',
  provisional: 'Maak het plan voorlopig',
}

/** One step on; shown as a button only when nothing bars it. */
export function NextStep({ hidden, state, next, mayGoOn, reach }: NextStepProps) {
  if (!mayGoOn) {
    return null
  }
  return (
    <ActionForm action={move} hidden={{ ...hidden, from: state, to: next }} className="mt-4 space-y-4">
      {next === 'invited' && reach && <InvitePart reach={reach} />}
      <SubmitButton>{WORDS[next]}</SubmitButton>
    </ActionForm>
  )
}
