import { z } from 'zod'
import { plainDateIn } from '@/lib/dates'
import type { AgreementItem } from '@/lib/domain/agreement-item'
import type { FamilyAccountLine, Named, ProfessionalView, TeamPerson, TeamRole } from '@/lib/domain/people-views'
import { FAMILY_ROLES, SECTORS } from '@/lib/domain/people-words'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { agreementsInDossier } from './agreements'
import { type DossierPerson, peopleOfDossier } from './names'
import { photosOfTeam } from './professional-photos'

const ROLE_ORDER: readonly TeamRole[] = [
  'caseDirector',
  'deputy',
  'gipsMaster',
  'professional',
  'caseManager',
  'noteTaker',
]

const withMembers = {
  membershipMembers: { include: { member: { select: { id: true, firstNames: true, position: true } } } },
} satisfies Prisma.TeamMembershipInclude

type Membership = Prisma.TeamMembershipGetPayload<{ include: typeof withMembers }>

/** Everyone who works or worked with this family, by role; who left comes last. As this viewer may know them. */
export async function teamInList(viewer: DossierViewer): Promise<TeamPerson[]> {
  const memberships = await membershipsOf(viewer)
  const people = await peopleOfDossier(viewer.tx)
  const ids = [...new Set(memberships.map(({ personId }) => personId))]
  return ids
    .flatMap((id) => teamPerson(viewer, people, id, memberships))
    .sort((first, second) => Number(second.isActive) - Number(first.isActive) || byRole(first, second))
}

/**
 * One professional with all agreements and goals they contribute to, as far as the viewer may see these. Throws
 * `Refused` for who is or was not in the team: an account of the family has no page.
 */
export async function professionalView(viewer: DossierViewer, personId: string): Promise<ProfessionalView> {
  const memberships = z.uuid().safeParse(personId).success ? await membershipsOf(viewer, personId) : []
  const people = await peopleOfDossier(viewer.tx)
  const [base] = teamPerson(viewer, people, personId, memberships)
  const person = people.find((each) => each.personId === personId)
  if (!base || !person) {
    throw new Refused(`team ${personId}`)
  }
  const agreements = (await agreementsInDossier(viewer)).filter(({ doers }) => doers.some(({ id }) => id === personId))
  const isDirector = viewer.roles.includes('caseDirector')
  return {
    ...base,
    photoId: (await photosOfTeam(viewer)).get(personId) ?? null,
    email: base.isActive ? person.email : null,
    phone: base.isActive ? person.phone : null,
    sector: person.sector && (SECTORS[person.sector] ?? null),
    place: person.place,
    membershipId: isDirector ? (memberships[0]?.id ?? null) : null,
    endReason: isDirector ? (memberships.findLast(({ endReason }) => endReason)?.endReason ?? null) : null,
    goals: goalsOf(agreements),
    agreements,
    isViewer: personId === viewer.personId,
  }
}

/** The accounts of the family, and from whom the whole dossier is closed for now. Empty for all but the case director. */
export async function familyAccounts({ tx, familyId, now, roles }: DossierViewer): Promise<FamilyAccountLine[]> {
  if (!roles.includes('caseDirector')) {
    return []
  }
  const inForce = { OR: [{ until: null }, { until: { gt: now } }] }
  const accounts = await tx.familyAccess.findMany({
    where: { familyId, ...inForce },
    include: { member: true },
    orderBy: { since: 'asc' },
  })
  const shields = await tx.shield.findMany({ where: { familyId, subject: 'dossier', ...inForce } })
  const people = await peopleOfDossier(tx)
  return accounts.map(({ personId, memberId, member, role, since }) => {
    const shield = shields.find((each) => each.audience === 'allFamily' || each.personId === personId)
    return {
      personId,
      memberId,
      name: people.find((each) => each.personId === personId)?.name ?? '',
      memberName: member.firstNames,
      role: FAMILY_ROLES[role],
      since: plainDateIn(since),
      suspendedBy: shield ? { shieldId: shield.id, reason: shield.reason, since: plainDateIn(shield.since) } : null,
    }
  })
}

/** The family members with whom somebody can work: who died stands not among them. */
export async function membersToWorkWith({ tx, familyId }: DossierViewer): Promise<Named[]> {
  const members = await tx.familyMember.findMany({
    where: { familyId, deceasedOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return members.map(({ id, firstNames }) => ({ id, name: firstNames }))
}

async function membershipsOf({ tx, familyId }: DossierViewer, personId?: string): Promise<Membership[]> {
  return tx.teamMembership.findMany({
    where: { familyId, ...(personId && { personId }) },
    include: withMembers,
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  })
}

function teamPerson(
  { now }: DossierViewer,
  people: readonly DossierPerson[],
  personId: string,
  memberships: readonly Membership[],
): TeamPerson[] {
  const own = memberships.filter((membership) => membership.personId === personId)
  const person = people.find((each) => each.personId === personId)
  const active = own.filter(({ until }) => until === null || until > now)
  const shown = active.length > 0 ? active : own
  const [first] = own
  if (!person || !first) {
    return []
  }
  const members = shown.flatMap(({ membershipMembers }) => membershipMembers.map(({ member }) => member))
  const ends = own.map(({ until }) => until?.getTime() ?? 0)
  return [
    {
      personId,
      name: person.name,
      roles: ROLE_ORDER.filter((role) => shown.some((membership) => membership.role === role)),
      profession: person.profession,
      organisation: person.organisation,
      isActive: active.length > 0,
      isLeadProvider: active.some(({ leadProvider }) => leadProvider),
      worksWithAll: shown.some(({ worksWithAll }) => worksWithAll),
      worksWith: [
        ...new Map(members.sort((one, other) => one.position - other.position).map((each) => [each.id, each])).values(),
      ].map(({ id, firstNames }) => ({ id, name: firstNames })),
      since: plainDateIn(shown[0]?.since ?? first.since),
      until: active.length > 0 ? null : plainDateIn(new Date(Math.max(...ends))),
    },
  ]
}

function byRole(first: TeamPerson, second: TeamPerson): number {
  const rank = ({ roles: [role] }: TeamPerson) => (role ? ROLE_ORDER.indexOf(role) : ROLE_ORDER.length)
  return rank(first) - rank(second) || first.name.localeCompare(second.name, 'nl')
}

function goalsOf(agreements: readonly AgreementItem[]): { id: string; text: string }[] {
  return [...new Map(agreements.flatMap(({ goals }) => goals.map((goal) => [goal.id, goal]))).values()]
}
