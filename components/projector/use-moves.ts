'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProjectorMove } from '@/lib/domain/projector-walk'

const READ_MS = 8_000

export interface Moves {
  move: (move: ProjectorMove) => void
  /** Why the last move was not made; null when it was, or after a while. */
  problem: string | null
}

/** Sends moves one after another, so that two quick presses are two steps; `onMoved` fetches where it is now. */
export function useMoves(code: string, plan: string, onMoved: () => void): Moves {
  const [problem, setProblem] = useState<string | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const move = useCallback(
    (wanted: ProjectorMove) => {
      queue.current = queue.current.then(async () => {
        setProblem(await send(`/api/gezinnen/${code}/plannen/${plan}/beamer`, wanted))
        onMoved()
      })
    },
    [code, plan, onMoved],
  )
  useEffect(() => {
    if (problem === null) {
      return
    }
    const timer = setTimeout(() => setProblem(null), READ_MS)
    return () => clearTimeout(timer)
  }, [problem])
  return { move, problem }
}

async function send(address: string, move: ProjectorMove): Promise<string | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ move }),
    })
    return response.ok ? null : problemIn(response)
  } catch {
    return 'Er is geen verbinding. Probeer het zo nog eens.'
  }
}

async function problemIn(response: Response): Promise<string> {
  if (response.status === 401) {
    return 'Dit scherm loopt mee, maar bedienen kan hier pas weer als u opnieuw inlogt.'
  }
  const body = await response.json().catch(() => ({}))
  return body.errors?.form ?? body.message ?? 'Dat lukte niet. Probeer het zo nog eens.'
}
