'use client'

import { useFormField } from '@/components/forms/action-form'
import { FormCheckbox } from '@/components/forms/form-fields'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import type { Named } from '@/lib/domain/people-views'

type WorksWithFieldsProps = { members: readonly Named[]; worksWithAll?: boolean; worksWith?: readonly string[] }

/** With whom in the family a professional works. */
export function WorksWithFields({ members, worksWithAll = false, worksWith = [] }: WorksWithFieldsProps) {
  const { error, typed } = useFormField('members')
  const chosen = Array.isArray(typed) ? typed : worksWith
  return (
    <>
      <FormCheckbox name="worksWithAll" label="Werkt met het hele gezin" defaultChecked={worksWithAll} />
      <CheckboxGroup
        key={chosen.join()}
        id="members"
        name="members[]"
        legend="Of alleen met"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={chosen}
        error={error}
      />
    </>
  )
}
