import { v7 } from 'uuid'
import { randomToken, tokenHash } from '@/lib/crypto'
import { meetingTimes } from '@/lib/domain/meeting-time'
import { planTitle } from '@/lib/domain/plan-state'
import { type ProjectorMove, type Step, stepTo, walkOf } from '@/lib/domain/projector-walk'
import { type ProjectorState, passStandsUntil, type Slide, slideOf, stopShown } from '@/lib/domain/slide'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { type ProjectorPlan, type ProjectorReader, projectorPlan } from './projector-plan'
import { blocksFor } from './slide-rows'
import { write } from './write'

/** Remembers what was loaded for the same screen, so that many screens load it once. */
export interface Memory {
  get: <T>(familyId: string, key: string, load: () => Promise<T>) => Promise<T>
}

/**
 * What the projector of this plan shows now, without anything that someone at the table may not see. The content of one
 * question is loaded once for all screens that see the same.
 */
export async function readSlide(reader: ProjectorReader, slug: string, memory: Memory): Promise<Slide> {
  const plan = await projectorPlan(reader, slug)
  return slideOf({
    code: reader.code,
    title: planTitle(plan.kind, plan.ordinal),
    agenda: plan.agenda,
    state: plan.state,
    now: reader.now.toISOString(),
    blocks: await blocksShown(reader, plan, memory),
  })
}

/**
 * Moves the projector, and tells all screens. Whoever loses a race moves nothing: the answer says where it is now.
 * Throws a `UserError` without a meeting, for a question this agenda does not have, and for a start before the case
 * director opened the meeting.
 */
export async function moveProjector(viewer: DossierViewer, slug: string, move: ProjectorMove): Promise<ProjectorState> {
  const plan = await projectorPlan(viewer, slug, 'projector.move')
  if (!plan.hasMeeting) {
    throw new UserError('Leg eerst vast wanneer het overleg is.')
  }
  const line = { right: 'projector.move', subject: `projector ${slug}`, detail: detailOf(move) } as const
  await write(viewer, line, () => applyMove(viewer, plan, move))
  await announce(viewer.tx, { familyId: viewer.familyId, planId: plan.id, kind: 'item' })
  return (await projectorPlan(viewer, slug, 'projector.move')).state
}

/**
 * Lets one screen show this plan until an hour after the meeting, also when the session of who opened it idles out.
 * Returns the token for the screen's cookie; the database keeps its hash.
 */
export async function openProjectorPass(
  viewer: DossierViewer,
  slug: string,
): Promise<{ token: string; expiresAt: Date }> {
  const plan = await projectorPlan(viewer, slug)
  const token = randomToken()
  const expiresAt = passEnd(plan, viewer)
  await write(viewer, { right: 'projector.read', subject: `projector pass ${slug}` }, () =>
    viewer.tx.projectorPass.create({
      data: {
        familyId: viewer.familyId,
        id: v7(),
        planId: plan.id,
        personId: viewer.personId,
        tokenHash: new Uint8Array(tokenHash(token)),
        createdAt: viewer.now,
        expiresAt,
      },
    }),
  )
  return { token, expiresAt }
}

async function blocksShown(reader: ProjectorReader, plan: ProjectorPlan, memory: Memory): Promise<SlideBlock[]> {
  const stop = stopShown(plan.agenda, plan.state.item)
  if (!stop || plan.state.isHidden) {
    return []
  }
  const { tx, familyId } = reader
  const style = plan.state.names
  const seesAs = plan.readerSeesEverything ? 'all' : reader.personId
  const key = [plan.id, stop.item.key, style, seesAs].join(' ')
  return memory.get(familyId, key, () =>
    blocksFor({ tx, familyId, planId: plan.id, seesEverything: plan.roomSeesEverything, style }, stop.item),
  )
}

async function applyMove(viewer: DossierViewer, plan: ProjectorPlan, move: ProjectorMove): Promise<void> {
  if (move === 'hide' || move === 'show') {
    await viewer.tx.meeting.updateMany({ where: meetingOf(viewer, plan), data: { projectorHidden: move === 'hide' } })
  } else if (typeof move === 'object' && 'names' in move) {
    await viewer.tx.$executeRaw`
      update meeting set projector_names = ${move.names}
      where family_id = ${viewer.familyId}::uuid and plan_id = ${plan.id}::uuid`
  } else {
    await applyStep(viewer, plan, move)
  }
}

/** Only from where the projector was when this was decided: two presses at once move it one step. */
async function applyStep(viewer: DossierViewer, plan: ProjectorPlan, step: Step): Promise<void> {
  const from = plan.state.item
  const to = stepTo(walkOf(plan.agenda), from, step)
  if (to === null) {
    throw new UserError('Deze vraag staat niet in de agenda van dit overleg.')
  }
  if (startsMeeting(plan, step)) {
    await startMeeting(viewer, plan)
  }
  const { count } = await viewer.tx.meeting.updateMany({
    where: { ...meetingOf(viewer, plan), currentItem: from },
    data: { currentItem: to, currentItemSince: viewer.now, projectorHidden: false },
  })
  if (count > 0 && to !== from && plan.planState === 'meeting') {
    await noteVisit(viewer, plan, to)
  }
}

/** Remembers when the meeting came to a question: how long each part took follows from it. */
async function noteVisit({ tx, familyId, now }: DossierViewer, { id: planId }: ProjectorPlan, itemKey: string) {
  await tx.agendaVisit.createMany({ data: { familyId, id: v7(), planId, itemKey, startedAt: now } })
}

/** The first step away from the home slide starts the clock, once the meeting has been opened. */
function startsMeeting({ state, planState }: ProjectorPlan, step: Step): boolean {
  if (step === 'start' && planState !== 'meeting' && state.startedAt === null) {
    throw new UserError('Het overleg is nog niet geopend. De casusregisseur doet dat op de pagina van het plan.')
  }
  return state.startedAt === null && planState === 'meeting' && (step === 'start' || state.item === null)
}

async function startMeeting(viewer: DossierViewer, plan: ProjectorPlan): Promise<void> {
  await viewer.tx.meeting.updateMany({
    where: { ...meetingOf(viewer, plan), startedAt: null },
    data: { startedAt: viewer.now },
  })
}

function meetingOf({ familyId }: DossierViewer, plan: ProjectorPlan) {
  return { familyId, planId: plan.id }
}

function detailOf(move: ProjectorMove): Record<string, string> {
  if (typeof move === 'string') {
    return { move }
  }
  return 'to' in move ? { move: 'to', to: move.to } : { move: 'names', names: move.names }
}

function passEnd({ state, heldOn, part }: ProjectorPlan, { now, today }: DossierViewer): Date {
  const isToday = heldOn === today && part !== null
  return new Date(
    passStandsUntil({
      now: now.getTime(),
      startedAt: state.startedAt === null ? null : Date.parse(state.startedAt),
      endedAt: state.endedAt === null ? null : Date.parse(state.endedAt),
      plannedEndToday: isToday ? meetingTimes(heldOn, part).ends.epochMilliseconds : null,
    }),
  )
}
