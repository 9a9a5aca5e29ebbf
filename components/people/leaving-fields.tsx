import { FormSelect, FormText } from '@/components/forms/form-fields'
import { DROP, leavingField, type OpenAgreement, OTHERS } from '@/lib/domain/leaving'
import type { Named } from '@/lib/domain/people-views'
import { inWords } from '@/lib/domain/people-words'

type LeavingFieldsProps = { open: readonly OpenAgreement[]; successors: readonly Named[] }

/** Who does what somebody had still to do: everything to one person, or each agreement by itself. */
export function LeavingFields({ open, successors }: LeavingFieldsProps) {
  if (open.length === 0) {
    return null
  }
  const people = successors.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset className="space-y-5 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">{countText(open.length)}</legend>
      <FormSelect name="toAll" label="Alles gaat naar" placeholder="Kies iemand" options={people} optional />
      {open.map((agreement) => (
        <FormSelect
          key={agreement.id}
          name={leavingField(agreement.id)}
          label={<span className="break-words whitespace-pre-line">{agreement.text}</span>}
          hint={agreement.when}
          placeholder="Zoals hierboven"
          options={[...othersOption(agreement), ...people, { value: DROP, label: 'Vervalt' }]}
        />
      ))}
      <FormText name="dropReason" label="Waarom vervalt een afspraak?" hint="Alleen als u ‘vervalt’ kiest." optional />
    </fieldset>
  )
}

function othersOption({ others }: OpenAgreement): { value: string; label: string }[] {
  return others.length === 0 ? [] : [{ value: OTHERS, label: `Alleen nog ${inWords(others.map(({ name }) => name))}` }]
}

function countText(count: number): string {
  return count === 1 ? 'Er staat nog één afspraak open' : `Er staan nog ${count} afspraken open`
}
