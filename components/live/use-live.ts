'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { LiveEvent, LiveStatus } from './live-event'
import { followStream } from './shared-stream'

/**
 * Follows a plan while it is made. `onEvent` hears what changed, and `refetch` at each (re)connect or when something may
 * have become hidden: fetch the whole state then. Returns how the connection stands.
 */
export function useLive(code: string, plan: string, onEvent: (event: LiveEvent) => void): LiveStatus {
  return useStream(`/api/gezinnen/${code}/live?plan=${plan}`, onEvent)
}

/** The same for the stream at any address of our own. Another `attempt` opens it anew after it has `ended`. */
export function useStream(url: string, onEvent: (event: LiveEvent) => void, attempt = 0): LiveStatus {
  const [status, setStatus] = useState<LiveStatus>('connecting')
  const tell = useEffectEvent(onEvent)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to open it anew
  useEffect(() => followStream(url, { onEvent: (event) => tell(event), onStatus: setStatus }), [url, attempt])
  return status
}
