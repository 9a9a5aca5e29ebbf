'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { LiveEvent } from '@/components/live/live-event'
import { type Followed, useLive } from '@/components/live/use-live'
import { TextLink } from '@/components/ui/text-link'
import type { PlanState } from '@/lib/domain/plan-state'
import type { Place } from './place'

const REST_MS = 700
const LONGEST_MS = 2_500
/** Who left the desk: a screen that only follows must not keep a session alive. */
const AWAY_MS = 10 * 60_000
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'focus'] as const

const SILENT: Record<Followed, string> = {
  meeting: 'Wat anderen typen komt even niet binnen. We maken opnieuw verbinding.',
  round: 'De verbinding is even weg. Daarna ziet u weer of de cijferronde open is.',
}

type LiveRefreshProps = Place & {
  mayWrite: boolean
  /** What this screen follows; a family account hears of its round of scores alone. */
  follows?: Followed
  /** The states of the plan in which there is no such page: what stands on it then stays, and leads on to the plan. */
  endsAt?: readonly PlanState[]
}

/**
 * Brings in what others changed, without a page load: fields that are being edited stay as they are. Several changes are
 * fetched at once; a step of the round of scores is not waited with, for everyone looks at it together. While nobody
 * touches this screen for ten minutes it waits, and catches up at the first touch. When the right is over, who only reads
 * sees nothing any more at once; who writes keeps what was typed on the screen. So does who stands on a page that ends with
 * the meeting, and is shown the way to the plan.
 */
export function LiveRefresh({ code, slug, mayWrite, follows = 'meeting', endsAt = [] }: LiveRefreshProps) {
  const router = useRouter()
  const [isOver, setIsOver] = useState(false)
  const clock = useRef({
    timer: undefined as Timer | undefined,
    since: null as number | null,
    seenAt: 0,
    isBehind: false,
  })

  function refresh() {
    const now = clock.current
    clearTimeout(now.timer)
    now.since = null
    now.isBehind = document.hidden || performance.now() - now.seenAt > AWAY_MS
    if (!now.isBehind) {
      router.refresh()
    }
  }

  function changed(event: LiveEvent) {
    const now = clock.current
    if (isOver || wentTo(event, endsAt)) {
      clearTimeout(now.timer)
      now.isBehind = false
      setIsOver(true)
      return
    }
    if (isOfRound(event)) {
      refresh()
      return
    }
    now.since ??= performance.now()
    clearTimeout(now.timer)
    const left = now.since + LONGEST_MS - performance.now()
    now.timer = setTimeout(refresh, Math.max(0, Math.min(REST_MS, left)))
  }

  useEffect(() => {
    const stop = new AbortController()
    const seen = () => {
      clock.current.seenAt = performance.now()
      if (clock.current.isBehind) {
        clock.current.isBehind = false
        router.refresh()
      }
    }
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, seen, { signal: stop.signal, capture: true })
    }
    clock.current.seenAt = performance.now()
    return () => {
      stop.abort()
      clearTimeout(clock.current.timer)
    }
  }, [router])

  const status = useLive(follows, { code, slug }, changed)
  useEffect(() => {
    if (status === 'ended' && !mayWrite) {
      router.refresh()
    }
  }, [status, mayWrite, router])

  if (isOver) {
    return (
      <p role="status" className="text-sm text-ink-soft">
        Dit overleg is voorbij. Hier verandert niets meer.{' '}
        <TextLink href={`/gezinnen/${code}/plannen/${slug}`}>Naar het plan</TextLink>
      </p>
    )
  }
  return (
    <p role="status" className="text-sm text-ink-soft">
      {status === 'reconnecting' && SILENT[follows]}
      {status === 'ended' && 'U kijkt niet meer live mee. Ververs de pagina.'}
    </p>
  )
}

function wentTo(event: LiveEvent, states: readonly PlanState[]): boolean {
  const changes = typeof event === 'object' && !('screen' in event) ? event : []
  return changes.some(({ kind, key }) => kind === 'plan' && states.some((state) => state === key))
}

function isOfRound(event: LiveEvent): boolean {
  return typeof event === 'object' && !('screen' in event) && event.some(({ kind }) => kind === 'round')
}

type Timer = ReturnType<typeof setTimeout>
