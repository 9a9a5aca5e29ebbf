'use client'

import { startTransition, useEffect, useState } from 'react'

/**
 * Whether the scripts have taken this part of the page over. What waits for it is drawn in the background: whoever types
 * meanwhile is not held up.
 */
export function useListening(): boolean {
  const [isListening, setListening] = useState(false)
  useEffect(() => startTransition(() => setListening(true)), [])
  return isListening
}
