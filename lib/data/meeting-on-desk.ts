import { plainDateOf } from '@/lib/dates'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { dayOffWords, dayWords } from '@/lib/domain/meeting-day'
import type { DossierViewer } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { proposedDay } from './meetings'

type OnDesk = DirectorDeskView['meeting']

const withSeats = {
  participants: { select: { personId: true, role: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.MeetingInclude

type Row = Prisma.MeetingGetPayload<{ include: typeof withSeats }>

/**
 * The meeting of a plan for who plans it. What was not planned yet is filled in as the last meeting was: the same place
 * and people, on the day that is proposed (GIPS §3.5). Nothing of that counts before it is saved; whether the place is
 * fit is asked anew.
 */
export async function meetingOnDesk(viewer: DossierViewer, planId: string): Promise<OnDesk> {
  const { tx, familyId } = viewer
  const row = await tx.meeting.findUnique({
    where: { familyId_planId: { familyId, planId } },
    include: withSeats,
  })
  const when = row?.heldOn == null && !row?.place
  const who = seatsOf(row).every(({ role }) => role === 'caseDirector')
  const last = when || who ? await lastMeeting(viewer, planId) : null
  const proposed = await proposedDay(viewer, planId)
  const time = when && last ? { ...timeOf(last), heldOn: proposed } : timeOf(row)
  return {
    ...time,
    proposal: { date: proposed, words: dayWords(proposed) },
    dayOff: time.heldOn === '' ? null : dayOffWords(time.heldOn),
    placeIsFit: row?.placeIsFit ?? false,
    seats: who && last ? seatsOf(last) : seatsOf(row),
    asLastTime: { when: when && last !== null, who: who && last !== null },
  }
}

async function lastMeeting({ tx, familyId }: DossierViewer, planId: string): Promise<Row | null> {
  return tx.meeting.findFirst({
    where: { familyId, planId: { not: planId }, heldOn: { not: null } },
    include: withSeats,
    orderBy: { heldOn: 'desc' },
  })
}

function timeOf(row: Row | null): Pick<OnDesk, 'heldOn' | 'part' | 'place'> {
  return { heldOn: row?.heldOn ? plainDateOf(row.heldOn) : '', part: row?.part ?? '', place: row?.place ?? '' }
}

function seatsOf(row: Row | null): OnDesk['seats'] {
  return (row?.participants ?? []).flatMap(({ personId, role }) => (personId ? [{ personId, role }] : []))
}
