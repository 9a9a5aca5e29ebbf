import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PlanState } from '@/lib/domain/plan-state'
import { move, revise } from './actions'

type NextStepProps = { hidden: Record<string, string>; state: PlanState; next: PlanState | null; mayGoOn: boolean }

const WORDS: Partial<Record<PlanState, string>> = {
  invited: 'De agenda is klaar: verstuur de uitnodigingen',
  meeting: 'Begin het overleg',
  provisional: 'Maak het plan voorlopig',
}

/** One step on; shown as a button only when nothing bars it. A definitive plan can be opened for revision. */
export function NextStep({ hidden, state, next, mayGoOn }: NextStepProps) {
  if (next === null) {
    return (
      <ActionForm action={revise} hidden={hidden} className="mt-4 space-y-4">
        <p className="max-w-prose">Dit plan is definitief. Klopt er iets niet meer? Dan maakt u een nieuwe versie.</p>
        <SubmitButton variant="secondary">Herzie dit plan</SubmitButton>
      </ActionForm>
    )
  }
  if (!mayGoOn) {
    return null
  }
  return (
    <ActionForm action={move} hidden={{ ...hidden, from: state, to: next }} className="mt-4 space-y-4">
      <SubmitButton>{WORDS[next]}</SubmitButton>
    </ActionForm>
  )
}
