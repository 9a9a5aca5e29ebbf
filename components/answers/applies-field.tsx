'use client'

import type { ReactNode } from 'react'
import { chooseByKey } from '@/components/ui/choice-keys'
import { Fieldset } from '@/components/ui/fieldset'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { AnswerSaveState } from './answer-save-state'
import { AnswerText } from './answer-text'
import { type AppliesLook, appliesWords } from './applies-words'
import { ConflictView } from './conflict-view'
import { EarlierTexts } from './earlier-texts'
import { type AnswerProps, useAnswer } from './use-answer'

export type AppliesFieldProps = AnswerProps & {
  id: string
  /** The question, for who listens: it stands above the field already. */
  legend: ReactNode
  hint?: ReactNode
  applies: boolean | null
  look?: AppliesLook
}

/** A question that applies or does not; where it does, it is worked out. A text is never thrown away by "does not apply". */
export function AppliesField({ id, legend, hint, look = 'applies', ...answer }: AppliesFieldProps) {
  const [draft, state] = useAnswer(answer)
  const { value, conflict, savedAt } = state
  const hasText = asksText(look, value.applies ?? null) || value.text !== ''
  return (
    <Fieldset id={id} legend={<VisuallyHidden>{legend}</VisuallyHidden>} hint={hint} onKeyDown={chooseByKey}>
      <div className="sm:flex sm:gap-x-8">
        {[true, false].map((applies) => (
          <label key={String(applies)} className="choice">
            <input
              type="radio"
              name={`${id}-applies`}
              checked={value.applies === applies}
              onChange={() => draft.type({ ...value, applies })}
            />
            <span>{appliesWords(applies, look)}</span>
          </label>
        ))}
      </div>
      <div className="max-w-prose">
        {hasText && (
          <>
            <label htmlFor={`${id}-text`} className="block pt-2 pb-1 font-semibold">
              {look === 'checklist' ? 'Wat zien we?' : 'Hoe doen we dat?'}
            </label>
            <AnswerText
              draft={draft}
              text={value.text}
              id={`${id}-text`}
              describedBy={`${id}-state`}
              isInvalid={state.status === 'refused'}
            />
          </>
        )}
        <AnswerSaveState id={`${id}-state`} state={state} />
        {conflict && (
          <ConflictView
            id={`${id}-conflict`}
            mine={{ applies: null, ...value }}
            conflict={conflict}
            fieldId={id}
            onChoose={(chosen) => draft.resolve(chosen)}
          />
        )}
        {savedAt && hasText && (
          <EarlierTexts url={answer.url} text={value.text} onBringBack={(text) => draft.type({ ...value, text })} />
        )}
      </div>
    </Fieldset>
  )
}

/** What is ticked on a checklist is always told more of; of what applies only how. */
function asksText(look: AppliesLook, applies: boolean | null): boolean {
  return look === 'checklist' || (look === 'applies' && applies === true)
}
