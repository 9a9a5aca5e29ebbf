import { FormRadioGroup, FormText } from '@/components/forms/form-fields'
import { choices, MEMBER_KINDS, type MemberKind } from '@/lib/domain/people-words'

type MemberNameFieldsProps = {
  member?: { kind: MemberKind; firstNames: string; prefix: string | null; surname: string; initials: string }
}

/** Who somebody is in the family, and what they are called. */
export function MemberNameFields({ member }: MemberNameFieldsProps) {
  return (
    <>
      <FormRadioGroup
        name="kind"
        legend="Wie is dit in het gezin?"
        options={choices(MEMBER_KINDS)}
        defaultValue={member?.kind}
      />
      <FormText name="firstNames" label="Voornaam of voornamen" defaultValue={member?.firstNames} autoComplete="off" />
      <FormText
        name="prefix"
        label="Tussenvoegsel"
        optional
        width="short"
        defaultValue={member?.prefix ?? ''}
        autoComplete="off"
      />
      <FormText name="surname" label="Achternaam" defaultValue={member?.surname} autoComplete="off" />
      <FormText
        name="initials"
        label="Voorletters"
        optional
        width="short"
        hint="Leeg? Dan nemen we ze van de voornamen."
        defaultValue={member?.initials ?? ''}
        autoComplete="off"
      />
    </>
  )
}
