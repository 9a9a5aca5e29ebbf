'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

export type Size = { width: number; height: number }

/** The measures of an element as it is shown now; null until it is measured and while it is not shown. */
export function useSize(): [RefObject<HTMLDivElement | null>, Size | null] {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | null>(null)

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      setSize(width > 0 && height > 0 ? { width, height } : null)
    })
    if (box.current) {
      observer.observe(box.current)
    }
    return () => observer.disconnect()
  }, [])

  return [box, size]
}
