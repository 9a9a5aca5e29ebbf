'use client'

import { useCallback, useRef } from 'react'
import type { Slide } from '@/lib/domain/slide'
import { ProjectorControls } from './projector-controls'
import { SlideClockBar } from './slide-clock-bar'
import { SlideView } from './slide-view'
import { useMoves } from './use-moves'
import { useProjectorKeys } from './use-projector-keys'
import { useSlide } from './use-slide'
import { useSteadyScroll } from './use-steady-scroll'

export interface ProjectorScreenProps {
  code: string
  /** The plan in an address: gips-1. */
  plan: string
  initial: Slide
}

/** The projector: follows the meeting by itself, and can be moved from here by whoever is logged in. */
export function ProjectorScreen({ code, plan, initial }: ProjectorScreenProps) {
  const scroller = useRef<HTMLElement>(null)
  const { slide, standing, refresh } = useSlide(code, plan, initial)
  const { move, problem } = useMoves(code, plan, refresh)
  const leave = useCallback(() => location.assign(`/gezinnen/${code}/plannen/${plan}`), [code, plan])
  useProjectorKeys({ slide, scroller, move, leave })
  const hasMore = useSteadyScroll(scroller, `${slide.kind} ${slide.item}`, slide)
  if (standing === 'closed') {
    return <ClosedScreen />
  }
  return (
    <div className="theme-projector fixed inset-0 z-50 flex flex-col">
      <main ref={scroller} id="inhoud" className="min-h-0 grow overflow-y-auto px-[3vw]">
        <SlideView slide={slide} />
      </main>
      <footer className="flex items-end gap-x-[2vw] px-[3vw] py-[1.5vh]">
        <div className="min-w-0 grow">
          {slide.clock && slide.kind !== 'hidden' && <SlideClockBar clock={slide.clock} />}
        </div>
        {hasMore && <p className="shrink-0 text-sm text-brand">↓ er staat meer</p>}
        <p role="status" className="max-w-[40vw] text-sm text-ink-soft">
          {problem ?? (standing === 'behind' ? '○ Even geen verbinding. U ziet de laatste stand.' : '')}
        </p>
        <ProjectorControls isHidden={slide.kind === 'hidden'} names={slide.names} move={move} leave={leave} />
      </footer>
    </div>
  )
}

function ClosedScreen() {
  return (
    <main id="inhoud" className="theme-projector fixed inset-0 z-50 grid place-content-center text-center">
      <h1>Dit scherm is gesloten</h1>
      <p className="mt-4 text-xl">Open de beamer opnieuw vanaf de pagina van het plan.</p>
    </main>
  )
}
