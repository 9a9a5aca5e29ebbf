import { v7 } from 'uuid'
import type { z } from 'zod'
import type { AgendaSeries } from '@/lib/domain/agendas/series'
import type { ChooseSeriesForm, SeriesForm } from '@/lib/domain/series-forms'
import { UserError } from '@/lib/errors'
import { Refused } from '@/lib/gate'
import type { PlatformViewer } from '@/lib/platform-gate'

/** All series of agendas as they are now, by name. */
export async function seriesInList({ tx }: PlatformViewer): Promise<AgendaSeries[]> {
  return tx.$queryRaw<AgendaSeries[]>`
    select id, name, number, left_out as "leftOut", regions from agenda_series_in_list()`
}

/** One series, to change it. Throws `Refused` for an id that is none's. */
export async function agendaSeries(viewer: PlatformViewer, id: string): Promise<AgendaSeries> {
  const found = (await seriesInList(viewer)).find((each) => each.id === id)
  if (!found) {
    throw new Refused(`agendas ${id}`)
  }
  return found
}

/**
 * Adds a series, or the next version of one; plans that began keep theirs. Throws a UserError where another has this name,
 * and for who did not look at the newest version. Of questions that may not be left out the database takes none.
 */
export async function putSeries(
  { tx, requestId }: PlatformViewer,
  { id, base, name, leftOut }: z.output<typeof SeriesForm>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ outcome: 'kept' | 'taken' | 'changed' }[]>`
    select put_agenda_series(${id ?? v7()}::uuid, ${base}::int, ${name}, ${JSON.stringify(leftOut)}::jsonb, ${requestId})
      as outcome`
  if (row?.outcome === 'taken') {
    throw new UserError('Er is al een reeks met deze naam.', 'name')
  }
  if (row?.outcome !== 'kept') {
    throw new UserError('Iemand anders heeft deze reeks intussen gewijzigd. Ververs de pagina en kijk opnieuw.')
  }
}

/** With which agendas the new dossiers of a region start. Throws a UserError for a region or series that is not there. */
export async function chooseSeries(
  { tx, requestId }: PlatformViewer,
  { regionId, seriesId }: z.output<typeof ChooseSeriesForm>,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isChosen: boolean }[]>`
    select choose_agenda_series(${regionId}::uuid, ${seriesId}::uuid, ${requestId}) as "isChosen"`
  if (!row?.isChosen) {
    throw new UserError('Deze keuze is er niet (meer). Ververs de pagina.')
  }
}
