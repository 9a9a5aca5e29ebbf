import { beforeEach, describe, expect, test } from 'vitest'
import { giveRating, lookingBack } from '@/lib/data/ratings'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeParticipant, makeRating } from '@/prisma/factories/plan'
import { makeShield } from '@/prisma/factories/team'
import { done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { session: Uint8Array }

/** The meeting is over. The mother and the neighbour were there as well; of the two, only the mother has an account. */
beforeEach(async () => {
  const { here, owner } = tables
  await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
  await makeParticipant(owner, here.meeting, { memberId: here.mother.id, attendance: 'present' })
  await makeParticipant(owner, here.meeting, { networkPersonId: here.neighbour.id, attendance: 'present' })
})

function enter<T>({ session: sessionHash }: As, right: DossierRight, work: (viewer: DossierViewer) => Promise<T>) {
  return passGate(tables.app, { sessionHash, code: tables.here.code, right, kind: 'change' }, work)
}

const give = (as: As, score: number, given: { participantId?: string; better?: string } = {}) =>
  enter(as, 'rating.give', (viewer) =>
    giveRating(viewer, { plan: 'gips-1', score, wentWell: 'Iedereen sprak.', better: null, ...given }),
  )
const look = (as: As) => enter(as, 'rating.read', (viewer) => lookingBack(viewer, 'gips-1'))
const stored = () => tables.owner.meetingRating.findMany({ where: { familyId: tables.here.familyId } })
const seatOf = async (who: { personId?: string; memberId?: string; networkPersonId?: string }) =>
  (await tables.owner.participant.findFirstOrThrow({ where: { meetingId: tables.here.meeting.id, ...who } })).id

describe('the rating of a meeting', () => {
  test('is given by everyone with an account who was there, and changed afterwards', async () => {
    const { here } = tables
    for (const [index, who] of [here.director, here.chair, here.noteTaker, here.nurse, here.motherAccount].entries()) {
      await done(give(who, index + 5))
    }
    expect(await stored()).toHaveLength(5)
    await done(give(here.nurse, 9.5, { better: 'Eerder beginnen.' }))
    expect(await stored()).toHaveLength(5)
    expect((await done(look(here.nurse))).own).toEqual({
      score: 9.5,
      wentWell: 'Iedereen sprak.',
      better: 'Eerder beginnen.',
    })
  })

  test('is read by its giver; director and chair read all, with the mean of what was given', async () => {
    const { here } = tables
    await done(give(here.nurse, 7))
    await done(give(here.motherAccount, 8.5))
    for (const who of [here.nurse, here.noteTaker, here.motherAccount]) {
      expect((await done(look(who))).all).toBeNull()
    }
    expect((await done(look(here.officer))).own).toBeNull()
    for (const who of [here.director, here.chair]) {
      const { all } = await done(look(who))
      expect(all).toMatchObject({ mean: 7.75, given: 2 })
      expect(all?.seats).toHaveLength(7)
      expect(all?.seats.find(({ name }) => name === 'Yara Bos')).toMatchObject({
        rating: { score: 7 },
        hasAccount: true,
      })
      expect(all?.seats.find(({ name }) => name === 'Koen Smit')).toMatchObject({ rating: null })
    }
  })

  test('of who has no account is written down by the director, of nobody else', async () => {
    const { here } = tables
    const neighbour = await seatOf({ networkPersonId: here.neighbour.id })
    const { all } = await done(look(here.director))
    expect(all?.seats.filter(({ hasAccount }) => !hasAccount).map(({ participantId }) => participantId)).toEqual([
      neighbour,
    ])
    await done(give(here.director, 6, { participantId: neighbour }))
    expect(await stored()).toMatchObject([{ participantId: neighbour, authorPersonId: here.director.id }])
    for (const participantId of [
      await seatOf({ personId: here.nurse.id }),
      await seatOf({ memberId: here.mother.id }),
    ]) {
      expect(await give(here.director, 1, { participantId })).toEqual({ outcome: 'refused' })
    }
    for (const who of [here.noteTaker, here.chair, here.nurse, here.motherAccount]) {
      expect(await give(who, 1, { participantId: neighbour })).toEqual({ outcome: 'refused' })
    }
    expect(await stored()).toHaveLength(1)
  })

  test('is nobody’s who was not there, and of no meeting that is not over', async () => {
    const { here, owner, outsider, elsewhere } = tables
    await owner.participant.updateMany({ where: { personId: here.officer.id }, data: { attendance: 'absent' } })
    for (const who of [here.officer, outsider, elsewhere.director, elsewhere.nurse]) {
      expect(await give(who, 8)).toEqual({ outcome: 'refused' })
      expect(await look(who)).toEqual({ outcome: 'refused' })
    }
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'meeting' } })
    for (const who of [here.director, here.nurse, here.motherAccount]) {
      expect(await give(who, 8)).toEqual({ outcome: 'refused' })
      expect(await look(who)).toEqual({ outcome: 'refused' })
    }
    expect(await stored()).toEqual([])
  })

  test('is out of reach of a family account from which the plan is hidden', async () => {
    const { here, owner } = tables
    await makeShield(owner, here.family, { subject: 'plan', subjectId: here.plan.id, personId: here.motherAccount.id })
    expect(await give(here.motherAccount, 8)).toEqual({ outcome: 'refused' })
    expect(await look(here.motherAccount)).toEqual({ outcome: 'refused' })
  })

  test('a director without a seat reads all, and gives none', async () => {
    const { here, owner } = tables
    await owner.participant.deleteMany({ where: { personId: here.director.id } })
    expect(await done(look(here.director))).toMatchObject({ mayGive: false, own: null, all: { given: 0 } })
    expect(await give(here.director, 8)).toEqual({ outcome: 'refused' })
  })
})

describe('the row policies', () => {
  test('show a colleague’s rating to nobody but director and chair, and let nobody write it', async () => {
    const { here, owner } = tables
    const seat = await owner.participant.findFirstOrThrow({ where: { personId: here.nurse.id } })
    const { id } = await makeRating(owner, seat, { score: 4 })
    const read = (as: As) => done(enter(as, 'dossier.read', ({ tx }) => tx.meetingRating.findMany()))
    for (const who of [here.officer, here.noteTaker, here.motherAccount]) {
      expect(await read(who)).toEqual([])
    }
    for (const who of [here.director, here.chair, here.nurse]) {
      expect((await read(who)).map((row) => row.id)).toEqual([id])
    }
    const spoil = (as: As) =>
      done(enter(as, 'dossier.read', ({ tx }) => tx.meetingRating.updateMany({ where: { id }, data: { score: 10 } })))
    for (const who of [here.officer, here.director, here.chair, here.motherAccount]) {
      expect(await spoil(who)).toEqual({ count: 0 })
    }
    expect(await spoil(here.nurse)).toEqual({ count: 1 })
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'meeting' } })
    expect(await spoil(here.nurse)).toEqual({ count: 0 })
  })
})
