'use client'

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ChartLine, PlacedMark } from './chart-lines'
import type { InteractiveLinesProps } from './interactive-lines'

export type LiveChartProps = {
  lines: readonly ChartLine[]
  marks: readonly PlacedMark[]
  /** The drawing from the server: it stays, with and without scripts. */
  children: ReactNode
}

/**
 * Lays the interactive chart over the drawing for whoever points at it, or walks through the page with Tab: nothing moves when
 * it comes, and everyone else is spared its hundred kilobytes.
 */
export function LiveChart({ lines, marks, children }: LiveChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const [Interactive, setInteractive] = useState<ComponentType<InteractiveLinesProps> | null>(null)

  useEffect(() => {
    const listening = new AbortController()
    let isComing = false
    const bringIn = async () => {
      if (isComing) return
      isComing = true
      const chart = await import('./interactive-lines').catch(() => null)
      isComing = false
      if (chart && !listening.signal.aborted) {
        listening.abort()
        setInteractive(() => chart.InteractiveLines)
      }
    }
    const { signal } = listening
    // Who pointed at it before the page listened need not leave it and come back.
    box.current?.addEventListener('pointermove', bringIn, { signal })
    document.addEventListener('keydown', ({ key }) => key === 'Tab' && bringIn(), { signal })
    return () => listening.abort()
  }, [])

  return (
    <div
      ref={box}
      className="relative aspect-[340/320] w-full max-w-[60rem] sm:aspect-[2/1]"
      data-chart={Interactive ? 'interactive' : 'drawn'}
    >
      {children}
      {Interactive && <Interactive lines={lines} marks={marks} />}
    </div>
  )
}
