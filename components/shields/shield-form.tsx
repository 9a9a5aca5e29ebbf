import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import { mayShieldFromProfessionals } from '@/lib/domain/shield-forms'
import type { AccountChoice, SubjectView } from '@/lib/domain/shield-views'

export type ShieldFormProps = {
  action: FormAction
  code: string
  subject: SubjectView
  accounts: readonly AccountChoice[]
  /** The account that the case director came for. */
  chosen?: string | undefined
}

/** Hides one thing from the family, from one account, or from professionals who do not work with this member. */
export function ShieldForm({ action, code, subject, accounts, chosen }: ShieldFormProps) {
  const options = [
    ...accounts.map(({ personId, name }) => ({ value: `account:${personId}`, label: `Alleen ${name}` })),
    { value: 'allFamily', label: 'Alle accounts van het gezin' },
  ]
  if (mayShieldFromProfessionals(subject.kind, subject.aboutMemberId)) {
    const stays = subject.kind === 'plan' ? '. De GIPSmeester en de notulist blijven het lezen' : ''
    options.push({ value: 'professionalsElsewhere', label: `Professionals die niet met dit gezinslid werken${stays}` })
  }
  return (
    <ActionForm
      action={action}
      hidden={{ dossier: code, subject: subject.kind, subjectId: subject.id ?? '' }}
      label="Afschermen"
    >
      <FormRadioGroup
        name="audience"
        legend="Voor wie is dit niet te zien?"
        options={options}
        defaultValue={chosen && `account:${chosen}`}
      />
      <FormTextArea name="reason" label="Waarom?" hint="Alleen de casusregisseur leest dit." rows={3} />
      <SubmitButton>Scherm af</SubmitButton>
    </ActionForm>
  )
}
