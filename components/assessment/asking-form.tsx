import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import type { Named } from '@/lib/domain/people-views'

type AskingFormProps = {
  action: FormAction
  hidden: Record<string, string>
  professionals: readonly (Named & { detail: string | null })[]
  members: readonly (Named & { isChild: boolean })[]
  deadline: string
  /** What is said above the fields. */
  children?: ReactNode
}

/** What is asked, of whom, about whom and by when: an extra safety assessment. */
export function AskingForm({ action, hidden, professionals, members, deadline, children }: AskingFormProps) {
  if (professionals.length === 0) {
    return (
      <EmptyState title="Er is niemand om te vragen">
        Er staat nog geen professional in het team. Voeg eerst iemand toe bij Team.
      </EmptyState>
    )
  }
  return (
    <ActionForm action={action} hidden={hidden} label="Extra inschatting vragen">
      {children}
      <FormTextArea
        name="question"
        label="Wat wilt u weten?"
        hint="Schrijf kort op wat er speelt. Alleen wie u vraagt leest dit, en wie alle inschattingen leest."
      />
      <FormCheckboxGroup
        name="professionals"
        legend="Wie vraagt u?"
        options={professionals.map(({ id, name, detail }) => ({ value: id, label: name, hint: detail }))}
      />
      <FormCheckboxGroup
        name="members"
        legend="Voor wie komt er een cijfer?"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={members.filter(({ isChild }) => isChild).map(({ id }) => id)}
      />
      <FormText
        name="deadline"
        type="date"
        label="Antwoord nodig op"
        hint="Na een dag krijgt wie nog niet klaar is een herinnering."
        width="medium"
        defaultValue={deadline}
      />
      <SubmitButton>Verstuur de vraag</SubmitButton>
    </ActionForm>
  )
}
