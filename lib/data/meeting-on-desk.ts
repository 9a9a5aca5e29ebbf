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
 * and people, on the day that is proposed (GIPS §3.5); the first with everyone of the team, and with the chair where there
 * is only one. Nothing of that counts before it is saved; whether the place is fit is asked anew.
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
  const isWholeTeam = who && last === null
  const time = when && last ? { ...timeOf(last), heldOn: proposed } : timeOf(row)
  return {
    ...time,
    proposal: { date: proposed, words: dayWords(proposed) },
    dayOff: time.heldOn === '' ? null : dayOffWords(time.heldOn),
    placeIsFit: row?.placeIsFit ?? false,
    seats: isWholeTeam ? await seatsOfTeam(viewer) : seatsOf(who ? last : row),
    asLastTime: { when: when && last !== null, who: who && last !== null },
    isWholeTeam,
  }
}

async function lastMeeting({ tx, familyId }: DossierViewer, planId: string): Promise<Row | null> {
  return tx.meeting.findFirst({
    where: { familyId, planId: { not: planId }, heldOn: { not: null } },
    include: withSeats,
    orderBy: { heldOn: 'desc' },
  })
}

/** Whom one would invite to a first meeting: all professionals, and the one chair there is. */
async function seatsOfTeam({ tx, familyId }: DossierViewer): Promise<OnDesk['seats']> {
  const team = await tx.teamMembership.findMany({
    where: { familyId, until: null, role: { in: ['professional', 'gipsMaster'] } },
    select: { personId: true, role: true },
    orderBy: { since: 'asc' },
  })
  const chairs = team.filter(({ role }) => role === 'gipsMaster')
  return team.filter(({ role }) => role === 'professional' || chairs.length === 1)
}

function timeOf(row: Row | null): Pick<OnDesk, 'heldOn' | 'part' | 'place'> {
  return { heldOn: row?.heldOn ? plainDateOf(row.heldOn) : '', part: row?.part ?? '', place: row?.place ?? '' }
}

function seatsOf(row: Row | null): OnDesk['seats'] {
  return (row?.participants ?? []).flatMap(({ personId, role }) => (personId ? [{ personId, role }] : []))
}
