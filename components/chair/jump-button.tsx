'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { Place } from '@/components/meeting/place'
import { useMoves } from '@/components/projector/use-moves'
import { Button } from '@/components/ui/button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'

type JumpButtonProps = Place & { itemKey: string; question: string; isShown: boolean }

/** Brings one question on the projector. */
export function JumpButton({ code, slug, itemKey, question, isShown }: JumpButtonProps) {
  const router = useRouter()
  const refresh = useCallback(() => router.refresh(), [router])
  const { move, problem } = useMoves(code, slug, refresh)
  return (
    <div className="shrink-0">
      <Button type="button" variant="quiet" aria-pressed={isShown} onClick={() => move({ to: itemKey })}>
        {isShown ? 'Op de beamer' : 'Toon'}
        <VisuallyHidden>: {question}</VisuallyHidden>
      </Button>
      {problem && (
        <p role="status" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
