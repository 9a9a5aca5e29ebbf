'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { v7 } from 'uuid'
import { rowDesk } from './row-desk'

export interface Listed<T> {
  /** The server's rows without those taken away here, then those made here that it does not have yet. */
  rows: (T & { isFresh?: true })[]
  /** A new row at the end, with an id made here: saved twice it is still one. */
  add: (blank: Omit<T, 'id'>) => string
  /** Shows a row as taken away. */
  hide: (id: string) => void
  /** Shows it again, until the server's copy comes back. */
  bringBack: (row: T) => void
}

/** A list that grows and shrinks on this screen before the server's copy of it arrives. */
export function useList<T extends { id: string }>(given: readonly T[]): Listed<T> {
  const [fresh, setFresh] = useState<readonly T[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const known = new Set(given.map(({ id }) => id))
  const own = fresh.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, isFresh: true as const }))
  return {
    rows: [...given, ...own].filter(({ id }) => !hidden.has(id)),
    add: (blank) => {
      const id = v7()
      setFresh((rows) => [...rows, { ...blank, id } as T])
      return id
    },
    hide: (id) => {
      setFresh((rows) => rows.filter((row) => row.id !== id))
      setHidden((ids) => new Set([...ids, id]))
    },
    bringBack: (row) => {
      setFresh((rows) => [...rows, row])
      setHidden((ids) => new Set([...ids].filter((id) => id !== row.id)))
    },
  }
}

/** A list in which somebody writes begins with an empty line: nobody asks for the first. An empty line is not saved. */
export function useFirstLine(isWanted: boolean, add: () => void): void {
  const begin = useEffectEvent(add)
  useEffect(() => {
    if (isWanted) begin()
  }, [isWanted])
}

/** Puts the cursor in a field that was just made, after it is on the screen. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Types a text into a row that was just made, as if somebody had typed it there. */
export function typeSoon(key: string, text: string): void {
  requestAnimationFrame(() => rowDesk.find<{ text: string }>(key)?.type({ text }))
}
