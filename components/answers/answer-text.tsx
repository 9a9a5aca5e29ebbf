'use client'

import { useEffect, useRef } from 'react'
import type { AnswerDraft } from './autosave'

export type AnswerTextProps = {
  draft: AnswerDraft
  text: string
  id: string
  describedBy?: string
  isInvalid: boolean
  rows?: number
}

/**
 * The box that one types in. The browser holds what is typed, so that undo, dictation and slow devices work as always;
 * only what comes from elsewhere is put into it. What was typed before the scripts were there counts, too.
 */
export function AnswerText({ draft, text, id, describedBy, isInvalid, rows = 3 }: AnswerTextProps) {
  const box = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const typed = box.current?.value
    if (typed !== undefined && typed !== draft.snapshot().value.text) {
      draft.type({ ...draft.snapshot().value, text: typed })
    }
  }, [draft])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is the reason to look, the draft knows it best
  useEffect(() => {
    const current = draft.snapshot().value.text
    if (box.current && box.current.value !== current) {
      box.current.value = current
    }
  }, [draft, text])

  return (
    <textarea
      ref={box}
      id={id}
      className="control"
      dir="auto"
      rows={rows}
      // A browser that fills in what stood here before a reload would overwrite what someone else typed since.
      autoComplete="off"
      defaultValue={text}
      onInput={(event) => draft.type({ ...draft.snapshot().value, text: event.currentTarget.value })}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
    />
  )
}
