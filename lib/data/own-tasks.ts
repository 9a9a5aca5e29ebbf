import type { OwnTask } from '@/lib/domain/attention'
import type { FramePlan } from '@/lib/domain/dossier'
import { type SeatTask, seatTask } from '@/lib/domain/seat-task'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

/**
 * What this viewer has still to do from the own seat: prepare a TOP-3 while they are invited, give scores in the meeting.
 * Done is done: a first word of the TOP-3, and a score for everyone. A note-taker need not score. No statement at all while
 * nobody is invited to anything.
 */
export async function ownTasks({ tx }: DossierViewer<Statements>, plans: readonly FramePlan[]): Promise<OwnTask[]> {
  if (!plans.some(({ state, isReadable }) => isReadable && (state === 'invited' || state === 'meeting'))) {
    return []
  }
  const rows = await tx.$queryRaw<SeatTask[]>`
    select kind, ordinal, state, agenda_version as "agendaVersion", role, has_draft as "hasDraft", has_scored as "hasScored"
    from own_tasks()`
  return rows.flatMap(seatTask)
}
