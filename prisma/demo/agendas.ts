import type { Tx } from '@/lib/db'
import { makeSeries } from '@/prisma/factories/agendas'
import type { DemoAccounts } from './accounts'

/**
 * The region makes a series of its own, after its first families: those keep the national agendas, the family that is
 * registered next begins with the series.
 */
export async function chooseAgendas(db: Tx, { region, accounts }: DemoAccounts): Promise<void> {
  const madeById = accounts.beheer?.id
  if (!madeById) {
    throw new Error('The demo has an administrator.')
  }
  const series = await makeSeries(db, {
    madeById,
    name: 'Agenda’s van Rivierenland',
    leftOut: [
      { kind: 'gips4', agendaVersion: 1, key: 'evaluation.remaining' },
      { kind: 'gips5', agendaVersion: 1, key: 'table.place' },
    ],
  })
  await db.region.update({ where: { id: region.id }, data: { seriesId: series.id } })
}
