'use client'

import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { formatMoment } from '@/lib/dates'
import { mergeTexts } from '@/lib/domain/diff'
import type { AnswerValue, Conflict } from './answer-put'
import { appliesWords } from './applies-words'

export type ConflictViewProps = {
  id: string
  mine: AnswerValue
  conflict: Conflict
  /** The field that gets the focus back once a choice was made. */
  fieldId: string
  onChoose: (value: AnswerValue) => void
}

/** Two people wrote in the same answer: both texts, and three ways on. Nothing is saved or lost before the choice. */
export function ConflictView({ id, mine, conflict, fieldId, onChoose }: ConflictViewProps) {
  const theirs = conflict.value
  const isMergeable = mine.text.trim() !== '' && theirs.text.trim() !== '' && mine.text !== theirs.text

  function choose(value: AnswerValue) {
    onChoose(mine.applies === undefined ? { text: value.text } : value)
    document.getElementById(fieldId)?.focus()
  }

  return (
    <section
      aria-labelledby={id}
      className="mt-2 max-w-prose space-y-4 rounded-md border border-s-6 border-warning-line bg-warning-soft p-4"
    >
      <p id={id} className="font-semibold text-warning">
        {conflict.by ?? 'Iemand anders'} schreef hier ook, op {formatMoment(new Date(conflict.at))}. Wat moet er blijven
        staan?
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <OneText title="Uw tekst" value={mine} />
        <OneText title="De andere tekst" value={theirs} />
      </div>
      <ButtonRow>
        <Button type="button" variant="secondary" onClick={() => choose(mine)}>
          Mijn tekst
        </Button>
        <Button type="button" variant="secondary" onClick={() => choose(theirs)}>
          De andere tekst
        </Button>
        {isMergeable && (
          <Button
            type="button"
            variant="secondary"
            onClick={() => choose({ ...mine, text: mergeTexts(mine.text, theirs.text) })}
          >
            Samenvoegen
          </Button>
        )}
      </ButtonRow>
    </section>
  )
}

function OneText({ title, value: { text, applies } }: { title: string; value: AnswerValue }) {
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold">{title}</p>
      <div className="max-h-72 overflow-y-auto rounded-md border border-line bg-surface p-3" dir="auto">
        {typeof applies === 'boolean' && <p className="font-semibold">{appliesWords(applies)}</p>}
        <p className="break-words whitespace-pre-wrap">{text.trim() === '' ? <em>leeg</em> : text}</p>
      </div>
    </div>
  )
}
