'use client'

import { useDeferredValue, useEffect, useRef, useSyncExternalStore } from 'react'
import { apiOf, type Place } from '@/components/meeting/place'
import type { EvaluatedGoalView, EvaluationView } from '@/lib/domain/carried-views'
import { type Arrived, goalsDesk } from './goals-desk'

const NOTHING: Arrived = { goals: [], state: 'coming' }

/** The goals that came after the page, for who shows something of them. */
export function useArrivedGoals(place: Place): Arrived {
  const url = urlOf(place)
  return useSyncExternalStore(
    goalsDesk.subscribe,
    () => goalsDesk.at(url),
    () => NOTHING,
  )
}

/** All goals of the table as far as they are here; brings the rest as soon as the page listens, and with each reading of the page. */
export function useGoals(place: Place, reading: EvaluationView) {
  const { goals, total } = reading
  const url = urlOf(place)
  const hasMore = total > goals.length
  // Each time that the page was read anew: it does not tell what people gave.
  useEffect(() => {
    if (hasMore) goalsDesk.ask(url, reading)
  }, [url, reading, hasMore])
  useEffect(() => {
    const stop = new AbortController()
    for (const sign of ['online', 'focus']) {
      window.addEventListener(sign, () => goalsDesk.retry(url), { signal: stop.signal })
    }
    return () => {
      stop.abort()
      goalsDesk.letGo(url)
    }
  }, [url])
  // Hundreds of fields: whoever types meanwhile goes first.
  const arrived = useDeferredValue(useArrivedGoals(place), NOTHING)
  const state = hasMore ? arrived.state : 'here'
  return {
    goals: useKept(hasMore ? joined(goals, arrived.goals) : goals, state),
    state,
    retry: () => goalsDesk.retry(url),
  }
}

/** A page that left them out, for the meeting went on, takes no goal away: it stands until all of them are here. */
function useKept(goals: readonly EvaluatedGoalView[], state: Arrived['state']): readonly EvaluatedGoalView[] {
  const before = useRef(goals)
  const shown = state === 'here' ? goals : joined(goals, before.current)
  useEffect(() => {
    before.current = shown
  }, [shown])
  return shown
}

/** A goal of the page that came with all of them, too, stands once: as it is on the page. */
export function joined(first: readonly EvaluatedGoalView[], rest: readonly EvaluatedGoalView[]): EvaluatedGoalView[] {
  return [...first, ...rest.filter(({ id }) => first.every((goal) => goal.id !== id))]
}

function urlOf(place: Place): string {
  return apiOf(place, 'percentages')
}
