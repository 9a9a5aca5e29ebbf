import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { waitBeforeFetch } from './refresh-pace'

/** Who left the desk: a screen that only follows must not keep a session alive. */
const AWAY_MS = 10 * 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'focus'] as const

export interface Refresh {
  /** Fetches the page anew at once. */
  now(): void
  /** Something changed: fetches it in its time, together with what changes shortly after. */
  soon(): void
  /** What changed until now is not fetched any more. */
  drop(): void
}

/**
 * Fetches this page anew, without a page load. While nobody touches the screen for ten minutes, or it is hidden, it waits, and
 * catches up at the first touch.
 */
export function useRefresh(): Refresh {
  const router = useRouter()
  const clock = useRef({
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    firstChange: null as number | null,
    lastChange: 0,
    seenAt: 0,
    typedAt: Number.NEGATIVE_INFINITY,
    isBehind: false,
  })

  useEffect(() => {
    const stop = new AbortController()
    const listening = { signal: stop.signal, capture: true }
    const seen = () => {
      clock.current.seenAt = performance.now()
      if (clock.current.isBehind) {
        clock.current.isBehind = false
        router.refresh()
      }
    }
    const typed = () => {
      clock.current.typedAt = performance.now()
    }
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, seen, listening)
    }
    window.addEventListener('input', typed, listening)
    clock.current.seenAt = performance.now()
    return () => {
      stop.abort()
      clearTimeout(clock.current.timer)
    }
  }, [router])

  function drop() {
    clearTimeout(clock.current.timer)
    clock.current.firstChange = null
    clock.current.isBehind = false
  }

  function now() {
    drop()
    const { seenAt } = clock.current
    clock.current.isBehind = document.hidden || performance.now() - seenAt > AWAY_MS
    if (!clock.current.isBehind) {
      router.refresh()
    }
  }

  function soon() {
    clock.current.lastChange = performance.now()
    clock.current.firstChange ??= clock.current.lastChange
    inTime()
  }

  /** Who typed in the meantime is waited for once more. */
  function inTime() {
    const { firstChange, lastChange, typedAt: typed, timer } = clock.current
    if (firstChange === null) {
      return
    }
    clearTimeout(timer)
    const wait = waitBeforeFetch({ now: performance.now(), firstChange, lastChange, typed })
    if (wait === 0) {
      now()
    } else {
      clock.current.timer = setTimeout(inTime, Math.ceil(wait))
    }
  }

  return { now, soon, drop }
}
