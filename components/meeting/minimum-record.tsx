'use client'

import { useSyncExternalStore } from 'react'
import { chooseByKey } from '@/components/ui/choice-keys'
import { Notice } from '@/components/ui/notice'
import type { RoundView } from '@/lib/domain/meeting-view'
import { type MinimumReason, minimumRequirementsMet } from '@/lib/domain/safety'
import { formatScore } from '@/lib/domain/score'
import { apiOf, type Place } from './place'
import { typedScores } from './round-scores'
import { rowDesk } from './row-desk'
import { RowTrouble } from './row-trouble'
import type { Scorer } from './safety-round'
import { useRow } from './use-row'

type MinimumRecordProps = Place & { round: RoundView; scorers: readonly Scorer[]; mayDecide: boolean }

/** What the scores say about the minimum requirements, as one types, and what the case director records after that. */
export function MinimumRecord({ round, scorers, mayDecide, ...place }: MinimumRecordProps) {
  const [row, state] = useRow({
    key: 'minimum',
    url: apiOf(place, 'bodemeisen'),
    value: { isMet: round.minimum.isMet, reason: round.minimum.reason },
    version: 0,
  })
  const { isMet, reason } = state.value
  return (
    <div className="space-y-4">
      {round.isUnseen ? (
        <Notice>De cijferronde is nog open. Wat de cijfers zeggen, staat hier als ze zijn onthuld.</Notice>
      ) : (
        <Verdict round={round} scorers={scorers} />
      )}
      <fieldset disabled={!mayDecide} onKeyDown={chooseByKey}>
        <legend className="font-semibold">Besluit van de casusregisseur, na het gesprek</legend>
        <div className="sm:flex sm:gap-x-8">
          {[true, false].map((answer) => (
            <label key={String(answer)} className="choice">
              <input
                type="radio"
                name="minimum"
                checked={isMet === answer}
                onChange={() => row.type({ isMet: answer })}
              />
              <span>{answer ? 'De bodemeisen zijn gehaald' : 'De bodemeisen zijn niet gehaald'}</span>
            </label>
          ))}
        </div>
        <label className="block max-w-prose pt-2">
          <span className="block pb-1 font-semibold">Waarom?</span>
          <textarea
            className="control"
            dir="auto"
            rows={2}
            value={reason}
            onChange={(event) => row.type({ reason: event.currentTarget.value })}
          />
        </label>
        <RowTrouble row={row} state={state} />
      </fieldset>
      {!mayDecide && <p className="text-ink-soft">Alleen de casusregisseur legt dit vast, op het eigen scherm.</p>}
    </div>
  )
}

function Verdict({ round, scorers }: Pick<MinimumRecordProps, 'round' | 'scorers'>) {
  useSyncExternalStore(rowDesk.subscribe, rowDesk.revision, () => 0)
  const members = round.members.filter(({ isAssessed }) => isAssessed)
  const people = scorers.filter(({ isAway }) => !isAway).map(({ who }) => who)
  const scores = typedScores(people, members, round.scores)
  const { reasons } = minimumRequirementsMet({
    scores,
    assessedMembers: members.map(({ id }) => id),
    directorConfirmed: true,
    answeredUnderSix: scores.filter(({ underSixAnswer }) => underSixAnswer.trim() !== ''),
  })
  if (reasons.length === 0) {
    return <Notice tone="success">De cijfers staan het toe: niemand heeft minder dan een 6.</Notice>
  }
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'een gezinslid'
  const scorerOf = (id: string) => scorers.find(({ who }) => who.id === id)?.name ?? 'iemand'
  return (
    <Notice tone="warning" title="Volgens de cijfers zijn de bodemeisen nog niet gehaald">
      <ul className="list-disc ps-5">
        {reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{sentence(reason, nameOf, scorerOf)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function sentence(reason: MinimumReason, nameOf: (id: string) => string, scorerOf: (id: string) => string): string {
  switch (reason.kind) {
    case 'nobodyAssessed':
      return 'Er staat nog niemand op de lijst voor een cijfer.'
    case 'memberNotScored':
      return `Voor ${nameOf(reason.memberId)} is er nog geen cijfer.`
    case 'memberUnderSix':
      return `${nameOf(reason.memberId)} heeft gemiddeld een ${formatScore(reason.score)}.`
    case 'underSixUnanswered':
      return `${scorerOf(reason.scorerId)} geeft ${nameOf(reason.memberId)} een ${formatScore(reason.score)}. Schrijf eerst op wat u daarop zegt of doet.`
    case 'notConfirmed':
      return 'De casusregisseur heeft het nog niet vastgelegd.'
  }
}
