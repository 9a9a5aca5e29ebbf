import { FormCheckbox } from '@/components/forms/form-fields'
import type { DirectorDeskView } from '@/lib/domain/director-desk'

/** What director and chair go through after the meeting: how it went, and the words of the plan. */
export function ChecklistFields({ isIntegrityDone, isLanguageDone }: DirectorDeskView['checklist']) {
  return (
    <>
      <FormCheckbox name="integrity" label="Het overleg ging zoals het bedoeld is" defaultChecked={isIntegrityDone} />
      <FormCheckbox
        name="language"
        label="Het gezin kan de taal van het plan begrijpen"
        defaultChecked={isLanguageDone}
      />
    </>
  )
}
