'use client'

import type { KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Subject } from '@/lib/domain/agendas/agenda'
import type { ChoiceView, ConcernView } from '@/lib/domain/meeting-view'
import type { PreparedTopThree as Prepared } from '@/lib/domain/top-three-draft'
import { ConcernPicker } from './concern-picker'
import { apiOf, type Place } from './place'
import { PreparedTopThree } from './prepared-top-three'
import { RowTrouble } from './row-trouble'
import { fillPlaces, type TopPlace, toggle } from './top-places'
import { useRow } from './use-row'

type OwnTopThreeProps = Place & {
  personId: string
  /** GIPS 3: for whose recovery plan. */
  about: Subject | null
  name: string
  detail: string | null
  choices: readonly ChoiceView[]
  concerns: readonly ConcernView[]
  mayWrite: boolean
  /** The person's own card, who may keep it as a draft. */
  isOwnDraft: boolean
  /** What this person prepared and lets the meeting use. */
  prepared: Prepared | null
}

/** One participant's own TOP-3: number keys pick the concerns, each with its reason. A draft stays with its author. */
export function OwnTopThree({
  personId,
  about,
  name,
  detail,
  choices,
  concerns,
  mayWrite,
  isOwnDraft,
  prepared,
  ...place
}: OwnTopThreeProps) {
  const isDraft = isOwnDraft && (choices.length === 0 || choices.some((choice) => choice.isDraft))
  const [row, state] = useRow<{ places: TopPlace[]; isDraft: boolean }>({
    key: `own ${personId} ${about?.id ?? ''}`,
    url: apiOf(place, 'top-3/eigen'),
    value: { places: fillPlaces(choices), isDraft },
    version: 0,
    always: { personId, aboutMemberId: about?.id ?? null },
  })
  const { places } = state.value
  const isFree = places.every(({ concernId }) => concernId === null)

  function pick(number: number) {
    const concern = concerns[number - 1]
    if (concern && mayWrite) {
      row.type({ places: toggle(places, concern.id) })
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const isTyping = (event.target as HTMLElement).matches('input, textarea, select')
    if (!isTyping && /^\d$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault()
      pick(Number(event.key) || 10)
    }
  }

  return (
    <fieldset className="rounded-md border border-line p-4" onKeyDown={onKeyDown}>
      <legend className="px-1 font-semibold">
        {name} {detail && <span className="font-normal text-ink-soft">{detail}</span>}
      </legend>
      {isOwnDraft && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pb-3">
          <Badge tone={state.value.isDraft ? 'warning' : 'success'}>
            {state.value.isDraft ? 'alleen voor u' : 'gedeeld'}
          </Badge>
          {state.value.isDraft && (
            <Button type="button" variant="secondary" onClick={() => row.type({ isDraft: false })}>
              Deel met iedereen aan tafel
            </Button>
          )}
        </div>
      )}
      {prepared && mayWrite && isFree && <PreparedTopThree {...place} prepared={prepared} name={name} />}
      <ConcernPicker
        concerns={concerns}
        picked={places.map(({ concernId }) => concernId)}
        label={`TOP-3 van ${name}${about ? ` over ${about.name}` : ''}`}
        mayWrite={mayWrite}
        onPick={pick}
      />
      <ol className="space-y-2 pt-2">
        {places.map((each, index) => {
          const concern = concerns.find(({ id }) => id === each.concernId)
          return (
            concern && (
              <li key={concern.id} className="grid gap-x-4 md:grid-cols-2">
                <span className="min-w-0 break-words">
                  <strong>{index + 1}</strong> {concern.text}
                </span>
                <input
                  className="control"
                  dir="auto"
                  aria-label={`Waarom ${concern.text} (${name})`}
                  placeholder="Waarom?"
                  value={each.reason}
                  readOnly={!mayWrite}
                  onChange={({ currentTarget: { value: reason } }) =>
                    row.type({ places: places.with(index, { ...each, reason }) })
                  }
                />
              </li>
            )
          )
        })}
      </ol>
      <RowTrouble row={row} state={state} />
    </fieldset>
  )
}
