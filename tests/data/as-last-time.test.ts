import { expect, test } from 'vitest'
import { directorDesk } from '@/lib/data/director-desk'
import { planMeeting, seatParticipants } from '@/lib/data/meetings'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { type DossierViewer, passGate } from '@/lib/gate'
import { makeMeeting, makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { meetingTables } from './meeting-dossier'

const tables = meetingTables()
const today = plainDateIn(new Date())

async function asDirector<T>(work: (viewer: DossierViewer) => Promise<T>): Promise<T> {
  const { director, code } = tables.here
  const entry = { sessionHash: director.session, code, right: 'plan.move', kind: 'change' } as const
  const passage = await passGate(tables.app, entry, work)
  if (passage.outcome !== 'entered') throw new Error(passage.outcome)
  return passage.result
}

const deskOf = async (slug: string) => {
  const desk = await asDirector((viewer) => directorDesk(viewer, slug))
  if (!desk) throw new Error('no desk')
  return desk
}

test('a new meeting is filled in as the last one was, on the day that is proposed, and counts only once it is saved', async () => {
  const { family, chair, noteTaker, nurse, officer, director, meeting } = tables.here
  const lastOn = addDays(today, -20)
  await tables.owner.meeting.updateMany({ where: { id: meeting.id }, data: { heldOn: dateColumn(lastOn) } })
  const next = await makePlan(tables.owner, family, { kind: 'gips2' })
  await makeMeeting(tables.owner, next, { heldOn: null, part: null, place: null, placeIsFit: false })
  const desk = await deskOf('gips-2')
  expect(desk.meeting).toMatchObject({
    heldOn: desk.meeting.proposal.date,
    part: 'morning',
    placeIsFit: false,
    asLastTime: { when: true, who: true },
  })
  const ids = [director, chair, noteTaker, nurse, officer].map(({ id }) => id)
  expect(desk.meeting.seats.map(({ personId }) => personId).sort()).toEqual(ids.sort())
  expect(desk.missing.map(({ sentence }) => sentence)).toContain('Kies een datum voor het overleg.')

  await asDirector(async (viewer) => {
    await planMeeting(viewer, { planId: next.id, heldOn: today, part: 'afternoon', place: 'School', placeIsFit: true })
    const seats = { gipsMaster: chair.id, noteTaker: noteTaker.id, professionals: [nurse.id] }
    await seatParticipants(viewer, { planId: next.id, ...seats })
  })
  const saved = (await deskOf('gips-2')).meeting
  expect(saved).toMatchObject({ heldOn: today, place: 'School', asLastTime: { when: false, who: false } })
  expect(saved.seats.map(({ personId }) => personId)).not.toContain(officer.id)
})

test('the first meeting of a family starts empty, whatever another family planned', async () => {
  await tables.owner.meeting.updateMany({
    where: { id: tables.here.meeting.id },
    data: { heldOn: null, part: null, place: null },
  })
  const { meeting } = await deskOf('gips-1')
  expect(meeting).toMatchObject({ heldOn: '', part: '', place: '', asLastTime: { when: false, who: false } })
})

test('a first meeting suggests every professional of the team and its one chair; of two chairs none', async () => {
  const { owner, here, elsewhere } = tables
  const { family, chair, nurse, officer, meeting, noteTaker } = here
  await owner.participant.deleteMany({ where: { meetingId: meeting.id } })
  const first = (await deskOf('gips-1')).meeting
  expect(first).toMatchObject({ isWholeTeam: true, asLastTime: { who: false } })
  const seated = (seats: typeof first.seats) => seats.map(({ personId, role }) => `${role} ${personId}`).sort()
  const professionals = [nurse, officer].map(({ id }) => `professional ${id}`)
  expect(seated(first.seats)).toEqual([`gipsMaster ${chair.id}`, ...professionals].sort())
  expect(JSON.stringify(first)).not.toContain(elsewhere.nurse.id)
  expect(await owner.participant.count({ where: { meetingId: meeting.id } })).toBe(0)

  await makeMembership(owner, family, noteTaker.id, { role: 'gipsMaster' })
  expect(seated((await deskOf('gips-1')).meeting.seats)).toEqual(professionals.sort())
})
