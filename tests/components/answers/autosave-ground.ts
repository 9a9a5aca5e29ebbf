import { afterEach, beforeEach, expect } from 'vitest'
import { AnswerDraft } from '@/components/answers/autosave'
import type { Pace } from '@/components/saving/pace'
import { soon } from '@/tests/support/soon'
import { AnswerServer } from './answer-server'

export const PACE: Pace = { rest: 10, longest: 50, firstRetry: 5, lastRetry: 20, timeout: 10_000 }

/** The server of one test; `url` is where it takes an answer. */
export const here = {} as { server: AnswerServer; url: string }

/** Begins a server before each test of a file, and ends it after. */
export function withAnswerServer(): void {
  beforeEach(async () => {
    here.server = new AnswerServer()
    here.url = await here.server.start()
  })
  afterEach(() => here.server.stop())
}

export function draftOf({ text = '', version = 0, at = here.url, isSlow = false } = {}): AnswerDraft {
  return new AnswerDraft(
    { url: at, itemKey: 'children.needs', respondent: null, value: { text }, version, savedAt: null },
    isSlow ? { ...PACE, rest: 10_000, longest: 10_000 } : PACE,
  )
}

export const status = (draft: AnswerDraft) => draft.snapshot().status

export async function until(draft: AnswerDraft, wanted: string): Promise<void> {
  await soon(() => expect(status(draft)).toBe(wanted))
}
