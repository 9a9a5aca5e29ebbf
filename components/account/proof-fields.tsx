import { FormText } from '@/components/forms/form-fields'

/** The present password and a code: asked before anything that one logs in with changes. */
export function ProofFields({ email }: { email: string }) {
  return (
    <>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <FormText
        name="currentPassword"
        type="password"
        label="Uw wachtwoord van nu"
        autoComplete="current-password"
        required
      />
      <FormText
        name="code"
        label="Code"
        hint="Zes cijfers uit de app op uw telefoon, of een herstelcode."
        autoComplete="one-time-code"
        width="medium"
        required
      />
    </>
  )
}
