import { FormSelect, FormText } from '@/components/forms/form-fields'
import { AFTERWARDS, afterwardsField, type RunningAgreement } from '@/lib/domain/ending-agreements'

const OPTIONS = Object.entries(AFTERWARDS).map(([value, label]) => ({ value, label }))

/** What becomes of each agreement that still runs: nobody ticks anything in a closed dossier. */
export function RunningAgreements({ running }: { running: readonly RunningAgreement[] }) {
  if (running.length === 0) {
    return null
  }
  return (
    <fieldset className="space-y-5 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">{countText(running.length)}</legend>
      <FormSelect
        name="toAll"
        label="Wat gebeurt er met alle afspraken?"
        placeholder="Kies"
        options={OPTIONS}
        optional
      />
      {running.map(({ id, text, doers, when }) => (
        <FormSelect
          key={id}
          name={afterwardsField(id)}
          label={<span className="break-words whitespace-pre-line">{text}</span>}
          hint={`${doers}: ${when}`}
          placeholder="Zoals hierboven"
          options={OPTIONS}
        />
      ))}
      <FormText name="successor" label="Wie neemt het over?" hint="Alleen als iemand anders het overneemt." optional />
      <FormText name="dropReason" label="Waarom vervalt een afspraak?" hint="Alleen als u ‘vervalt’ kiest." optional />
    </fieldset>
  )
}

function countText(count: number): string {
  return count === 1 ? 'Er loopt nog één afspraak' : `Er lopen nog ${count} afspraken`
}
