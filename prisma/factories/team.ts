import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type {
  DossierRole,
  FamilyAccess,
  FamilyMember,
  Opening,
  Prisma,
  Shield,
  TeamMembership,
} from '@/prisma/generated/client'

interface InFamily {
  id: string
}

export interface MembershipInput extends Partial<Omit<Prisma.TeamMembershipUncheckedCreateInput, 'familyId' | 'role'>> {
  role?: DossierRole
  /** Works with these members only; without them and without `worksWithAll`: with nobody in particular. */
  members?: readonly FamilyMember[]
}

/** A place in the GIPS team; a professional unless told otherwise. A note-taker needs a planId. */
export async function makeMembership(
  db: Tx,
  family: InFamily,
  personId: string,
  given: MembershipInput = {},
): Promise<TeamMembership> {
  const { members = [], ...fields } = given
  const membership = await db.teamMembership.create({
    data: { familyId: family.id, id: v7(), personId, role: 'professional', ...fields },
  })
  await db.membershipMember.createMany({
    data: members.map(({ id }) => ({ familyId: family.id, membershipId: membership.id, memberId: id })),
  })
  return membership
}

/** As many places in the GIPS team, in this order, all for nobody in particular: one statement for all of them. */
export async function makeMemberships(
  db: Tx,
  family: InFamily,
  given: readonly (Omit<MembershipInput, 'members'> & { personId: string })[],
): Promise<TeamMembership[]> {
  return db.teamMembership.createManyAndReturn({
    data: given.map((fields) => ({ familyId: family.id, id: v7(), role: 'professional' as const, ...fields })),
  })
}

/** Lets an account in as this family member; as parent, child or carer by the kind of member. */
export async function makeFamilyAccess(
  db: Tx,
  member: FamilyMember,
  personId: string,
  given: Partial<Prisma.FamilyAccessUncheckedCreateInput> = {},
): Promise<FamilyAccess> {
  const roles = { child: 'child', unborn: 'child', carer: 'carer', parent: 'parent', stepParent: 'parent' } as const
  return db.familyAccess.create({
    data: { familyId: member.familyId, id: v7(), personId, memberId: member.id, role: roles[member.kind], ...given },
  })
}

export type ShieldInput = Partial<Omit<Prisma.ShieldUncheckedCreateInput, 'familyId'>> &
  Pick<Prisma.ShieldUncheckedCreateInput, 'subject'>

/** Hides something: from the account in `personId`, else from all family accounts. */
export async function makeShield(db: Tx, family: InFamily, given: ShieldInput): Promise<Shield> {
  return db.shield.create({
    data: {
      familyId: family.id,
      id: v7(),
      audience: given.personId ? 'account' : 'allFamily',
      reason: 'Voor de veiligheid.',
      ...given,
    },
  })
}

export type OpeningInput = Partial<Omit<Prisma.OpeningUncheckedCreateInput, 'familyId'>> &
  Pick<Prisma.OpeningUncheckedCreateInput, 'subject' | 'subjectId' | 'personId'>

/** Opens to one family account what it does not read by default. */
export async function makeOpening(db: Tx, family: InFamily, given: OpeningInput): Promise<Opening> {
  return db.opening.create({ data: { familyId: family.id, id: v7(), ...given } })
}
