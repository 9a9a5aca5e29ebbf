'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { Place } from '@/components/meeting/place'
import type { LiveEvent, LiveStatus } from './live-event'
import { followStream } from './shared-stream'

/** What of a plan in the making is followed: its meeting, or of that the round of scores alone. */
export type Followed = 'meeting' | 'round'

/**
 * Follows a plan while it is made. `onEvent` hears what changed, and `refetch` at each (re)connect or when something may
 * have become hidden: fetch the whole state then. Returns how the connection stands.
 */
export function useLive(follows: Followed, { code, slug }: Place, onEvent: (event: LiveEvent) => void): LiveStatus {
  const dossier = `/api/gezinnen/${code}`
  const round = `${dossier}/plannen/${slug}/cijferronde/live`
  return useStream(follows === 'round' ? round : `${dossier}/live?plan=${slug}`, onEvent)
}

/** The same for the stream at any address of our own. Another `attempt` opens it anew after it has `ended`. */
export function useStream(url: string, onEvent: (event: LiveEvent) => void, attempt = 0): LiveStatus {
  const [status, setStatus] = useState<LiveStatus>('connecting')
  const tell = useEffectEvent(onEvent)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to open it anew
  useEffect(() => followStream(url, { onEvent: (event) => tell(event), onStatus: setStatus }), [url, attempt])
  return status
}
