'use client'

import { useState } from 'react'
import type { ConcernView } from '@/lib/domain/meeting-view'
import { concernFieldId } from './concern-line'
import { apiOf, type Place } from './place'
import { rowDesk } from './row-desk'
import { sendRow } from './row-put'
import { focusSoon, typeSoon, useFirstLine, useList } from './use-list'
import { useRemoval } from './use-removal'

const keyOf = (id: string) => `concern ${id}`

/** The concerns of one list as they stand on this screen, and what can be done with them. */
export function useConcerns(
  place: Place,
  given: readonly ConcernView[],
  { isReported, aboutMemberId }: Pick<ConcernView, 'isReported' | 'aboutMemberId'>,
  mayWrite: boolean,
) {
  const list = useList(given.filter((each) => each.isReported === isReported))
  const [order, setOrder] = useState<readonly string[]>([])
  const removal = useRemoval<ConcernView>(list, {
    keyOf,
    urlOf: (id) => apiOf(place, `zorgen/${id}`),
    restore: ({ id }) => sendRow(apiOf(place, `zorgen/${id}`), 'POST', {}),
  })
  const rows = list.rows.toSorted(
    (one, other) => placeIn(order, list.rows, one.id) - placeIn(order, list.rows, other.id),
  )

  const addLine = () => list.add({ text: '', harmfulEffect: '', aboutMemberId, isReported, version: 0 })
  useFirstLine(mayWrite && list.rows.length === 0, addLine)

  function add(text = '') {
    const id = addLine()
    focusSoon(concernFieldId(id))
    if (text !== '') typeSoon(keyOf(id), text)
  }

  async function move(id: string, step: -1 | 1) {
    const ids = rows.map((row) => row.id)
    const from = ids.indexOf(id)
    const other = ids[from + step]
    if (other === undefined) return
    ids[from + step] = id
    ids[from] = other
    setOrder(ids)
    focusSoon(concernFieldId(id))
    const kept = ids.filter((each) => (rowDesk.find(keyOf(each))?.snapshot().version ?? 0) > 0)
    await removal.settle(sendRow(apiOf(place, 'zorgen/volgorde'), 'PUT', { ids: kept }))
  }

  return { rows, add, move, removal, drop: list.hide }
}

/** Rows that were moved here stand as they were put; new ones follow. */
function placeIn(order: readonly string[], rows: readonly { id: string }[], id: string): number {
  const moved = order.indexOf(id)
  return moved >= 0 ? moved : order.length + rows.findIndex((row) => row.id === id)
}
