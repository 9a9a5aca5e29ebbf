import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormRadioGroup, FormSelect, FormTextArea } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ADULT_RELATIONS, CONTACT_ARRANGEMENTS, choices } from '@/lib/domain/people-words'
import { saveAdult } from '../../../actions'
import type { PartFormProps } from './part-form'
import { RecordedLines } from './recorded-lines'

/** Parents and carers of a child: authority, and how contact is arranged. */
export function AdultsForm({ desk: { member, adults }, hidden }: PartFormProps) {
  const lines = member.adults.map(({ id, other, relation, hasAuthority, contact }) => ({
    id,
    name: other.name,
    text: [other.name, ADULT_RELATIONS[relation], hasAuthority && 'gezag', contact && CONTACT_ARRANGEMENTS[contact]]
      .filter(Boolean)
      .join(', '),
  }))
  return (
    <>
      <RecordedLines what="childAdult" lines={lines} hidden={hidden} />
      <h2 className="mb-4">Ouder of verzorger toevoegen of wijzigen</h2>
      <ActionForm action={saveAdult} hidden={hidden} label="Ouder of verzorger">
        <Notice tone="warning">
          <p>
            Wie hier staat en een account heeft, leest voortaan ook wat over dit kind gaat, met het adres. Mag dat niet?
            Scherm het dan eerst af.
          </p>
        </Notice>
        <FormSelect
          name="adultId"
          label="Wie"
          placeholder="Kies een volwassene"
          options={adults.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue=""
        />
        <FormRadioGroup
          name="relation"
          legend="Wat is deze persoon voor het kind?"
          options={choices(ADULT_RELATIONS)}
        />
        <FormCheckbox name="hasAuthority" label="Heeft het gezag" />
        <FormSelect
          name="contact"
          label="Contact"
          placeholder="Nog niet geregeld"
          options={choices(CONTACT_ARRANGEMENTS)}
          defaultValue=""
        />
        <FormTextArea
          name="contactNote"
          label="Uitleg bij het contact"
          hint="Hoe vaak, met wie erbij."
          optional
          rows={3}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </>
  )
}
