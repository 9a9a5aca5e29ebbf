'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { LiveEvent } from '@/components/live/live-event'
import { type Followed, useLive } from '@/components/live/use-live'
import { TextLink } from '@/components/ui/text-link'
import type { PlanState } from '@/lib/domain/plan-state'
import type { Place } from './place'
import { useRefresh } from './use-refresh'

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
 * fetched at once, and not while one types; a step of the round of scores is not waited with, for everyone looks at it
 * together. When the right is over, who only reads sees nothing any more at once; who writes keeps what was typed on the
 * screen. So does who stands on a page that ends with the meeting, and is shown the way to the plan.
 */
export function LiveRefresh({ code, slug, mayWrite, follows = 'meeting', endsAt = [] }: LiveRefreshProps) {
  const router = useRouter()
  const refresh = useRefresh()
  const [isOver, setIsOver] = useState(false)

  function changed(event: LiveEvent) {
    if (isOver || wentTo(event, endsAt)) {
      refresh.drop()
      setIsOver(true)
    } else if (isOfRound(event)) {
      refresh.now()
    } else {
      refresh.soon(event === 'refetch')
    }
  }

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
