import { FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'

/** Why a closed dossier is not erased at the end of its term, or why it may be again. */
export function HoldFields({ isHeld }: { isHeld: boolean }) {
  return (
    <>
      <p className="max-w-prose">
        {isHeld
          ? 'Het dossier wordt niet gewist zolang dit zo blijft, ook niet als de bewaartijd voorbij is.'
          : 'Loopt er bijvoorbeeld een rechtszaak of een klacht? Dan houdt u het wissen tegen.'}
      </p>
      <FormTextArea name="reason" label="Waarom?" rows={2} />
      <SubmitButton variant="secondary">
        {isHeld ? 'Laat de bewaartijd weer lopen' : 'Houd het wissen tegen'}
      </SubmitButton>
    </>
  )
}
