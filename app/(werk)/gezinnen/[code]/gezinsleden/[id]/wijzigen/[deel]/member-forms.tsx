import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { ContactFields } from '@/components/people/contact-fields'
import { MemberNameFields } from '@/components/people/member-name-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { channelWord, choices, isChild, SAFE_CHANNELS } from '@/lib/domain/people-words'
import { rename, saveContact, saveDetails } from '../../../actions'
import type { PartFormProps } from './part-form'

/** What somebody is called, and whether they still belong to the household. */
export function NameForm({ desk: { member }, hidden }: PartFormProps) {
  return (
    <ActionForm action={rename} hidden={hidden} label="Naam en plaats in het gezin">
      <MemberNameFields member={member} />
      <FormText
        name="movedOutOn"
        type="date"
        label="Uit het gezin sinds"
        hint="Hierna vragen we geen cijfer meer over of van deze persoon. Een ouder blijft meedenken. Alles wat er staat, blijft te lezen. Woont een kind tijdelijk ergens anders? Vul dat dan in bij wonen."
        optional
        width="medium"
        defaultValue={member.movedOutOn ?? ''}
      />
      <FormText
        name="deceasedOn"
        type="date"
        label="Overleden op"
        hint="Hierna vragen we niets meer over of van deze persoon. Wat er staat, blijft te lezen."
        optional
        width="medium"
        defaultValue={member.deceasedOn ?? ''}
      />
      <SubmitButton>Bewaar</SubmitButton>
    </ActionForm>
  )
}

const BORN =
  'Is dit kind geboren? Vul dan de datum in. Het staat voortaan als kind in het dossier; zijn doelen en cijfers blijven staan. De naam past u aan bij de naam.'

/** Birth date, interpreter, safe channel and justice. */
export function DetailsForm({ desk: { member }, hidden }: PartFormProps) {
  const { details } = member
  return (
    <ActionForm action={saveDetails} hidden={hidden} label="Gegevens">
      <FormText
        name="birthDate"
        type="date"
        label="Geboren op"
        {...(member.kind === 'unborn' && { hint: BORN })}
        optional
        width="medium"
        defaultValue={details?.birthDate ?? ''}
      />
      {isChild(member.kind) && (
        <FormText
          name="dueDate"
          type="date"
          label="Uitgerekend op"
          hint="Alleen voor een kind dat nog geboren moet worden."
          optional
          width="medium"
          defaultValue={details?.dueDate ?? ''}
        />
      )}
      <FormText
        name="interpreter"
        label="Tolk nodig"
        hint="In welke taal of gebarentaal."
        optional
        defaultValue={details?.interpreter ?? ''}
      />
      <FormSelect
        name="safeChannel"
        label="Veilige weg om iets te sturen"
        hint="Vraag het aan deze persoon zelf. Zolang dit leeg is, sturen we niets."
        placeholder="Nog niet afgesproken"
        options={channelsWith(details?.safeChannel ?? null)}
        defaultValue={details?.safeChannel ?? ''}
      />
      <FormTextArea
        name="justiceInvolvement"
        label="Politie en justitie"
        hint="Bijvoorbeeld: aangifte gedaan, contactverbod, reclassering."
        optional
        rows={4}
        defaultValue={details?.justiceInvolvement ?? ''}
      />
      <SubmitButton>Bewaar</SubmitButton>
    </ActionForm>
  )
}

/** Where somebody lives and can be reached; sealed in the database. */
export function ContactForm({ desk: { member }, hidden }: PartFormProps) {
  return (
    <ActionForm action={saveContact} hidden={hidden} label="Adres en telefoon">
      <ContactFields contact={member.contact} />
      <SubmitButton>Bewaar</SubmitButton>
    </ActionForm>
  )
}

/** A channel that was recorded in other words stays a choice. */
function channelsWith(recorded: string | null): { value: string; label: string }[] {
  const known = choices(SAFE_CHANNELS)
  const isOther = recorded !== null && !known.some(({ value }) => value === recorded)
  return isOther ? [...known, { value: recorded, label: channelWord(recorded) }] : known
}
