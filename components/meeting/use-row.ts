'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { rowDesk } from './row-desk'
import { RowDraft } from './row-draft'
import type { RowStart, RowState } from './row-state'

/** The draft of one row, kept while it is on screen and until it is saved, and how it stands. */
export function useRow<V extends object>(start: RowStart<V>): [RowDraft<V>, RowState<V>] {
  const [row] = useState(() => takeUp(start))
  const state = useSyncExternalStore(row.subscribe, row.snapshot, row.snapshot)
  const { key, version } = start
  const contents = JSON.stringify(start.value)

  useEffect(() => rowDesk.keep(row), [row])
  useEffect(() => {
    if (row.start.key === key) {
      row.receive(JSON.parse(contents) as V, version)
    }
  }, [row, key, contents, version])

  return [row, state]
}

function takeUp<V extends object>(start: RowStart<V>): RowDraft<V> {
  const left = typeof window === 'undefined' ? undefined : rowDesk.find<V>(start.key)
  return left ?? new RowDraft(start)
}
