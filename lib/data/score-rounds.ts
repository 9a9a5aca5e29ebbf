import { v5, v7 } from 'uuid'
import { walkOf } from '@/lib/domain/projector-walk'
import { isUnseen, progressOf, type RoundMove, type RoundStanding, whyNot } from '@/lib/domain/score-round'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { holds } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import type { ScoreRound } from '@/prisma/generated/client'
import type { PlanInView } from './plans'
import { moveProjector } from './projector'
import { roundSeats } from './score-seats'
import { write } from './write'

type LatestRound = Pick<ScoreRound, 'id' | 'number' | 'state'>

const LATE = 'Dit plan is al een stap verder. Een cijferronde kan alleen tijdens het overleg.'

/** The round of this plan's meeting as the viewer may know it: how many gave, and for who leads it who did not yet. */
export async function roundStanding(viewer: DossierViewer<Statements>, plan: PlanInView): Promise<RoundStanding> {
  const latest = await latestRound(viewer, plan.id)
  const state = latest?.state ?? 'none'
  const seats = isUnseen(state) ? await roundSeats(viewer.tx, plan.id) : []
  const mayLead = holds(viewer.roles, 'scoreRound.lead', plan.facts)
  return { state, number: latest?.number ?? 0, mayLead, ...progressOf(seats) }
}

/**
 * Opens, reveals or stops a round. To open or reveal one also brings the safety round on the projector. Each is one conditional
 * step: who comes second is told so with a UserError, as is whoever wants what cannot follow now.
 */
export async function moveRound(viewer: DossierViewer, plan: PlanInView, move: RoundMove): Promise<RoundStanding> {
  demand(viewer, 'scoreRound.lead', plan.facts)
  const latest = await latestRound(viewer, plan.id)
  const reason = whyNot(latest?.state ?? 'none', move)
  if (reason !== null) {
    throw new UserError(reason)
  }
  const line = { right: 'scoreRound.lead', subject: 'score round', detail: { plan: plan.slug, move } } as const
  await write(viewer, line, async () => {
    if (latest === null || move === 'open') {
      await openRound(viewer, plan)
    } else {
      await endRound(viewer, latest, move)
    }
    await announce(viewer.tx, { familyId: viewer.familyId, planId: plan.id, kind: 'round' })
  })
  if (move !== 'stop') {
    await showOnProjector(viewer, plan)
  }
  return roundStanding(viewer, plan)
}

/** The last round of a plan's meeting, or null where there was none. */
export async function latestRound(
  { tx, familyId }: DossierViewer<Statements>,
  planId: string,
): Promise<LatestRound | null> {
  const [row] = await tx.$queryRaw<LatestRound[]>`
    select id, number, state from score_round
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid
    order by number desc limit 1`
  return row ?? null
}

async function openRound({ tx }: DossierViewer, plan: PlanInView): Promise<void> {
  const assessmentId = v5('safety assessment', plan.id)
  const [row] = await tx.$queryRaw<{ outcome: 'opened' | 'open' | 'late' }[]>`
    select open_score_round(${plan.id}::uuid, ${assessmentId}::uuid, ${v7()}::uuid) as outcome`
  if (row?.outcome !== 'opened') {
    throw new UserError(row?.outcome === 'open' ? (whyNot('open', 'open') ?? LATE) : LATE)
  }
}

async function endRound(
  { tx, familyId, personId, now }: DossierViewer,
  { id }: LatestRound,
  move: 'reveal' | 'stop',
): Promise<void> {
  const { count } = await tx.scoreRound.updateMany({
    where: { familyId, id, state: 'open' },
    data: { state: move === 'reveal' ? 'revealed' : 'stopped', endedAt: now, endedById: personId },
  })
  if (count === 0) {
    throw new UserError('Iemand anders was u net voor: de cijferronde is al voorbij. Ververs de pagina.')
  }
}

async function showOnProjector(viewer: DossierViewer, plan: PlanInView): Promise<void> {
  const round = walkOf(plan.agenda).find(({ item }) => item.kind === 'safetyRound')
  if (round) {
    await moveProjector(viewer, plan.slug, { to: round.item.key })
  }
}
