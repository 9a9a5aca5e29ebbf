/** What changed: a reason to fetch it, never the content. The kinds are those of lib/live/channel. */
export interface LiveChange {
  kind: 'answer' | 'score' | 'round' | 'item' | 'list' | 'plan'
  key?: string
  version?: number
}

/**
 * `refetch`: something may have been missed, or may no longer be seen: fetch the whole state. `screen`: what there is to
 * see now, for a projector.
 */
export type LiveEvent = 'refetch' | readonly LiveChange[] | { screen: unknown }

/** `ended`: the right is over, or nobody is logged in any more; it does not connect again. */
export type LiveStatus = 'connecting' | 'connected' | 'reconnecting' | 'ended'
