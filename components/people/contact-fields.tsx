import { FormText, FormTextArea } from '@/components/forms/form-fields'
import type { ContactView } from '@/lib/domain/people-views'

/** Address, phone and e-mail, for a member or somebody of the network. */
export function ContactFields({ contact }: { contact: ContactView }) {
  const known = contact.state === 'open' ? contact : { address: null, phone: null, email: null }
  return (
    <>
      <FormTextArea
        name="address"
        label="Adres"
        optional
        rows={3}
        defaultValue={known.address ?? ''}
        autoComplete="off"
      />
      <FormText
        name="phone"
        label="Telefoon"
        optional
        width="medium"
        defaultValue={known.phone ?? ''}
        autoComplete="off"
        inputMode="tel"
      />
      <FormText
        name="email"
        label="E-mail"
        optional
        defaultValue={known.email ?? ''}
        autoComplete="off"
        inputMode="email"
      />
    </>
  )
}
