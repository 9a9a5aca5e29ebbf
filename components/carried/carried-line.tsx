'use client'

import { apiOf, type Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { useRow } from '@/components/meeting/use-row'
import { chooseByKey } from '@/components/ui/choice-keys'
import type { CarriedAgreementView } from '@/lib/domain/carried-views'
import { CARRY_DECISIONS, type CarryDecision, carryName } from '@/lib/domain/carried-words'

type CarriedLineProps = Place & { agreement: CarriedAgreementView; mayWrite: boolean }
type CarriedValue = Pick<CarriedAgreementView, 'decision' | 'reason'>

const CHOICES: Record<CarryDecision, string> = { kept: 'Laat zo', changed: 'Verander', dropped: 'Stop' }

/** One agreement of an earlier plan. That it stays is one click; to change or stop it takes a reason. */
export function CarriedLine({ agreement, mayWrite, ...place }: CarriedLineProps) {
  const { id, text, meeting, doers, when, standing, goals, version } = agreement
  const [row, state] = useRow<CarriedValue>({
    key: `carried ${id}`,
    url: apiOf(place, `lopende-afspraken/${id}`),
    value: { decision: agreement.decision, reason: agreement.reason },
    version,
    isReady: ({ decision, reason }) => decision === null || decision === 'kept' || reason.trim() !== '',
  })
  const { decision, reason } = state.value
  const asksWhy = decision === 'changed' || decision === 'dropped'
  return (
    <li className="space-y-2 rounded-md border border-line bg-surface p-3">
      <p className="max-w-prose break-words whitespace-pre-line">{text}</p>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <span>uit {meeting}</span>
        {doers && <span>Wie: {doers}</span>}
        <span>{when}</span>
        {standing && <span>{standing}</span>}
      </p>
      {goals.length > 0 && <p className="text-sm text-ink-soft break-words">Voor: {goals.join(' · ')}</p>}
      <fieldset disabled={!mayWrite} className="flex flex-wrap gap-x-6" onKeyDown={chooseByKey}>
        <legend className="sr-only">Wat gebeurt er met: {text}</legend>
        {CARRY_DECISIONS.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`carried-${id}`}
              checked={decision === each}
              onChange={() => row.type({ decision: each })}
            />
            <span>{CHOICES[each]}</span>
          </label>
        ))}
      </fieldset>
      {(asksWhy || reason !== '') && (
        <label className="block max-w-prose">
          <span className="block pb-1">Waarom?</span>
          <textarea
            className="control min-h-11"
            dir="auto"
            rows={1}
            value={reason}
            readOnly={!mayWrite}
            aria-describedby={`why-${id}`}
            onChange={(event) => row.type({ reason: event.currentTarget.value })}
          />
          <span id={`why-${id}`} className="block text-sm text-ink-soft">
            {asksWhy && reason.trim() === '' && 'Schrijf op waarom. Dan wordt de keuze bewaard.'}
            {decision === 'changed' &&
              reason.trim() !== '' &&
              'De nieuwe afspraak staat bij de afspraken van dit plan. Pas haar daar aan.'}
          </span>
        </label>
      )}
      <RowTrouble row={row} state={state} words={(field, said) => wordsFor(field, said)} />
    </li>
  )
}

function wordsFor(field: string, value: unknown): string {
  if (field === 'decision') return value === null ? '' : carryName(value as CarryDecision)
  return String(value)
}
