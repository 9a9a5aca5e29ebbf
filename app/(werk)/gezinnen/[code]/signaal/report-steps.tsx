import { FormCheckboxGroup, FormRadioGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { URGENCIES } from '@/lib/domain/signal'

type ReportStepsProps = {
  /** Which of the two is in sight; both for who has no scripts. */
  shown: 1 | 2 | 'both'
  members: readonly { value: string; label: string }[]
  back: () => void
}

const HOW_SOON = Object.entries(URGENCIES).map(([value, words]) => ({ value, ...words }))

/** The heading of a step, to which one is led. */
export function stepId(step: 1 | 2): string {
  return `stap-${step}`
}

/** First what happened and when, then whom it concerns and how urgent it is. What is typed in the one stays while the other is in sight. */
export function ReportSteps({ shown, members, back }: ReportStepsProps) {
  return (
    <>
      <section hidden={shown === 2} aria-label="Stap 1 van 2" className="space-y-5">
        <h2 id={stepId(1)} tabIndex={-1}>
          Stap 1 van 2: wat gebeurde er?
        </h2>
        <FormTextArea name="happened" label="Wat zag of hoorde u?" hint="Kort en zoals u het zag of hoorde." rows={5} />
        <FormText
          name="happenedAt"
          type="datetime-local"
          label="Wanneer was dat?"
          hint="Weet u het niet precies? Laat het dan leeg."
          width="medium"
          optional
        />
      </section>
      <section hidden={shown === 1} aria-label="Stap 2 van 2" className="space-y-5">
        <h2 id={stepId(2)} tabIndex={-1}>
          Stap 2 van 2: wie en hoe snel?
        </h2>
        <FormCheckboxGroup
          name="members"
          legend="Over wie gaat het?"
          hint="Gaat het over het hele gezin, of weet u het niet? Kies dan niemand."
          options={members}
        />
        <FormRadioGroup name="urgency" legend="Hoe snel moet iemand iets doen?" options={HOW_SOON} />
      </section>
      <div className="flex flex-col gap-3 sm:flex-row sm:items-center">
        <SubmitButton wide variant={shown === 1 ? 'primary' : 'danger'}>
          {shown === 1 ? 'Verder' : 'Meld dit signaal'}
        </SubmitButton>
        {shown === 2 && (
          <Button type="button" variant="quiet" wide onClick={back}>
            Terug naar stap 1
          </Button>
        )}
      </div>
    </>
  )
}
