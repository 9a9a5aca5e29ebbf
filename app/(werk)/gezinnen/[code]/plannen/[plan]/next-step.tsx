import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { PlanState } from '@/lib/domain/plan-state'
import { move } from './actions'

type NextStepProps = { hidden: Record<string, string>; state: PlanState; next: PlanState; mayGoOn: boolean }

const WORDS: Partial<Record<PlanState, string>> = {
  meeting: 'Begin het overleg',
  provisional: 'Maak het plan voorlopig',
}

/** One step on; shown as a button only when nothing bars it. */
export function NextStep({ hidden, state, next, mayGoOn }: NextStepProps) {
  if (!mayGoOn) {
    return null
  }
  if (next === 'invited') {
    return (
      <p className="mt-4 max-w-prose">
        De agenda is klaar. <TextLink href="#uitnodiging">Verstuur nu de uitnodigingen</TextLink>.
      </p>
    )
  }
  return (
    <ActionForm action={move} hidden={{ ...hidden, from: state, to: next }} className="mt-4 space-y-4">
      <SubmitButton>{WORDS[next]}</SubmitButton>
    </ActionForm>
  )
}
