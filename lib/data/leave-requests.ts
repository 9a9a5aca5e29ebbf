import { v7 } from 'uuid'
import { plainDateIn } from '@/lib/dates'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { PersonViewer } from '@/lib/person-gate'
import { write } from './write'

export interface LeaveRequest {
  reason: string
  askedOn: PlainDate
}

/** Somebody's open request to stop, for themselves and for the case director; to anyone else there is none. */
export async function leaveRequestOf({ tx, familyId }: DossierViewer, personId: string): Promise<LeaveRequest | null> {
  const request = await tx.leaveRequest.findFirst({ where: { familyId, personId, closedAt: null } })
  return request && { reason: request.reason, askedOn: plainDateIn(request.askedAt) }
}

/** Asks the case director to end one's own part. Throws a UserError when that was asked already. */
export async function askToLeave(viewer: DossierViewer, reason: string): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  await write(viewer, lineFor('asked'), async () => {
    const request = { familyId, id: v7(), personId, reason, askedAt: now }
    const { count } = await tx.leaveRequest.createMany({ data: [request], skipDuplicates: true })
    if (count === 0) {
      throw new UserError('U vroeg dit al. Ververs de pagina.')
    }
  })
}

/** Takes one's own request back. Throws a UserError when there is none (any more). */
export async function takeBackLeaving(viewer: DossierViewer): Promise<void> {
  await write(viewer, lineFor('taken back'), async () => {
    if ((await closeLeaveRequest(viewer, viewer.personId)) === 0) {
      throw new UserError('Er is geen vraag meer om in te trekken. Ververs de pagina.')
    }
  })
}

/** Closes somebody's request, because their part has ended or it was taken back; says how many there were. */
export async function closeLeaveRequest({ tx, familyId, now }: DossierViewer, personId: string): Promise<number> {
  const { count } = await tx.leaveRequest.updateMany({
    where: { familyId, personId, closedAt: null },
    data: { closedAt: now },
  })
  return count
}

export interface AskedToLeave {
  code: string
  personId: string
  name: string
}

/** Who asked to stop, over all dossiers that the viewer directs. */
export async function myLeaveRequests({ tx }: PersonViewer): Promise<AskedToLeave[]> {
  return tx.$queryRaw<AskedToLeave[]>`select code, person_id as "personId", name from my_leave_requests()`
}

function lineFor(what: string) {
  return { right: 'team.leave' as const, subject: 'leave request', detail: { what } }
}
