import { useRouter } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { RefreshClock } from './refresh-clock'

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'focus'] as const

/** Fetches this page anew in its time, without a page load. */
export function useRefresh(): RefreshClock {
  const router = useRouter()
  const clock = useMemo(
    () =>
      new RefreshClock(
        () => router.refresh(),
        () => document.hidden,
      ),
    [router],
  )
  useEffect(() => {
    const stop = new AbortController()
    const listening = { signal: stop.signal, capture: true }
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, () => clock.seen(), listening)
    }
    window.addEventListener('input', () => clock.typed(), listening)
    clock.seen()
    return () => {
      stop.abort()
      clock.drop()
    }
  }, [clock])
  return clock
}
