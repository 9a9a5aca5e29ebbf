import { judgeSave, type RowSaved } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { type ChangeLine, write } from './write'

interface Standing<V> {
  id: string
  version: number
  value: V
  authorPersonId: string | null
}

/** How one table keeps a row that has one place for each plan and is typed in while a meeting goes on. */
export interface VersionedRow<V extends object> {
  line: Pick<ChangeLine, 'right' | 'subject'>
  /** Makes the empty row at version 0, unless it is there. */
  start: () => Promise<unknown>
  /** The row, held until this transaction ends: whoever saves at the same time waits and then sees it. */
  lock: () => Promise<Standing<V> | null>
  /** Overwrites it where it still has this version; how many rows that were. */
  overwrite: (id: string, version: number) => Promise<{ count: number }>
}

/**
 * Keeps one such row: the same again changes nothing, a stale base with other contents is a conflict that brings both
 * texts. Whether the plan still takes what its meeting finds, is for `demandUnsettled`.
 */
export async function keepRow<V extends object>(
  viewer: DossierViewer,
  plan: PlanInView,
  sent: { base: number; value: V; after: V | null },
  table: VersionedRow<V>,
): Promise<RowSaved<V>> {
  const row = (await table.lock()) ?? (await startedRow(table))
  if (!row) {
    throw new Refused(`hidden ${table.line.subject}`)
  }
  const verdict = judgeSave(row, sent)
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  if (verdict === 'conflict') {
    const by = (await namesOfDossier(viewer.tx))(row.authorPersonId)
    return { outcome: 'conflict', mine: sent.value, theirs: row.value, version: row.version, by }
  }
  const version = row.version + 1
  await write(viewer, { ...table.line, detail: { plan: plan.slug, version } }, async () => {
    const { count } = await table.overwrite(row.id, row.version)
    if (count === 0) {
      throw new UserError('Iemand anders bewaarde dit op hetzelfde moment. Probeer het opnieuw.')
    }
    await announce(viewer.tx, { familyId: viewer.familyId, planId: plan.id, kind: 'list', key: row.id, version })
  })
  return { outcome: 'saved', version }
}

async function startedRow<V extends object>({ start, lock }: VersionedRow<V>): Promise<Standing<V> | null> {
  await start()
  return lock()
}

/** Throws a UserError for a plan that was adopted: a revision changes what was agreed on, not what the meeting found. */
export function demandUnsettled({ version }: PlanInView): void {
  if (version > 0) {
    throw new UserError('Dit plan is al vastgesteld. Wat het overleg vond, blijft zo staan.')
  }
}
