'use client'

import { useFormField } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-fields'
import { choices, SECTORS } from '@/lib/domain/people-words'

type OrganisationFieldsProps = {
  /** The names to choose from. */
  names: readonly string[]
  organisation?: string | null
  /** Whether a new one may be named; its sector is asked once it turns out to be new. */
  mayBeNew?: boolean
}

/** Where somebody works: one of the list, or a new organisation. */
export function OrganisationFields({ names, organisation, mayBeNew = true }: OrganisationFieldsProps) {
  const { error, typed } = useFormField('sector')
  return (
    <>
      <FormText
        name="organisation"
        label="Organisatie"
        hint="Typ een paar letters en kies uit de lijst."
        optional
        list="organisations"
        autoComplete="off"
        defaultValue={organisation ?? ''}
      />
      <datalist id="organisations">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {mayBeNew && (error || typed) && (
        <FormSelect
          name="sector"
          label="Sector van deze nieuwe organisatie"
          placeholder="Kies een sector"
          options={choices(SECTORS)}
          defaultValue=""
        />
      )}
    </>
  )
}
