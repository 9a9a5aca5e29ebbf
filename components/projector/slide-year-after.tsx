import { formatDate } from '@/lib/domain/plain-date'
import type { SlideBlock } from '@/lib/domain/slide-blocks'

/** GIPS 5: who stays near, and when the family and the case manager look back together. */
export function SlideYearAfter({ block }: { block: Extract<SlideBlock, { kind: 'yearAfter' }> }) {
  const days = [block.firstOn, block.secondOn].filter((day) => day !== null)
  return (
    <dl className="grid gap-x-[4vw] gap-y-[2vh] lg:grid-cols-2">
      <div>
        <dt className="text-ink-soft">Casemanager in het jaar na dit plan</dt>
        <dd className="text-2xl font-bold">{block.caseManager ?? 'Nog niet gekozen'}</dd>
      </div>
      <div>
        <dt className="text-ink-soft">Samen terugkijken</dt>
        <dd className="text-2xl font-bold">
          {days.length === 0 ? 'Nog niet gekozen' : days.map(formatDate).join(' en ')}
        </dd>
      </div>
    </dl>
  )
}
