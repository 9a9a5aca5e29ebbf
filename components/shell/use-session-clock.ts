'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { onSessionActivity, reportSessionActivity } from './session-activity'

export type SessionClock = {
  /** Seconds until the idle end; null while there is more than the warning time left. */
  secondsLeft: number | null
  /** The last try to stay did not reach the server. */
  isOffline: boolean
  /** Asks the server to keep the session. */
  stay: () => Promise<void>
}

export type SessionClockOptions = {
  idleSeconds: number
  warnSeconds: number
  keepAliveUrl: string
  path: string | null
}

/** Counts down from the last activity that the server saw: a navigation, a save, or the person saying so. */
export function useSessionClock({ idleSeconds, warnSeconds, keepAliveUrl, path }: SessionClockOptions): SessionClock {
  const endsAt = useRef(0)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const [isOffline, setIsOffline] = useState(false)

  const restart = useCallback(() => {
    endsAt.current = Date.now() + idleSeconds * 1000
    setSecondsLeft(null)
    setIsOffline(false)
  }, [idleSeconds])

  // A new path is a navigation, which the server has seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the reason to start again
  useEffect(restart, [restart, path])
  useEffect(() => onSessionActivity(restart), [restart])
  useEffect(() => {
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((endsAt.current - Date.now()) / 1000))
      setSecondsLeft(left <= warnSeconds ? left : null)
    }, 1000)
    return () => clearInterval(timer)
  }, [warnSeconds])

  const stay = useCallback(async () => {
    const answer = await fetch(keepAliveUrl, { method: 'POST', cache: 'no-store' }).catch(() => null)
    if (answer?.ok) {
      restart()
      reportSessionActivity()
    } else if (answer) {
      endsAt.current = 0
      setSecondsLeft(0)
    }
    setIsOffline(answer === null)
  }, [keepAliveUrl, restart])

  return { secondsLeft, isOffline, stay }
}
