'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useEffectEvent } from 'react'
import type { Place } from '@/components/meeting/place'
import { useMoves } from '@/components/projector/use-moves'
import { Button } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import type { NameStyle } from '@/lib/domain/slide-blocks'

type ChairMovesProps = Place & { isStarted: boolean; names: NameStyle; mayStart: boolean }

const STEPS: Record<string, 'next' | 'previous'> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
}

/** Moves the projector: by button, by the arrows of the keyboard and by a clicker. Whoever types moves nothing. */
export function ChairMoves({ code, slug, isStarted, names, mayStart }: ChairMovesProps) {
  const router = useRouter()
  const refresh = useCallback(() => router.refresh(), [router])
  const { move, problem } = useMoves(code, slug, refresh)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      event.preventDefault()
      move(step)
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <div className="space-y-2">
      <ButtonRow>
        <Button type="button" variant="secondary" onClick={() => move('previous')}>
          Vorige
        </Button>
        <Button type="button" onClick={() => move('next')}>
          Volgende
        </Button>
        {!isStarted && mayStart && (
          <Button type="button" variant="secondary" onClick={() => move('start')}>
            Start de klok
          </Button>
        )}
        <Button type="button" variant="quiet" onClick={() => move({ names: names === 'first' ? 'initials' : 'first' })}>
          {names === 'first' ? 'Toon voorletters' : 'Toon voornamen'}
        </Button>
        <a className="button button-quiet" href={`/beamer/${code}/${slug}`} target="_blank" rel="noreferrer">
          Open de beamer
        </a>
      </ButtonRow>
      <p className="max-w-prose text-sm text-ink-soft">
        Op de beamer staan {names === 'first' ? 'voornamen' : 'voorletters'}. In wat getypt is, blijven namen staan.
      </p>
      <p role="status" className="text-sm text-danger">
        {problem}
      </p>
    </div>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
