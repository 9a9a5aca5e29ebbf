import { formatDay, formatTime } from '@/lib/dates'
import type { DossierFrame } from '@/lib/domain/dossier'
import { readTrail, type TrailDay, type TrailLine } from '@/lib/domain/trail'
import type { DossierViewer } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'

export interface TrailPage {
  frame: DossierFrame
  days: TrailDay[]
  /** Where the earlier lines start; null when these are the oldest. */
  earlierBefore: string | null
}

/** The most that one statement gives. */
const LINES = 200
const MOST_STATEMENTS = 5
const ENOUGH_ENTRIES = 40

/**
 * Who looked in the dossier, newest first, from before a line on. While a meeting is typed a few hundred lines make one
 * entry, so that it reads on until a page is filled, within limits. A family account gets no names.
 */
export async function trailPage(viewer: DossierViewer, before: string | null): Promise<TrailPage> {
  const frame = await dossierFrame(viewer)
  const lines: TrailLine[] = []
  let from = before
  let days: TrailDay[] = []
  for (let statement = 0; statement < MOST_STATEMENTS; statement += 1) {
    const part = await trailLines(viewer, from)
    lines.push(...part)
    from = part.length === LINES ? (part.at(-1)?.id ?? null) : null
    days = readTrail(lines, frame, { dayOf: formatDay, timeOf: formatTime })
    if (from === null || days.flatMap(({ entries }) => entries).length >= ENOUGH_ENTRIES) {
      break
    }
  }
  return { frame, days, earlierBefore: from }
}

async function trailLines({ tx }: DossierViewer, before: string | null): Promise<TrailLine[]> {
  return tx.$queryRaw<TrailLine[]>`
    select id::text, at, who, organisation, roles, kind, "right", subject from dossier_trail(${before}::bigint, ${LINES})`
}
