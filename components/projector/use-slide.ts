'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveEvent } from '@/components/live/live-event'
import { useStream } from '@/components/live/use-live'
import type { Slide } from '@/lib/domain/slide'

/** The clock goes on while nobody types. */
const CLOCK_MS = 20_000
const REOPEN_MS = 2_000

export interface ShownSlide {
  slide: Slide
  /** `behind`: no connection, this is the last known slide. `closed`: this screen may not be shown any more. */
  standing: 'live' | 'behind' | 'closed'
  refresh: () => void
}

/** The slide of this moment: it comes with each change, and is fetched at each (re)connect; the last one stays until then. */
export function useSlide(code: string, plan: string, initial: Slide): ShownSlide {
  const address = `/api/beamer/${code}/${plan}`
  const [slide, setSlide] = useState(initial)
  const [isClosed, setClosed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const take = useCallback((next: Slide) => setSlide((last) => (next.at < last.at ? last : next)), [])
  const load = useLatest(address, take, () => setClosed(true))
  const onEvent = (event: LiveEvent) => (isScreen(event) ? take(event.screen as Slide) : load())
  const status = useStream(`${address}/live`, onEvent, attempt)
  usePass(address, attempt)
  useEffect(() => {
    const timer = setInterval(load, CLOCK_MS)
    return () => clearInterval(timer)
  }, [load])
  useEffect(() => {
    if (status !== 'ended') {
      return
    }
    // The pass may have run out while its user is still logged in: whether the slide can be fetched decides.
    load()
    const timer = setTimeout(() => setAttempt((last) => last + 1), REOPEN_MS)
    return () => clearTimeout(timer)
  }, [status, load])
  return { slide, standing: standingOf(isClosed, status === 'connected'), refresh: load }
}

function isScreen(event: LiveEvent): event is { screen: unknown } {
  return typeof event === 'object' && 'screen' in event
}

function standingOf(isClosed: boolean, isConnected: boolean): ShownSlide['standing'] {
  if (isClosed) {
    return 'closed'
  }
  return isConnected ? 'live' : 'behind'
}

/** Fetches one at a time; asked again meanwhile, it fetches once more afterwards, so that the last change is seen. */
function useLatest(address: string, onSlide: (slide: Slide) => void, onClosed: () => void): () => void {
  const turn = useRef({ isBusy: false, isAskedAgain: false })
  const callbacks = useRef({ onSlide, onClosed })
  return useCallback(() => {
    const { current } = turn
    if (current.isBusy) {
      current.isAskedAgain = true
      return
    }
    current.isBusy = true
    void (async () => {
      do {
        current.isAskedAgain = false
        const found = await fetchSlide(address)
        if (found === 'closed') {
          callbacks.current.onClosed()
        } else if (found) {
          callbacks.current.onSlide(found)
        }
      } while (current.isAskedAgain)
      current.isBusy = false
    })()
  }, [address])
}

/** Null when it could not be fetched now. */
async function fetchSlide(address: string): Promise<Slide | 'closed' | null> {
  try {
    const response = await fetch(address)
    if (response.status === 401 || response.status === 404) {
      return 'closed'
    }
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Asks for the pass that keeps this screen alive when its user's session idles out. */
function usePass(address: string, attempt: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pass that ran out is asked for anew
  useEffect(() => {
    const ask = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
    fetch(`${address}/pas`, ask).catch(() => undefined)
  }, [address, attempt])
}
