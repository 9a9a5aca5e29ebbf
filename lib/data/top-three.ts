import { v5 } from 'uuid'
import type { DecideTopThree, SaveOwnTopThree } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { holds } from '@/lib/policy'
import { choiceColumns, demandChoice } from './choices'
import type { PlanInView } from './plans'
import { demandSubject } from './recovery-subjects'
import { demandRiskPartOpen } from './risk-part'
import { write } from './write'

/**
 * Keeps one participant's own TOP-3 as it is now, all three places at once. Everyone at the table may write their own,
 * as a draft that nobody else reads, or shared; whoever writes in the meeting keeps what others say, always shared. The
 * neutral chair chooses none. Throws a UserError for a concern that is not of this plan, and for a risk factor
 * that plays no part.
 */
export async function saveOwnTopThree(viewer: DossierViewer, plan: PlanInView, input: SaveOwnTopThree): Promise<void> {
  const { personId, isDraft, aboutMemberId = null } = input
  demandAuthor(viewer, plan, input)
  demandSubject(plan, aboutMemberId)
  await demandParticipant(viewer, plan, personId)
  await demandRiskPartOpen(viewer, plan)
  await demandConcerns(viewer, plan, input)
  const { tx, familyId } = viewer
  const rows = ranked(input.places).map(({ rank, concernId, reason }) => ({
    familyId,
    id: v5(idText('own', personId, rank, isDraft ? 'draft' : 'shared', aboutMemberId), plan.id),
    planId: plan.id,
    personId,
    aboutMemberId,
    rank,
    ...choiceColumns(concernId),
    reason,
    isDraft,
  }))
  const line = {
    right: 'meeting.read',
    subject: `own top three ${personId}`,
    detail: { isDraft, places: rows.length },
  } as const
  await write(viewer, line, async () => {
    await tx.topThreeChoice.deleteMany({ where: { familyId, planId: plan.id, personId, aboutMemberId } })
    await tx.topThreeChoice.createMany({ data: rows })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: 'topThree.own' })
  })
}

/** Keeps the case director's TOP-3; fewer than three is allowed. A concern that still has a goal stays in it. */
export async function decideTopThree(
  viewer: DossierViewer,
  plan: PlanInView,
  { places, aboutMemberId = null }: DecideTopThree,
): Promise<void> {
  demand(viewer, 'plan.move')
  demandSubject(plan, aboutMemberId)
  demand(viewer, 'meeting.write', plan.facts)
  await demandRiskPartOpen(viewer, plan)
  await demandConcerns(viewer, plan, { places, aboutMemberId })
  const { tx, familyId } = viewer
  const rows = ranked(places).map(({ rank, concernId, reason, harmfulEffect }) => ({
    familyId,
    id: v5(idText('decided', rank, aboutMemberId), plan.id),
    planId: plan.id,
    aboutMemberId,
    rank,
    ...choiceColumns(concernId),
    reason,
    harmfulEffect,
  }))
  const line = { right: 'plan.move', subject: 'top three', detail: { plan: plan.slug, places: rows.length } } as const
  await write(viewer, line, async () => {
    await tx.topThreeDecision.deleteMany({ where: { familyId, planId: plan.id, aboutMemberId } })
    await tx.topThreeDecision.createMany({ data: rows })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: 'topThree.decided' })
  })
}

function demandAuthor(viewer: DossierViewer, plan: PlanInView, { personId, isDraft }: SaveOwnTopThree): void {
  demand(viewer, 'meeting.read', plan.facts)
  const isOwn = personId === viewer.personId
  const mayKeepForOthers = holds(viewer.roles, 'meeting.write', plan.facts) && !isDraft
  if (plan.state === 'definitive' || (!isOwn && !mayKeepForOthers)) {
    throw new Refused('own top three of another')
  }
}

async function demandParticipant({ tx, familyId }: DossierViewer, plan: PlanInView, personId: string): Promise<void> {
  const seat = await tx.participant.findFirst({
    where: { familyId, personId, meeting: { planId: plan.id } },
    select: { role: true },
  })
  if (!seat) {
    throw new UserError('Deze persoon doet niet mee aan dit overleg. Ververs de pagina.', 'personId')
  }
  if (seat.role === 'gipsMaster') {
    throw new UserError('De GIPSmeester is neutraal en kiest geen TOP-3.', 'personId')
  }
}

async function demandConcerns(
  viewer: DossierViewer,
  plan: PlanInView,
  { places, aboutMemberId = null }: Pick<SaveOwnTopThree, 'places' | 'aboutMemberId'>,
): Promise<void> {
  for (const [index, { concernId }] of places.entries()) {
    if (concernId !== null) {
      const field = `places.${index}.concernId`
      const concern = await demandChoice(viewer, plan, concernId, field)
      if (aboutMemberId !== null && concern.aboutMemberId !== aboutMemberId) {
        throw new UserError('Deze zorg hoort bij het herstelplan van iemand anders.', field)
      }
    }
  }
}

/** What an id is made from; whose recovery plan it is of stands in it only where there is one. */
function idText(...parts: (string | number | null)[]): string {
  return parts.filter((part) => part !== null).join(' ')
}

/** The places that are filled, with their rank. */
function ranked<P extends { concernId: string | null }>(places: readonly P[]) {
  return places.map((place, index) => ({ ...place, rank: index + 1 })).filter(({ concernId }) => concernId !== null)
}
