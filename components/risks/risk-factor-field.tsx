'use client'

import type { KeyboardEvent } from 'react'
import { AnswerField } from '@/components/answers/answer-field'
import { AboutSelect } from '@/components/meeting/line-parts'
import { apiOf, type Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { useRow } from '@/components/meeting/use-row'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { MemberView } from '@/lib/domain/meeting-view'
import {
  playsAPart,
  presenceWords,
  RISK_PRESENCES,
  type RiskMarks,
  type RiskView,
  soundMarks,
} from '@/lib/domain/risk-assessment'
import { MARK_WORDS } from './risk-badges'
import { riskFieldId, riskRow } from './risk-row'

type RiskFactorFieldProps = Place & { risk: RiskView; members: readonly MemberView[] }

/**
 * One risk factor: a choice of four, by mouse or by the keys 1 to 4. What does not play a part is done with that; for what
 * does, or is not known, the facts and the marks appear under it.
 */
export function RiskFactorField({ risk, members, ...place }: RiskFactorFieldProps) {
  const url = apiOf(place, `risicos/${risk.id}`)
  const [row, state] = useRow(riskRow(risk, url))
  const { value } = state
  const id = riskFieldId(risk.key)
  const hasFacts = risk.facts !== '' || (value.presence !== null && value.presence !== 'notPresent')

  function choose(presence: RiskMarks['presence']) {
    row.type(soundMarks({ ...value, presence }))
  }

  function onKeyDown(event: KeyboardEvent) {
    const isTyping = (event.target as HTMLElement).matches('textarea, select')
    const presence = RISK_PRESENCES[Number(event.key) - 1]
    if (!isTyping && presence && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault()
      choose(presence)
    }
  }

  return (
    <fieldset id={id} className="scroll-mt-4 space-y-1 py-3" aria-describedby={`${id}-guide`} onKeyDown={onKeyDown}>
      <legend className="sr-only">{risk.name}</legend>
      <div className="gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_auto]">
        <div className="max-w-prose">
          <p aria-hidden="true" className="font-semibold">
            {risk.name}
          </p>
          <p id={`${id}-guide`} className="text-sm text-ink-soft">
            {risk.guide}
          </p>
        </div>
        <Presence name={`${id}-presence`} chosen={value.presence} onChoose={choose} />
      </div>
      {playsAPart(value.presence) && (
        <Marks risk={risk} value={value} members={members} onChange={(m) => row.type(m)} />
      )}
      {hasFacts && <Facts risk={risk} url={`${url}/feiten`} />}
      <RowTrouble row={row} state={state} words={(field, said) => wordsFor(field, said, members)} />
    </fieldset>
  )
}

type PresenceProps = {
  name: string
  chosen: RiskMarks['presence']
  onChoose: (presence: RiskMarks['presence']) => void
}

function Presence({ name, chosen, onChoose }: PresenceProps) {
  return (
    <div className="flex flex-wrap gap-x-5">
      {RISK_PRESENCES.map((presence) => (
        <label key={presence} className="choice">
          <input type="radio" name={name} checked={chosen === presence} onChange={() => onChoose(presence)} />
          <span>{presenceWords(presence)}</span>
        </label>
      ))}
    </div>
  )
}

type MarksProps = {
  risk: RiskView
  value: RiskMarks
  members: readonly MemberView[]
  onChange: (marks: Partial<RiskMarks>) => void
}

function Marks({ risk, value, members, onChange }: MarksProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <label className="choice">
        <input
          type="checkbox"
          checked={value.isCrucial}
          onChange={(event) => onChange({ isCrucial: event.currentTarget.checked })}
        />
        <span>
          {MARK_WORDS.isCrucial}
          <VisuallyHidden> ({risk.name})</VisuallyHidden>
        </span>
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={value.isChangeable}
          onChange={(event) => onChange({ isChangeable: event.currentTarget.checked })}
        />
        <span>
          {MARK_WORDS.isChangeable}
          <VisuallyHidden> ({risk.name})</VisuallyHidden>
        </span>
      </label>
      {risk.childId === null && (
        <div className="flex w-full items-center gap-2 sm:w-60">
          <span aria-hidden="true">Over</span>
          <AboutSelect
            label={`Over wie gaat het? (${risk.name})`}
            value={value.aboutMemberId}
            members={members}
            mayWrite
            onChange={(aboutMemberId) => onChange({ aboutMemberId })}
          />
        </div>
      )}
    </div>
  )
}

function Facts({ risk, url }: { risk: RiskView; url: string }) {
  return (
    <AnswerField
      id={`${riskFieldId(risk.key)}-facts`}
      url={url}
      itemKey={risk.key}
      respondent={null}
      text={risk.facts}
      version={risk.factsVersion}
      savedAt={risk.factsSavedAt}
      label={
        <>
          Wat zijn de feiten?<VisuallyHidden> ({risk.name})</VisuallyHidden>
        </>
      }
      rows={2}
      keepsEarlier={false}
    />
  )
}

function wordsFor(field: string, value: unknown, members: readonly MemberView[]): string {
  if (field === 'presence') {
    const presence = RISK_PRESENCES.find((each) => each === value)
    return presence ? presenceWords(presence) : 'Nog niets gekozen'
  }
  if (field === 'aboutMemberId') {
    return members.find(({ id }) => id === value)?.name ?? 'Het hele gezin'
  }
  return value === true ? 'Ja' : 'Nee'
}
