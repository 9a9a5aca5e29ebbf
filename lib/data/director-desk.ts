import { plainDateOf } from '@/lib/dates'
import type { DeskAccount, DeskPerson, DirectorDeskView } from '@/lib/domain/director-desk'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { nextState } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'
import { isLeftIn } from '@/lib/policy'
import { agreementsOnDesk } from './agreements-on-desk'
import { futurePlanDesk } from './future-plan'
import { namesOfDossier } from './names'
import type { NameOf } from './plan-content'
import { planRow } from './plan-life'
import { planSnapshot } from './plan-snapshot'
import { planBySlug } from './plans'

/** What the case director does with a plan besides filling it in; null for everyone else. */
export async function directorDesk(viewer: DossierViewer, slug: string): Promise<DirectorDeskView | null> {
  if (!viewer.roles.includes('caseDirector') || !isLeftIn(viewer.familyState, 'plan.move')) {
    return null
  }
  const { id, kind } = await planBySlug(viewer, slug)
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
    meeting: await meetingOfDesk(viewer, id),
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

async function meetingOfDesk({ tx, familyId }: DossierViewer, planId: string) {
  const meeting = await tx.meeting.findUnique({
    where: { familyId_planId: { familyId, planId } },
    include: { participants: { select: { personId: true, role: true } } },
  })
  return {
    heldOn: meeting?.heldOn ? plainDateOf(meeting.heldOn) : '',
    part: meeting?.part ?? '',
    place: meeting?.place ?? '',
    placeIsFit: meeting?.placeIsFit ?? false,
    seats: (meeting?.participants ?? []).flatMap(({ personId, role }) => (personId ? [{ personId, role }] : [])),
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
