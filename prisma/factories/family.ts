import { v7 } from 'uuid'
import { makeDossierKey, seal } from '@/lib/crypto'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { ChildAdult, Confidant, FamilyMember, NetworkPerson, Prisma, Residence } from '@/prisma/generated/client'
import { makeRegion } from './accounts'
import { type AsMany, fullName, initialsOf, inventName, nextNumber } from './names'

/** A dossier with its key in the clear, for whoever fills it. */
export interface FamilyHandle {
  id: string
  code: string
  name: string
  regionId: string
  dossierKey: Buffer
}

/** A family member, as far as a reference to it needs. */
export interface MemberRef {
  familyId: string
  id: string
}

export interface ContactData {
  address: string | null
  phone: string | null
  email: string | null
}

/** A family in its trajectory, with a key of its own wrapped by the master key ('m1'). */
export async function makeFamily(
  db: Tx,
  masterKey: Buffer,
  given: Partial<Prisma.FamilyUncheckedCreateInput> = {},
): Promise<FamilyHandle> {
  const id = given.id ?? v7()
  const { dossierKey, ...kept } = makeDossierKey(masterKey, id)
  const { code, name, regionId } = await db.family.create({
    data: {
      id,
      code: `G-${1000 + nextNumber()}`,
      name: `Gezin ${inventName().surname}`,
      regionId: given.regionId ?? (await makeRegion(db)).id,
      state: 'active',
      ...kept,
      ...given,
    },
  })
  return { id, code, name, regionId, dossierKey }
}

export interface MemberInput extends Partial<Omit<Prisma.FamilyMemberUncheckedCreateInput, 'familyId'>> {
  details?: Partial<Omit<Prisma.MemberDetailsUncheckedCreateInput, 'id' | 'familyId' | 'memberId'>>
  /** Null: no contact data recorded. */
  contact?: Partial<ContactData> | null
}

/** A family member with details and sealed contact data; a parent unless told otherwise. */
export async function makeMember(db: Tx, family: FamilyHandle, given: MemberInput = {}): Promise<FamilyMember> {
  const [member] = await makeMembers(db, family, [given])
  return member
}

/** As many family members, in this order: three statements for all of them. */
export async function makeMembers<const Asked extends readonly MemberInput[]>(
  db: Tx,
  family: FamilyHandle,
  given: Asked,
): Promise<AsMany<Asked, FamilyMember>> {
  const members = await db.familyMember.createManyAndReturn({ data: given.map((each) => memberFrom(family, each)) })
  const pairs = members.map((member, index) => ({ member, given: given[index] ?? {} }))
  await db.memberDetails.createMany({
    data: pairs.map(({ member: { id, kind }, given: { details } }) => {
      const birthDate = kind === 'unborn' ? null : dateColumn(kind === 'child' ? '2019-05-14' : '1993-02-08')
      return { familyId: family.id, id: v7(), memberId: id, birthDate, ...details }
    }),
  })
  const known = pairs.filter(({ given: { contact } }) => contact !== null)
  await db.memberContact.createMany({
    data: known.map(({ member, given: { contact } }) => {
      const sealed = sealContact(
        family,
        { ...inventContact(fullName(member)), ...contact },
        `memberContact:${member.id}`,
      )
      return { familyId: family.id, id: v7(), memberId: member.id, sealed }
    }),
  })
  return members as AsMany<Asked, FamilyMember>
}

function memberFrom(family: FamilyHandle, { details: _details, contact: _contact, ...fields }: MemberInput) {
  const name = inventName()
  const firstNames = fields.firstNames ?? name.firstNames
  return {
    familyId: family.id,
    id: v7(),
    kind: 'parent' as const,
    ...name,
    prefix: fields.surname ? null : name.prefix,
    initials: initialsOf(firstNames),
    ...fields,
  }
}

export interface NetworkInput extends Partial<Omit<Prisma.NetworkPersonUncheckedCreateInput, 'familyId'>> {
  contact?: Partial<ContactData> | null
}

/** Someone the family finds supportive, with sealed contact data. */
export async function makeNetworkPerson(
  db: Tx,
  family: FamilyHandle,
  given: NetworkInput = {},
): Promise<NetworkPerson> {
  const { contact, ...fields } = given
  const id = given.id ?? v7()
  const name = given.name ?? fullName(inventName())
  const person = await db.networkPerson.create({
    data: { familyId: family.id, id, name, relation: 'buurvrouw', offeredHelp: 'Kan op maandag oppassen.', ...fields },
  })
  if (contact !== null) {
    const sealed = sealContact(family, { ...inventContact(name), ...contact }, `networkContact:${id}`)
    await db.networkContact.create({ data: { familyId: family.id, id: v7(), networkPersonId: id, sealed } })
  }
  return person
}

/** Records an adult as parent or carer of a child: family accounts then read by default what concerns that child. */
export async function makeChildAdult(
  db: Tx,
  child: MemberRef,
  adult: { id: string },
  given: Partial<Prisma.ChildAdultUncheckedCreateInput> = {},
): Promise<ChildAdult> {
  return db.childAdult.create({
    data: {
      familyId: child.familyId,
      id: v7(),
      childId: child.id,
      adultId: adult.id,
      relation: 'biologicalParent',
      hasAuthority: true,
      ...given,
    },
  })
}

export async function makeResidence(
  db: Tx,
  member: MemberRef,
  given: Partial<Prisma.ResidenceUncheckedCreateInput> = {},
): Promise<Residence> {
  const fromOn = dateColumn('2024-01-01')
  return db.residence.create({
    data: {
      familyId: member.familyId,
      id: v7(),
      memberId: member.id,
      kind: 'home',
      term: 'permanent',
      fromOn,
      ...given,
    },
  })
}

/** Someone of the network as a member's trusted person. */
export async function makeConfidant(db: Tx, member: MemberRef, network: NetworkPerson): Promise<Confidant> {
  return db.confidant.create({
    data: { familyId: member.familyId, id: v7(), memberId: member.id, networkPersonId: network.id },
  })
}

function sealContact(family: FamilyHandle, contact: ContactData, place: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(seal(family.dossierKey, JSON.stringify(contact), place))
}

function inventContact(name: string): ContactData {
  const number = nextNumber()
  const mailbox = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return {
    address: `Wilgenlaan ${number}, 1234 AB Waterhuizen`,
    phone: `06 ${String(number).padStart(8, '0')}`,
    email: `${mailbox}@familie.test`,
  }
}
