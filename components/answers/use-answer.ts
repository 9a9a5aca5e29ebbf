'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { AnswerDesk } from './answer-desk'
import type { AnswerStart, AnswerState } from './answer-state'
import { AnswerDraft } from './autosave'

/** The answers of this tab. On the server nothing is ever laid on it: a draft there lives for one rendering. */
export const desk = new AnswerDesk()

/** What an answer needs to be typed in and to save itself. */
export type AnswerProps = Omit<AnswerStart, 'value'> & { text: string; applies?: boolean | null }

/** The draft of one answer, kept while it is on screen and until it is saved, and how it stands. */
export function useAnswer({ text, applies, ...start }: AnswerProps): [AnswerDraft, AnswerState] {
  const { url, version, savedAt } = start
  const [draft] = useState(() => takeUp({ ...start, value: { text, applies } }))
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot, draft.snapshot)

  useEffect(() => desk.keep(draft), [draft])
  useEffect(() => {
    if (draft.address.url === url) {
      draft.receive({ value: { text, applies }, version, savedAt })
    }
  }, [draft, url, text, applies, version, savedAt])

  return [draft, state]
}

function takeUp(start: AnswerStart): AnswerDraft {
  const left = typeof window === 'undefined' ? undefined : desk.find(start.url)
  return left ?? new AnswerDraft(start)
}
