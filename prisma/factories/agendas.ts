import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { LeftOutItem } from '@/lib/domain/agendas/series'
import type { AgendaSeries } from '@/prisma/generated/client'

interface SeriesGiven {
  madeById: string
  name?: string
  leftOut?: readonly LeftOutItem[]
}

/** A series of agendas in its first version; leaves nothing out unless told. */
export async function makeSeries(db: Tx, { madeById, name, leftOut = [] }: SeriesGiven): Promise<AgendaSeries> {
  const id = v7()
  const series = await db.agendaSeries.create({ data: { id, name: name ?? `Agenda’s van Rivierenland ${id}` } })
  await makeSeriesVersion(db, series, { madeById, number: 1, leftOut })
  return series
}

/** A next version of a series. */
export async function makeSeriesVersion(
  db: Tx,
  { id: seriesId }: { id: string },
  { madeById, number, leftOut }: { madeById: string; number: number; leftOut: readonly LeftOutItem[] },
): Promise<void> {
  await db.agendaSeriesVersion.create({ data: { seriesId, number, madeById } })
  await db.seriesLeftOut.createMany({
    data: leftOut.map(({ kind, agendaVersion, key }) => ({ seriesId, number, kind, agendaVersion, itemKey: key })),
  })
}
