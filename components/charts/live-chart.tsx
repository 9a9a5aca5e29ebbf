'use client'

import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { ChartLine, PlacedMark } from './chart-lines'
import type { InteractiveLinesProps } from './interactive-lines'

export type LiveChartProps = {
  lines: readonly ChartLine[]
  marks: readonly PlacedMark[]
  /** The drawing from the server: it stays, with and without scripts. */
  children: ReactNode
}

/** Lays the interactive chart over the drawing once the page is painted and idle, so that nothing moves when it comes. */
export function LiveChart({ lines, marks, children }: LiveChartProps) {
  const [Interactive, setInteractive] = useState<ComponentType<InteractiveLinesProps> | null>(null)

  useEffect(() => {
    let isGone = false
    const cancel = whenIdle(async () => {
      const chart = await import('./interactive-lines').catch(() => null)
      if (chart && !isGone) {
        setInteractive(() => chart.InteractiveLines)
      }
    })
    return () => {
      isGone = true
      cancel()
    }
  }, [])

  return (
    <div
      className="relative aspect-[340/320] w-full max-w-[60rem] sm:aspect-[2/1]"
      data-chart={Interactive ? 'interactive' : 'drawn'}
    >
      {children}
      {Interactive && <Interactive lines={lines} marks={marks} />}
    </div>
  )
}

function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(work, { timeout: 2000 })
  return () => cancelIdleCallback(request)
}
