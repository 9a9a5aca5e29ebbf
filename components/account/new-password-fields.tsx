import { FormText } from '@/components/forms/form-fields'

/** A new password, twice: what is typed cannot be seen. */
export function NewPasswordFields({ label = 'Nieuw wachtwoord' }: { label?: string }) {
  return (
    <>
      <FormText
        name="password"
        type="password"
        label={label}
        hint="Ten minste 12 tekens. Een korte zin onthoudt u makkelijk."
        autoComplete="new-password"
        required
      />
      <FormText name="passwordAgain" type="password" label="Nog een keer" autoComplete="new-password" required />
    </>
  )
}
