'use client'

import { useRef, useState } from 'react'
import { AnswerSaveState } from '@/components/answers/answer-save-state'
import { AnswerText } from '@/components/answers/answer-text'
import { ConflictView } from '@/components/answers/conflict-view'
import { type AnswerProps, useAnswer } from '@/components/answers/use-answer'
import { Field } from '@/components/ui/field'
import type { RiskChoice } from '@/lib/domain/contribution-view'

type DraftChoiceProps = AnswerProps & { id: string; label: string; risks: readonly RiskChoice[] }

const OWN_WORDS = 'eigen'

/** One place of an own TOP-3 of risk factors: chosen from the risk assessment, or in words of one's own. */
export function DraftChoice({ id, label, risks, ...answer }: DraftChoiceProps) {
  const [draft, state] = useAnswer(answer)
  const { value, conflict } = state
  const isChosen = risks.some(({ name }) => name === value.text)
  const [isOwn, setOwn] = useState(value.text !== '' && !isChosen)
  const showsText = !isChosen && (isOwn || value.text !== '')
  const ownText = useRef('')

  /** Own words wait, should one come back to them. */
  function choose(choice: string) {
    if (showsText) {
      ownText.current = value.text
    }
    setOwn(choice === OWN_WORDS)
    draft.type({ ...value, text: choice === OWN_WORDS ? ownText.current : choice })
  }

  return (
    <Field id={id} label={label}>
      <select
        id={id}
        className="control"
        aria-describedby={`${id}-state`}
        value={showsText ? OWN_WORDS : value.text}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">Nog geen keuze</option>
        {[...Map.groupBy(risks, ({ group }) => group)].map(([group, ofGroup]) => (
          <optgroup key={group} label={group}>
            {ofGroup.map(({ key, name }) => (
              <option key={key} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
        <option value={OWN_WORDS}>Iets anders, in eigen woorden</option>
      </select>
      {showsText && (
        <>
          <label htmlFor={`${id}-own`} className="sr-only">
            {label} In eigen woorden
          </label>
          <div className="pt-2">
            <AnswerText
              draft={draft}
              text={value.text}
              id={`${id}-own`}
              describedBy={`${id}-state`}
              isInvalid={state.status === 'refused'}
              rows={2}
            />
          </div>
        </>
      )}
      <AnswerSaveState id={`${id}-state`} state={state} />
      {conflict && (
        <ConflictView
          id={`${id}-conflict`}
          mine={value}
          conflict={conflict}
          fieldId={id}
          onChoose={(chosen) => draft.resolve(chosen)}
        />
      )}
    </Field>
  )
}
