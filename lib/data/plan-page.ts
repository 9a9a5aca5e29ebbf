import type { ContributionView } from '@/lib/domain/absent-contribution'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { InvitationAnswer, InvitedSeat } from '@/lib/domain/meeting-invitation'
import { originWords } from '@/lib/domain/new-goals'
import type { PlanDocument } from '@/lib/domain/plan-document'
import { mayMove, planTitle } from '@/lib/domain/plan-state'
import type { LinkedSignal } from '@/lib/domain/signal-links'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { contributionsOf } from './contributions'
import { dossierFrame } from './dossier-frame'
import { throughEyesOf } from './eyes'
import { answersAtTable, ownAnswer } from './meeting-invitations'
import { namesOfDossier } from './names'
import { goalOrigins } from './new-goals-page'
import { adoptedDocument, draftDocument, draftsOf, liveDocument } from './plan-document'
import { planRow } from './plan-life'
import { type PlanInView, planBySlug } from './plans'
import { staysAtSafety } from './risk-part'
import { signalsOfPlan } from './signal-links'

export interface PlanPage {
  frame: DossierFrame
  plan: PlanInView
  personId: string
  document: PlanDocument
  /** States of agreements as they are now, by id; in a plan in the making `inForce` for one that nobody ticked yet. */
  ticks: Record<string, string>
  /** Where goals came from that were not made in the meeting, in words, by their id; to the family none did. */
  origins: Record<string, string>
  /** What the viewer may give along, or write down for others, before and during the meeting. */
  contributions: ContributionView[]
  /** The signals that led to its meeting or its goals, for who may read those. */
  signals: readonly LinkedSignal[]
  /** An adopted GIPS 2 that was about safety alone: the next one comes first. */
  staysAtSafety: boolean
  /** What the viewer answered to the invitation; null for who is not invited. */
  invitation: InvitationAnswer | null
  /** Who comes, while people are invited; for who may know. */
  atTable: InvitedSeat[] | null
}

/**
 * A plan to read. While it is being made its live rows, for who may read those; else the version last adopted, or an
 * earlier one by number. Refuses who may read neither.
 */
export async function planPage(viewer: DossierViewer, slug: string, version: number | null): Promise<PlanPage> {
  const { plan, document, isLive } = await planToRead(viewer, slug, version)
  const isBeforeEnd = version === null && (plan.state === 'invited' || plan.state === 'meeting')
  const frame = await dossierFrame(viewer)
  return {
    frame,
    plan,
    personId: viewer.personId,
    document,
    contributions: isBeforeEnd ? await contributionsOf(viewer, plan) : [],
    ticks: await ticksOf(viewer, plan.id, isLive),
    origins: plan.kind === 'gips1' ? originWords(await goalOrigins(viewer, plan.id)) : {},
    signals: await signalsOfPlan(viewer, frame, plan.id),
    staysAtSafety: plan.state === 'definitive' && (await staysAtSafety(viewer, plan)),
    invitation: version === null ? await ownAnswer(viewer, plan) : null,
    atTable:
      version === null && holds(viewer.roles, 'invitations.read', plan.facts)
        ? await answersAtTable(viewer, plan)
        : null,
  }
}

export interface PlanToRead {
  plan: PlanInView
  document: PlanDocument
  /** Its rows as they are now, not as they were adopted. */
  isLive: boolean
}

/** The plan at this address as `planPage` shows it, without what stands around it. Refuses who may not read it. */
export async function planToRead(viewer: DossierViewer, slug: string, version: number | null): Promise<PlanToRead> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, 'plan.read', plan.facts)
  const row = await planRow(viewer, plan.id)
  const isLive =
    version === null &&
    plan.state !== 'definitive' &&
    (plan.facts.isOpened || plan.facts.isAdmitted || holds(viewer.roles, 'meeting.read', plan.facts))
  const document = isLive
    ? await liveDocument(viewer, row)
    : await adoptedDocument(viewer, row, version ?? plan.version)
  if (!document) {
    throw new Refused('version')
  }
  return { plan, document, isLive }
}

/** A plan through somebody else's eyes. `document` is null where that account may not know of the plan at all. */
export interface PlanSeenAs {
  frame: DossierFrame
  planId: string
  title: string
  document: PlanDocument | null
  ticks: Record<string, string>
  name: string
  /** The plan is being discussed: that it is good so is asked before it becomes definitive. */
  isToConfirm: boolean
}

/**
 * The plan as one family account sees it, or will see it once it is definitive; for the case director, before adopting
 * it and whenever something is shielded. Refuses an account that has no access to this dossier.
 */
export async function planThroughEyesOf(viewer: DossierViewer, slug: string, accountId: string): Promise<PlanSeenAs> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, 'plan.read', plan.facts)
  const frame = await dossierFrame(viewer)
  const name = (await namesOfDossier(viewer.tx))(accountId) ?? ''
  const row = await planRow(viewer, plan.id)
  const drafts = plan.state === 'definitive' ? [] : await draftsOf(viewer, row)
  const seen = await throughEyesOf(viewer, accountId, async () => {
    const isKnown = (await viewer.tx.plan.count({ where: { familyId: viewer.familyId, id: plan.id } })) > 0
    if (!isKnown) {
      return { document: null, ticks: {} }
    }
    const document =
      plan.state === 'definitive' ? await adoptedDocument(viewer, row) : await draftDocument(viewer, row, drafts)
    return { document, ticks: await ticksOf(viewer, plan.id, false) }
  })
  const isToConfirm = mayMove(plan.kind, plan.state, 'definitive')
  return { frame, planId: plan.id, title: planTitle(plan.kind, plan.ordinal), name, isToConfirm, ...seen }
}

async function ticksOf({ tx, familyId }: DossierViewer, planId: string, isLive: boolean) {
  const OR = [{ state: { not: null } }, ...(isLive ? [{ inForceAt: { not: null } }] : [])]
  const rows = await tx.agreement.findMany({ where: { familyId, planId, OR }, select: { id: true, state: true } })
  return Object.fromEntries(rows.map(({ id, state }) => [id, state ?? 'inForce']))
}
