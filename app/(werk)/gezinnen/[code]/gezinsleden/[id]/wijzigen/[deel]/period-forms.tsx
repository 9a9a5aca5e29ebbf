import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LineOfTime } from '@/lib/domain/people-views'
import { choices, PROTECTION_KINDS, periodText, RESIDENCE_KINDS, RESIDENCE_TERMS } from '@/lib/domain/people-words'
import { saveMeasure, saveResidence } from '../../../actions'
import type { PartFormProps } from './part-form'
import { RecordedLines } from './recorded-lines'

/** Where a member lives: a new place ends the last one. */
export function ResidenceForm({ desk: { member }, hidden }: PartFormProps) {
  return (
    <>
      <RecordedLines what="residence" lines={member.residences.map(lineOf)} hidden={hidden} />
      <h2 className="mb-4">Woonplek toevoegen</h2>
      <ActionForm action={saveResidence} hidden={hidden} label="Woonplek">
        <FormSelect
          name="kind"
          label="Waar"
          placeholder="Kies waar"
          options={choices(RESIDENCE_KINDS)}
          defaultValue=""
        />
        <FormSelect
          name="term"
          label="Voor hoe lang"
          placeholder="Kies"
          options={choices(RESIDENCE_TERMS)}
          defaultValue=""
        />
        <Dates />
        <FormTextArea name="note" label="Uitleg" hint="Schrijf hier geen adres." optional rows={2} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </>
  )
}

/** A measure of child protection. */
export function MeasureForm({ desk: { member }, hidden }: PartFormProps) {
  return (
    <>
      <RecordedLines what="protectionMeasure" lines={member.measures.map(lineOf)} hidden={hidden} />
      <h2 className="mb-4">Maatregel toevoegen</h2>
      <ActionForm action={saveMeasure} hidden={hidden} label="Maatregel">
        <FormSelect
          name="kind"
          label="Welke maatregel"
          placeholder="Kies een maatregel"
          options={choices(PROTECTION_KINDS)}
          defaultValue=""
        />
        <FormText name="court" label="Rechtbank" optional />
        <Dates />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </>
  )
}

function Dates() {
  return (
    <>
      <FormText name="fromOn" type="date" label="Van" width="medium" />
      <FormText name="untilOn" type="date" label="Tot" hint="Leeg zolang het duurt." optional width="medium" />
    </>
  )
}

function lineOf({ id, title, note, fromOn, untilOn }: LineOfTime) {
  return { id, name: title, text: [title, periodText(fromOn, untilOn), note].filter(Boolean).join(', ') }
}
