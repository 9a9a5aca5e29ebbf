'use client'

import { useListening } from './use-listening'

/**
 * How many rows of a long table are drawn: the first ones by the server, so that the page is there at once; all of them as
 * soon as the page listens. Nothing is drawn that could not be typed in yet.
 */
export function useDrawn(total: number, first: number): number {
  const isListening = useListening()
  return isListening ? total : Math.min(first, total)
}
