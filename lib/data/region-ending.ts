import type { z } from 'zod'
import { plainDateOf } from '@/lib/dates'
import type { HoldInRegionForm } from '@/lib/domain/ending-forms'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PlatformViewer } from '@/lib/platform-gate'

/** How long a closed dossier of one's own region is kept. */
export interface RegionEnding {
  endedOn: PlainDate
  keptUntil: PlainDate
  isHeld: boolean
}

/** Null for a dossier that is not closed, and for any other region. */
export async function regionEnding({ tx }: PlatformViewer, code: string): Promise<RegionEnding | null> {
  const [row] = await tx.$queryRaw<{ ended_on: Date; retention_until: Date; legal_hold: boolean }[]>`
    select ended_on, retention_until, legal_hold from region_ending(${code})`
  return row
    ? { endedOn: plainDateOf(row.ended_on), keptUntil: plainDateOf(row.retention_until), isHeld: row.legal_hold }
    : null
}

/** Stops the erasure of a closed dossier, or lets it go on; of two at once the second is told so. Refuses any other region. */
export async function holdInRegion(
  { tx, requestId }: PlatformViewer,
  { dossier, hold, reason }: z.output<typeof HoldInRegionForm>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    select hold_in_region(${dossier}, ${hold}, ${reason}, ${requestId}) as outcome`
  if (row?.outcome === 'refused') {
    throw new Refused('region.register')
  }
  if (row?.outcome !== 'done') {
    throw new UserError('Iemand anders heeft dit intussen gewijzigd. Ververs de pagina en kijk opnieuw.')
  }
}
