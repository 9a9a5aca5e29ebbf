'use client'

import type { ConcernView } from '@/lib/domain/meeting-view'

type ConcernPickerProps = {
  concerns: readonly ConcernView[]
  picked: readonly (string | null)[]
  label: string
  mayWrite: boolean
  /** Numbers start at 1. */
  onPick: (number: number) => void
}

/** The numbered concerns as buttons to press; with one of them in focus the number keys press them, too. */
export function ConcernPicker({ concerns, picked, label, mayWrite, onPick }: ConcernPickerProps) {
  if (concerns.length === 0) {
    return <p className="text-ink-soft">Schrijf eerst de zorgen op, bij “Welk gevaar dreigt er?”.</p>
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fieldset around it already names whose choice it is
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {concerns.map((concern, index) => {
        const rank = picked.indexOf(concern.id) + 1
        return (
          <button
            key={concern.id}
            type="button"
            className="button button-secondary min-w-11 px-3 aria-pressed:bg-brand aria-pressed:text-on-brand"
            aria-pressed={rank > 0}
            disabled={!mayWrite}
            title={concern.text}
            onClick={() => onPick(index + 1)}
          >
            <span className="tabular-nums">{index + 1}</span>
            <span className="sr-only"> {concern.text}</span>
            {rank > 0 && <span className="sr-only"> (staat op {rank})</span>}
          </button>
        )
      })}
    </div>
  )
}
