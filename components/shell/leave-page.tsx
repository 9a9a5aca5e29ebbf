'use client'

import { DoorOpen } from 'lucide'
import { type FormEvent, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { type LeaveRoute, leaveNow } from './leave-now'
import { nextShiftRun, noShifts, type ShiftEvent, shiftsToLeave } from './leave-sequence'

export type LeaveTexts = { button: string; hint: string; onceMore: string; twiceMore: string }

export type LeavePageProps = Partial<LeaveRoute> & { texts?: LeaveTexts }

const dutch: LeaveTexts = {
  button: 'Verlaat deze pagina direct',
  hint: 'of druk drie keer op Shift',
  onceMore: 'Druk nog één keer op Shift om deze pagina te verlaten.',
  twiceMore: 'Druk nog twee keer op Shift om deze pagina te verlaten.',
}

/**
 * The way out for whoever is being watched: a button that is always in sight, and three times Shift. Without scripts the
 * button posts to the same address, which then has to lead away by itself.
 */
export function LeavePage({
  action = '/verlaten',
  neutralUrl = 'https://www.buienradar.nl',
  texts = dutch,
}: LeavePageProps) {
  const pressed = useShiftCount({ action, neutralUrl })

  function leave(event: FormEvent) {
    event.preventDefault()
    leaveNow({ action, neutralUrl })
  }

  return (
    <form
      method="post"
      action={action}
      onSubmit={leave}
      data-leave-page=""
      className="screen-only fixed inset-x-3 bottom-3 z-40 sm:start-auto sm:end-4 sm:bottom-4"
    >
      <button type="submit" className="button leave-button w-full">
        <Icon of={DoorOpen} />
        <span>
          {texts.button}
          <span className="hidden text-sm font-normal pointer-fine:block">{texts.hint}</span>
        </span>
      </button>
      <span role="status" className="sr-only">
        {pressed === 1 && texts.twiceMore}
        {pressed === 2 && texts.onceMore}
      </span>
    </form>
  )
}

function useShiftCount({ action, neutralUrl }: LeaveRoute): number {
  const [count, setCount] = useState(0)

  useEffect(() => {
    let run = noShifts
    function take(event: ShiftEvent) {
      run = nextShiftRun(run, event)
      setCount(run.releases.length)
      if (run.releases.length >= shiftsToLeave) {
        leaveNow({ action, neutralUrl })
      }
    }
    function onKeyDown({ key, repeat, timeStamp }: KeyboardEvent) {
      if (!repeat) {
        take({ kind: key === 'Shift' ? 'shiftDown' : 'other', at: timeStamp })
      }
    }
    function onKeyUp({ key, timeStamp }: KeyboardEvent) {
      if (key === 'Shift') {
        take({ kind: 'shiftUp', at: timeStamp })
      }
    }
    function onPointerDown({ timeStamp }: PointerEvent) {
      take({ kind: 'other', at: timeStamp })
    }
    const options = { capture: true }
    window.addEventListener('keydown', onKeyDown, options)
    window.addEventListener('keyup', onKeyUp, options)
    window.addEventListener('pointerdown', onPointerDown, options)
    return () => {
      window.removeEventListener('keydown', onKeyDown, options)
      window.removeEventListener('keyup', onKeyUp, options)
      window.removeEventListener('pointerdown', onPointerDown, options)
    }
  }, [action, neutralUrl])

  return count
}
