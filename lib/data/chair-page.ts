import { partShown, timeOfParts } from '@/lib/domain/agenda-time'
import type { ChairEnd, ChairPage, ChairPart } from '@/lib/domain/chair-view'
import type { Missing } from '@/lib/domain/missing/snapshot'
import { planTitle } from '@/lib/domain/plan-state'
import { walkOf } from '@/lib/domain/projector-walk'
import { slideOf } from '@/lib/domain/slide'
import type { DossierViewer } from '@/lib/gate'
import { isBeingMade } from '@/lib/plan-policy'
import { ownNotes } from './chair-notes'
import { dossierFrame } from './dossier-frame'
import { knownPeople } from './known-people'
import { missingAfterMeeting } from './meeting-page'
import { seatsOf } from './meeting-people'
import { type PlanInView, planFor } from './plans'
import { projectorPlan } from './projector-plan'
import { roundStanding } from './score-rounds'

/**
 * All that the chair leads a meeting with; nothing of it once the plan is definitive. What is missing is told while it lasts;
 * own notes are the viewer's alone.
 */
export async function chairPage(viewer: DossierViewer, slug: string): Promise<ChairPage | ChairEnd> {
  const plan = await planFor(viewer, slug, 'meeting.chair')
  const title = planTitle(plan.kind, plan.ordinal)
  const page = { frame: await dossierFrame(viewer), plan: { slug: plan.slug, title, state: plan.state } }
  return isBeingMade(plan.facts)
    ? { isOver: false, ...page, ...(await leadingOf(viewer, plan, title)) }
    : { isOver: true, ...page }
}

type Leading = Omit<ChairPage, keyof ChairEnd>

async function leadingOf(viewer: DossierViewer, plan: PlanInView, title: string): Promise<Leading> {
  const { state: projector } = await projectorPlan(viewer, plan.slug, 'projector.move')
  const missing = plan.state === 'meeting' ? await missingAfterMeeting(viewer, plan.id) : []
  const parts = await partsOf(viewer, plan, projector, missing)
  const placed = new Set(parts.flatMap((part) => part.missing))
  const now = viewer.now.toISOString()
  return {
    now: {
      part: partShown(plan.agenda, projector.item),
      item: projector.item,
      isStarted: projector.startedAt !== null,
      names: projector.names,
    },
    clock: slideOf({ code: viewer.code, title, agenda: plan.agenda, state: projector, now, blocks: [] }).clock,
    parts,
    missingElsewhere: missing.filter((each) => !placed.has(each)),
    seats: await seatsOf(viewer, plan, await knownPeople(viewer)),
    standing: await roundStanding(viewer, plan),
  }
}

async function partsOf(
  viewer: DossierViewer,
  plan: PlanInView,
  { startedAt, endedAt }: { startedAt: string | null; endedAt: string | null },
  missing: readonly Missing[],
): Promise<ChairPart[]> {
  const { tx, familyId, now } = viewer
  const noteOf = await ownNotes(viewer, plan.id)
  const visits = await tx.agendaVisit.findMany({ where: { familyId, planId: plan.id }, orderBy: { startedAt: 'asc' } })
  const times = timeOfParts(plan.agenda, {
    visits: visits.map(({ itemKey, startedAt: at }) => ({ itemKey, startedAt: at.toISOString() })),
    startedAt,
    until: endedAt ?? now.toISOString(),
  })
  const sections = new Set(walkOf(plan.agenda).map(({ section }) => section))
  return [...sections].map(({ key, title, minutes, items }) => ({
    key,
    title,
    minutesPlanned: minutes,
    minutesUsed: times.find((time) => time.key === key)?.minutesUsed ?? null,
    questions: items.map((item) => ({ key: item.key, question: item.question, guide: item.guide ?? null })),
    missing: missing.filter(({ anchor }) => items.some((item) => item.key === anchor.itemKey)),
    note: noteOf(key),
  }))
}
