'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

const NEAR_END = 48

/**
 * Keeps the view calm: a new slide starts at its top; while someone types at the end the end stays in view; whoever
 * scrolled back is left where they are. Returns whether there is more below than fits.
 */
export function useSteadyScroll(scroller: RefObject<HTMLElement | null>, slideKey: string, content: unknown): boolean {
  const [hasMore, setHasMore] = useState(false)
  const isAtEnd = useRef(true)
  const lastKey = useRef(slideKey)
  useEffect(() => {
    const element = scroller.current
    const note = () => {
      isAtEnd.current = element === null || spaceBelow(element) < NEAR_END
      setHasMore(!isAtEnd.current)
    }
    element?.addEventListener('scroll', note, { passive: true })
    return () => element?.removeEventListener('scroll', note)
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content decides how high it is
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) {
      return
    }
    if (lastKey.current !== slideKey) {
      lastKey.current = slideKey
      element.scrollTop = 0
      isAtEnd.current = spaceBelow(element) < NEAR_END
    } else if (isAtEnd.current) {
      element.scrollTop = element.scrollHeight
    }
    setHasMore(spaceBelow(element) >= NEAR_END)
  }, [scroller, slideKey, content])
  return hasMore
}

function spaceBelow({ scrollHeight, clientHeight, scrollTop }: HTMLElement): number {
  return scrollHeight - clientHeight - scrollTop
}
