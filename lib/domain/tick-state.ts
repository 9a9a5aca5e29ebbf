/** What somebody says of an agreement. In a file of its own: the browser needs these words without the rules of time. */
export const TICK_STATES = ['done', 'partly', 'notDone'] as const
export type TickState = (typeof TICK_STATES)[number]

const NAMES: Record<TickState, string> = { done: 'gedaan', partly: 'deels gedaan', notDone: 'niet gelukt' }

/** The Dutch words for a tick, in small letters. */
export function tickName(state: TickState): string {
  return NAMES[state]
}
