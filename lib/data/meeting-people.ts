import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, PersonChoice, SeatView } from '@/lib/domain/meeting-view'
import type { DossierViewer } from '@/lib/gate'
import { type DossierPerson, peopleOfDossier } from './names'
import type { PlanInView } from './plans'

const SEAT_ORDER = ['caseDirector', 'professional', 'noteTaker', 'gipsMaster', 'family', 'network']
export interface Known {
  people: readonly DossierPerson[]
  members: readonly MemberView[]
  network: readonly PersonChoice[]
}

/** The family's members, who died left out; by first name. */
export async function membersOf({ tx, familyId }: DossierViewer): Promise<MemberView[]> {
  const rows = await tx.familyMember.findMany({
    where: { familyId, deceasedOn: null },
    select: { id: true, firstNames: true, kind: true, movedOutOn: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, firstNames, kind, movedOutOn }) => ({
    id,
    name: firstNames.split(' ')[0] ?? firstNames,
    isChild: kind === 'child' || kind === 'unborn',
    hasMovedOut: movedOutOn !== null,
  }))
}

export async function networkOf({ tx, familyId, now }: DossierViewer): Promise<PersonChoice[]> {
  const rows = await tx.networkPerson.findMany({
    where: { familyId, OR: [{ endedOn: null }, { endedOn: { gt: now } }] },
    select: { id: true, name: true, relation: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ id, name, relation }) => ({ who: { kind: 'network', id }, name, detail: relation }))
}

export async function teamOf(
  { tx, familyId }: DossierViewer,
  people: readonly DossierPerson[],
): Promise<PersonChoice[]> {
  const memberships = await tx.teamMembership.findMany({ where: { familyId, until: null }, select: { personId: true } })
  const isActive = new Set(memberships.map(({ personId }) => personId))
  return people
    .filter(({ personId }) => isActive.has(personId))
    .map(({ personId, name, profession }) => ({
      who: { kind: 'person' as const, id: personId },
      name,
      detail: profession,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

export async function seatsOf({ tx, familyId }: DossierViewer, plan: PlanInView, known: Known): Promise<SeatView[]> {
  const rows = await tx.participant.findMany({
    where: {
      familyId,
      meeting: { planId: plan.id },
      NOT: { role: 'family', isAdmitted: false, attendance: { not: 'present' } },
    },
    select: { id: true, role: true, attendance: true, personId: true, memberId: true, networkPersonId: true },
    orderBy: { id: 'asc' },
  })
  return rows
    .map(({ id, role, attendance, personId, memberId, networkPersonId }) => {
      const who = someoneOf(personId, memberId, networkPersonId)
      return { id, who, role, attendance, ...nameAndDetail(who, known) }
    })
    .sort((one, other) => SEAT_ORDER.indexOf(one.role) - SEAT_ORDER.indexOf(other.role))
}

function nameAndDetail(who: Someone, { people, members, network }: Known): { name: string; detail: string | null } {
  if (who.kind === 'person') {
    const person = people.find(({ personId }) => personId === who.id)
    return { name: person?.name ?? '', detail: person?.profession ?? null }
  }
  const named =
    who.kind === 'member' ? members.find(({ id }) => id === who.id) : network.find((each) => each.who.id === who.id)
  return { name: named?.name ?? '', detail: null }
}

/** Everyone who can be asked to do something: the team, the family and its network. */
export async function peopleWhoCanDo(viewer: DossierViewer): Promise<PersonChoice[]> {
  const team = await teamOf(viewer, await peopleOfDossier(viewer.tx))
  return [...team, ...(await membersOf(viewer)).map(memberChoice), ...(await networkOf(viewer))]
}

export function memberChoice({ id, name }: MemberView): PersonChoice {
  return { who: { kind: 'member', id }, name, detail: null }
}

export function someoneOf(personId: string | null, memberId: string | null, networkPersonId: string | null): Someone {
  if (personId) return { kind: 'person', id: personId }
  return memberId ? { kind: 'member', id: memberId } : { kind: 'network', id: networkPersonId ?? '' }
}
