import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MeetingPage } from '@/lib/domain/meeting-view'
import { openRisks } from './actions'

/** The exception: the case director goes on to the risks once every new safety goal has an agreement, with a reason. */
export function OpenRiskPart({ page: { frame, plan, may, riskPart } }: { page: MeetingPage }) {
  if (!may.direct || !riskPart?.isClosed) {
    return null
  }
  return (
    <Disclosure summary="Toch door naar de risico’s?">
      {riskPart.bar ? (
        <p className="max-w-prose">
          Dat kan alleen als er bij elk nieuw veiligheidsdoel een afspraak staat. {riskPart.bar}
          {riskPart.bar.endsWith('”') && '.'}
        </p>
      ) : (
        <ActionForm
          action={openRisks}
          hidden={{ dossier: frame.code, plan: plan.slug }}
          label="Open het deel over de risico’s"
        >
          <p className="max-w-prose">
            Bij elk nieuw veiligheidsdoel staat een afspraak. U kunt dus verder, als u opschrijft waarom dat nu al goed
            is. Uw reden komt in het plan te staan.
          </p>
          <FormTextArea name="reason" label="Waarom gaat u toch door?" required />
          <SubmitButton>Open het deel over de risico’s</SubmitButton>
        </ActionForm>
      )}
    </Disclosure>
  )
}
