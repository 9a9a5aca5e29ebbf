import { v7 } from 'uuid'
import type { z } from 'zod'
import {
  type LookingBack,
  meanRating,
  type RatedSeat,
  type RatingForm,
  type RatingView,
} from '@/lib/domain/meeting-rating'
import { meetingTitle } from '@/lib/domain/plan-state'
import { type DossierViewer, Refused } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { MeetingRating } from '@/prisma/generated/client'
import { dossierFrame } from './dossier-frame'
import { knownPeople } from './known-people'
import { seatsOf } from './meeting-people'
import { type PlanInView, planFor } from './plans'
import { write } from './write'

/** What the viewer may read of how a meeting was: their own rating; director and chair those of everyone at the table. */
export async function lookingBack(viewer: DossierViewer, slug: string): Promise<LookingBack> {
  const plan = await planFor(viewer, slug, 'rating.read')
  const ratings = await ratingsOf(viewer, plan.id)
  const own = await ownSeat(viewer, plan.id)
  return {
    frame: await dossierFrame(viewer),
    plan: { slug: plan.slug, title: meetingTitle(plan.kind, plan.ordinal) },
    mayGive: own !== null,
    own: own === null ? null : (ratings.get(own) ?? null),
    all: holds(viewer.roles, 'rating.readAll', plan.facts) ? await allOf(viewer, plan, ratings) : null,
  }
}

/**
 * Keeps what the viewer thought of the meeting, or in the director's hand what somebody at the table thought who has no
 * account; a later one takes the place of the earlier. Refuses who was not there, and the rating of anyone else.
 */
export async function giveRating(viewer: DossierViewer, input: z.output<typeof RatingForm>): Promise<void> {
  const plan = await planFor(viewer, input.plan, 'rating.give')
  const participantId = await seatToRate(viewer, plan, input.participantId ?? null)
  const { tx, familyId, personId: authorPersonId, now: ratedAt } = viewer
  const { score, wentWell, better } = input
  const line = { right: 'rating.give', subject: 'rating', detail: { plan: plan.slug } } as const
  await write(viewer, line, async () => {
    const data = { score, wentWell, better, authorPersonId, ratedAt }
    await tx.meetingRating.createMany({
      data: { familyId, id: v7(), participantId, ...data },
      skipDuplicates: true,
    })
    await tx.meetingRating.updateMany({ where: { familyId, participantId }, data })
  })
}

async function ratingsOf({ tx, familyId }: DossierViewer, planId: string): Promise<Map<string, RatingView>> {
  const rows = await tx.meetingRating.findMany({ where: { familyId, participant: { meeting: { planId } } } })
  return new Map(rows.map((row) => [row.participantId, ratingView(row)]))
}

async function ownSeat({ tx }: DossierViewer, planId: string): Promise<string | null> {
  const [seat] = await tx.$queryRaw<{ id: string }[]>`
    select t.id from own_seats() t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where g.plan_id = ${planId}::uuid and t.attendance = 'present'`
  return seat?.id ?? null
}

async function allOf(viewer: DossierViewer, plan: PlanInView, ratings: ReadonlyMap<string, RatingView>) {
  const withAccount = await membersWithAccount(viewer)
  const seats = (await seatsOf(viewer, plan, await knownPeople(viewer)))
    .filter(({ attendance }) => attendance === 'present')
    .map(({ id: participantId, who, name, role, detail }): RatedSeat => {
      const hasAccount = who.kind === 'person' || (who.kind === 'member' && withAccount.has(who.id))
      return { participantId, name, role, detail, rating: ratings.get(participantId) ?? null, hasAccount }
    })
  const given = seats.map(({ rating }) => rating)
  return {
    seats,
    mean: meanRating(given),
    given: given.filter((rating) => rating !== null).length,
    mayWriteForOthers: viewer.roles.includes('caseDirector'),
  }
}

async function membersWithAccount({ tx, familyId, now }: DossierViewer): Promise<Set<string>> {
  const rows = await tx.familyAccess.findMany({
    where: { familyId, OR: [{ until: null }, { until: { gt: now } }] },
    select: { memberId: true },
  })
  return new Set(rows.map(({ memberId }) => memberId))
}

async function seatToRate(viewer: DossierViewer, plan: PlanInView, participantId: string | null): Promise<string> {
  const own = await ownSeat(viewer, plan.id)
  const id = participantId ?? own
  const [seat] = await viewer.tx.$queryRaw<{ id: string }[]>`
    select s.id from seats_to_rate() s (id) join participant t on t.id = s.id
    join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where s.id = ${id}::uuid and g.plan_id = ${plan.id}::uuid`
  if (!seat) {
    throw new Refused('rating of another')
  }
  return seat.id
}

function ratingView({ score, wentWell, better }: MeetingRating): RatingView {
  return { score: Number(score), wentWell: wentWell ?? '', better: better ?? '' }
}
