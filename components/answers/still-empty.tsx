'use client'

import { useSyncExternalStore } from 'react'
import { rowDesk } from '@/components/meeting/row-desk'
import { riskRowKey } from '@/components/risks/risk-row'
import { classNames } from '@/components/ui/class-names'
import type { RiskMarks } from '@/lib/domain/risk-assessment'
import { desk } from './use-answer'

export interface EmptyCount {
  /** The id of the heading that it leads to. */
  key: string
  title: string
  /** The required answers of this part: the last part of their address, and whether something was filled in. */
  fields: readonly { id: string; isFilled: boolean; isRisk?: boolean }[]
  /** It has answers, and none of them is required. */
  isOptional: boolean
}

export type StillEmptyProps = { label: string; address: string; parts: readonly EmptyCount[] }

/** The parts of a page with answers, each with how many required answers are still empty; it counts along while one types. */
export function StillEmpty({ label, address, parts }: StillEmptyProps) {
  useSyncExternalStore(desk.subscribe, desk.revision, () => 0)
  useSyncExternalStore(rowDesk.subscribe, rowDesk.revision, () => 0)
  const isFilled = ({ id, isFilled: wasFilled, isRisk }: EmptyCount['fields'][number]) => {
    if (isRisk) {
      const marks = rowDesk.find<RiskMarks>(riskRowKey(id))?.snapshot().value
      return marks ? marks.presence !== null : wasFilled
    }
    const value = desk.find(`${address}/${id}`)?.snapshot().value
    return value ? value.text.trim() !== '' || typeof value.applies === 'boolean' : wasFilled
  }
  return (
    <nav aria-label={label} className="screen-only lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {parts.map((part) => (
          <PartLink key={part.key} part={part} empty={part.fields.filter((field) => !isFilled(field)).length} />
        ))}
      </ol>
    </nav>
  )
}

function PartLink({ part, empty }: { part: EmptyCount; empty: number }) {
  return (
    <li>
      <a
        href={`#${part.key}`}
        className="flex min-h-11 items-center justify-between gap-3 px-4 py-2 no-underline hover:bg-sunken"
      >
        <span className="min-w-0">{part.title}</span>
        <span className={classNames('shrink-0 text-sm', empty > 0 ? 'font-semibold text-ink' : 'text-ink-soft')}>
          {wordsFor(part, empty)}
        </span>
      </a>
    </li>
  )
}

function wordsFor({ fields, isOptional }: EmptyCount, empty: number): string {
  if (isOptional) {
    return 'mag leeg blijven'
  }
  if (fields.length === 0) {
    return ''
  }
  return empty === 0 ? 'ingevuld' : `nog ${empty} leeg`
}
