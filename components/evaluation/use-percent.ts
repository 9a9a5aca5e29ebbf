'use client'

import { useSyncExternalStore } from 'react'
import { apiOf, type Place, typedFigure } from '@/components/meeting/place'
import { rowDesk } from '@/components/meeting/row-desk'
import type { RowDraft } from '@/components/meeting/row-draft'
import type { RowState } from '@/components/meeting/row-state'
import { useRow } from '@/components/meeting/use-row'
import type { GivenPercentage } from '@/lib/domain/carried-views'
import type { Someone } from '@/lib/domain/meeting-forms'
import { isPercentReady, percentIn } from '@/lib/domain/percent-text'

export type PercentValue = Pick<GivenPercentage, 'percent' | 'remark'>
export type PercentKey = { goalId: string; whoId: string }

const NONE: GivenPercentage = { percent: '', remark: '', version: 0 }

/** One key per percentage: the means and the remarks look it up by it. */
function percentKey({ goalId, whoId }: PercentKey): string {
  return `percent ${goalId} ${whoId}`
}

type PercentStart = Place & {
  /** Where it is saved: at the table, or from one's own seat. */
  noun?: string
  goalId: string
  who: Someone
  given: GivenPercentage | undefined
}

/** What one participant gives one goal, saved while it is typed. */
export function usePercent({ noun = 'percentages', goalId, who, given = NONE, ...place }: PercentStart) {
  return useRow<PercentValue>({
    key: percentKey({ goalId, whoId: who.id }),
    url: apiOf(place, noun),
    value: { percent: given.percent, remark: given.remark },
    version: given.version,
    always: { goalId, who },
    isReady: isPercentReady,
    read: ({ percent, remark }) => ({ percent: typedFigure(percent), remark: String(remark) }),
  })
}

/** The same draft for another field of the row, while its figure is on the screen; null until then. */
export function useOpenPercent(key: PercentKey): [RowDraft<PercentValue>, RowState<PercentValue>] | null {
  const row = rowDesk.find<PercentValue>(percentKey(key))
  const state = useSyncExternalStore(row?.subscribe ?? rowDesk.subscribe, row?.snapshot ?? (() => null), () => null)
  return row && state ? [row, state] : null
}

/** The percentages of one goal as they stand on this screen at this moment, also what was typed a second ago. */
export function useTypedPercents(goalId: string, people: readonly Someone[], given: Record<string, GivenPercentage>) {
  const textOf = (id: string) =>
    rowDesk.find<PercentValue>(percentKey({ goalId, whoId: id }))?.snapshot().value.percent ?? given[id]?.percent ?? ''
  const shown = () => people.map(({ id }) => percentIn(textOf(id)) ?? '').join('|')
  const atFirst = () => people.map(({ id }) => percentIn(given[id]?.percent ?? '') ?? '').join('|')
  const texts = useSyncExternalStore(rowDesk.subscribe, shown, atFirst)
  return texts.split('|').flatMap((text) => (text === '' ? [] : [Number(text)]))
}
