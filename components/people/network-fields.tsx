import { FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import type { Named, NetworkPersonView } from '@/lib/domain/people-views'
import { ContactFields } from './contact-fields'

type NetworkFieldsProps = { person?: NetworkPersonView; members: readonly Named[] }

/** Somebody of the network: who, to whom they belong, what they offered, how to reach them. */
export function NetworkFields({ person, members }: NetworkFieldsProps) {
  return (
    <>
      <FormText name="name" label="Naam" defaultValue={person?.name} autoComplete="off" />
      <FormText
        name="relation"
        label="Wat is deze persoon voor het gezin?"
        hint="Bijvoorbeeld: oma, buurvrouw, trainer."
        defaultValue={person?.relation}
        autoComplete="off"
      />
      <FormSelect
        name="relatedMemberId"
        label="Hoort bij"
        placeholder="Het hele gezin"
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={person?.relatedMemberId ?? ''}
      />
      <FormTextArea
        name="offeredHelp"
        label="Waarmee wil deze persoon helpen?"
        optional
        rows={3}
        defaultValue={person?.offeredHelp ?? ''}
      />
      <ContactFields contact={person?.contact ?? { state: 'absent' }} />
    </>
  )
}
