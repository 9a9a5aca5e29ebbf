import { KEEPALIVE_BYTES } from '@/components/saving/pace'
import type { SaveStatus } from '@/components/ui/save-state'
import type { AnswerAddress, AnswerValue, Conflict } from './answer-put'

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
