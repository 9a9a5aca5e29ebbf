'use client'

import { OrganisationFields } from '@/components/administration/organisation-fields'
import { useFormField } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'

/** Who somebody is that has no account yet; asked only once the address turned out to be unknown. */
export function NewAccountFields({ organisations }: { organisations: readonly string[] }) {
  const { error, typed } = useFormField('name')
  if (!error && typed === undefined) {
    return null
  }
  return (
    <>
      <FormText name="name" label="Naam" autoComplete="off" />
      <FormText name="profession" label="Beroep" optional autoComplete="off" />
      <OrganisationFields names={organisations} />
    </>
  )
}
