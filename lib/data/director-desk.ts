import type { DeskAccount, DeskPerson, DirectorDeskView } from '@/lib/domain/director-desk'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { nextState } from '@/lib/domain/plan-state'
import type { RecoveryDeskView } from '@/lib/domain/recovery'
import type { DossierViewer } from '@/lib/gate'
import { isLeftIn } from '@/lib/policy'
import type { Plan } from '@/prisma/generated/client'
import { agreementsOnDesk } from './agreements-on-desk'
import { familySeats } from './family-seats'
import { futurePlanDesk } from './future-plan'
import { reachOf } from './meeting-invitations'
import { meetingOnDesk } from './meeting-on-desk'
import { namesOfDossier } from './names'
import type { NameOf } from './plan-content'
import { planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { planBySlug } from './plans'
import { recoveryPeople } from './recovery-plans'

/** What the case director does with a plan besides filling it in; null for everyone else. */
export async function directorDesk(viewer: DossierViewer, slug: string): Promise<DirectorDeskView | null> {
  if (!viewer.roles.includes('caseDirector') || !isLeftIn(viewer.familyState, 'plan.move')) {
    return null
  }
  const found = await planBySlug(viewer, slug)
  const { id, kind } = found
  const plan = await planRow(viewer, id)
  const next = nextState(kind, plan.state)
  const snapshot = await planSnapshot(viewer, plan)
  const nameOf = await namesOfDossier(viewer.tx)
  return {
    planId: id,
    state: plan.state,
    version: plan.version,
    next,
    missing: next ? whatIsMissing(snapshot, next, viewer.today) : [],
    agreements: await agreementsOnDesk(viewer, plan, nameOf),
    meeting: await meetingOnDesk(viewer, id),
    reach: plan.state === 'preparation' ? await reachOf(viewer, found) : null,
    recovery: await recoveryDesk(viewer, plan, snapshot),
    team: await teamOfDesk(viewer, nameOf),
    responders: [...snapshot.members, ...snapshot.network].map(({ id: responderId, name }) => {
      const given = snapshot.responses.find((each) => each.responderId === responderId)
      return { id: responderId, name, response: given?.response ?? null, words: given?.words ?? '' }
    }),
    proposals: [...snapshot.proposals],
    accounts: snapshot.familyAccounts.map((account): DeskAccount => ({ ...account })),
    futurePlan: plan.state === 'definitive' ? null : await futurePlanDesk(viewer, plan),
    checklist: snapshot.checklist,
  }
}

/** Whom a GIPS 3 is about, who of the family comes along, and at GIPS 4 the children without a recovery plan. */
async function recoveryDesk(
  viewer: DossierViewer,
  plan: Plan,
  { childrenWithoutRecoveryPlan, members }: PlanSnapshot,
): Promise<RecoveryDeskView> {
  return {
    people: plan.kind === 'gips3' ? await recoveryPeople(viewer, plan) : [],
    waivers: childrenWithoutRecoveryPlan.map(({ memberId, reason }) => ({
      memberId,
      reason,
      name: members.find(({ id }) => id === memberId)?.name ?? '',
    })),
    seats: await familySeats(viewer, plan),
    mayOverrule: plan.kind === 'gips4' || plan.kind === 'gips5',
  }
}

async function teamOfDesk({ tx, familyId }: DossierViewer, nameOf: NameOf): Promise<DeskPerson[]> {
  const team = await tx.teamMembership.findMany({ where: { familyId, until: null }, orderBy: { since: 'asc' } })
  const people = new Map<string, DeskPerson>()
  for (const { personId, role } of team) {
    const known = people.get(personId)
    people.set(personId, { id: personId, name: nameOf(personId) ?? '', roles: [...(known?.roles ?? []), role] })
  }
  return [...people.values()]
}
