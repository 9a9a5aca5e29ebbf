import type { SaveStatus } from '@/components/ui/save-state'
import type { AnswerAddress, AnswerValue, Conflict } from './answer-put'

/** All in milliseconds. */
export interface Pace {
  /** After the last key. */
  rest: number
  /** While someone goes on typing. */
  longest: number
  firstRetry: number
  lastRetry: number
  timeout: number
}

export const PACE: Pace = { rest: 200, longest: 1000, firstRetry: 1000, lastRetry: 30_000, timeout: 15_000 }

/** What one request may carry when the page goes away: 64 kB in all, less what the headers take. */
export const KEEPALIVE_BYTES = 60_000

export interface AnswerStart extends AnswerAddress {
  value: AnswerValue
  version: number
  savedAt: string | null
}

export interface AnswerState {
  value: AnswerValue
  status: SaveStatus
  savedAt: string | null
  /** What is wrong, or what to mind, in a sentence. */
  message: string | null
  conflict: Conflict | null
}

const TOO_LONG_TO_LEAVE = 'Dit is een lange tekst. Wacht met weggaan tot er staat dat hij bewaard is.'

/**
 * How long to wait before the next try: as long as the server asks, else twice as long after each failure, with some
 * chance in it so that a whole meeting does not come back at once.
 */
export function retryDelay({ firstRetry, lastRetry }: Pace, failures: number, asked: number | null): number {
  return asked ?? Math.min(lastRetry, firstRetry * 2 ** failures) * (0.75 + Math.random() / 2)
}

/** Whether a text is worth counting its bytes: no text takes more than six bytes a character in JSON. */
export function mayBeTooLong({ text }: AnswerValue): boolean {
  return text.length > KEEPALIVE_BYTES / 6
}

/** The sentence that goes before the ordinary one of a state: what is wrong with the text, or what to mind. */
export function messageFor(status: SaveStatus, refusal: string | null, isTooLong: boolean): string | null {
  if (status === 'refused') return refusal
  return isTooLong && (status === 'unsaved' || status === 'saving') ? TOO_LONG_TO_LEAVE : null
}

/** Whether nothing differs. A field that does not ask whether it applies has no say in that. */
export function isSame(one: AnswerValue, other: AnswerValue): boolean {
  const asksApplies = one.applies !== undefined && other.applies !== undefined
  return one.text === other.text && (!asksApplies || one.applies === other.applies)
}
