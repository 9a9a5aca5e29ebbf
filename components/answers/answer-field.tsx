'use client'

import type { ReactNode } from 'react'
import { Field, fieldAria } from '@/components/ui/field'
import { AnswerSaveState } from './answer-save-state'
import { AnswerText } from './answer-text'
import { appliesWords } from './applies-words'
import { ConflictView } from './conflict-view'
import { EarlierTexts } from './earlier-texts'
import { type AnswerProps, useAnswer } from './use-answer'

export type AnswerFieldProps = AnswerProps & {
  id: string
  label: ReactNode
  hint?: ReactNode
  hideLabel?: boolean
  /** Nobody has to answer it. */
  optional?: boolean
  rows?: number
  /** Whether earlier texts are kept, to look back at. */
  keepsEarlier?: boolean
}

/**
 * One answer that saves itself while someone types, with its state, its earlier texts and the choice when two wrote.
 * Where `applies` is given, it may be said that the question does not apply to this person.
 */
export function AnswerField(props: AnswerFieldProps) {
  const { id, label, hint, hideLabel, optional, rows, keepsEarlier = true, ...answer } = props
  const [draft, state] = useAnswer(answer)
  const { value, conflict, savedAt } = state
  const described = [fieldAria(id, { hint, error: null })['aria-describedby'], `${id}-state`].filter(Boolean).join(' ')
  return (
    <Field id={id} label={label} hint={hint} hideLabel={hideLabel} optional={optional}>
      <AnswerText
        draft={draft}
        text={value.text}
        id={id}
        describedBy={described}
        isInvalid={state.status === 'refused'}
        rows={rows}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <AnswerSaveState id={`${id}-state`} state={state} />
        {value.applies !== undefined && (
          <label className="choice">
            <input
              type="checkbox"
              checked={value.applies === false}
              onChange={(event) => draft.type({ ...value, applies: event.currentTarget.checked ? false : null })}
            />
            <span>{appliesWords(false)}</span>
          </label>
        )}
      </div>
      {conflict && (
        <ConflictView
          id={`${id}-conflict`}
          mine={value}
          conflict={conflict}
          fieldId={id}
          onChoose={(chosen) => draft.resolve(chosen)}
        />
      )}
      {savedAt && keepsEarlier && (
        <EarlierTexts url={answer.url} text={value.text} onBringBack={(text) => draft.type({ ...value, text })} />
      )}
    </Field>
  )
}
