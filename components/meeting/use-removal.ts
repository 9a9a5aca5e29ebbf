'use client'

import { useState } from 'react'
import { rowDesk } from './row-desk'
import { type RowResult, sendRow } from './row-put'
import type { Listed } from './use-list'

interface Row {
  id: string
  text: string
  version: number
}

interface RemovalOptions<T extends Row> {
  /** Under which the row's draft lies on the desk. */
  keyOf: (id: string) => string
  urlOf: (id: string) => string
  /** Puts the row back on the server. */
  restore: (row: T) => Promise<RowResult>
}

export interface Removal<T extends Row> {
  removedText: string | null
  /** Why the last request was not done, in a sentence. */
  problem: string | null
  remove: (row: T) => Promise<void>
  undo: () => Promise<void>
  /** Whether the request was done; if not, `problem` says why. */
  settle: (asked: Promise<RowResult>) => Promise<boolean>
}

/** Taking a row away and putting it back. A row that was never saved just goes. */
export function useRemoval<T extends Row>(list: Listed<T>, { keyOf, urlOf, restore }: RemovalOptions<T>): Removal<T> {
  const [removed, setRemoved] = useState<T | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function settle(asked: Promise<RowResult>): Promise<boolean> {
    const result = await asked
    setProblem(problemOf(result))
    return result.outcome === 'saved'
  }

  return {
    removedText: removed?.text ?? null,
    problem,
    settle,
    remove: async (row) => {
      const state = rowDesk.find(keyOf(row.id))?.snapshot()
      const version = state?.version ?? row.version
      if (version === 0 || (await settle(sendRow(urlOf(row.id), 'DELETE', {})))) {
        list.hide(row.id)
        setRemoved(version === 0 ? null : { ...row, ...state?.value, version })
      }
    },
    undo: async () => {
      if (removed && (await settle(restore(removed)))) {
        list.bringBack(removed)
        setRemoved(null)
      }
    },
  }
}

function problemOf(result: RowResult): string | null {
  if (result.outcome === 'saved') return null
  const sentence = result.outcome === 'refused' ? Object.values(result.errors)[0] : undefined
  return sentence ?? 'Dat lukte niet. Probeer het opnieuw.'
}
