import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { makeOrganisation, makePerson, makeSession, type OpenSession, type PersonInput } from './accounts'
import type { Canary } from './canary'
import {
  type FamilyHandle,
  type MemberInput,
  makeChildAdult,
  makeConfidant,
  makeMember,
  makeNetworkPerson,
  makeResidence,
} from './family'

/** An account that is logged in. */
export interface TestAccount extends OpenSession {
  personId: string
  name: string
  email: string
}

/** An account with an open session, last used at `now`. */
export async function testAccount(db: Tx, given: PersonInput, now: Date): Promise<TestAccount> {
  const { id, name, email } = await makePerson(db, given)
  const session = await makeSession(db, id, { createdAt: now, lastSeenAt: now })
  return { personId: id, name, email, ...session }
}

export type CanaryAccounts = Awaited<ReturnType<typeof makeAccounts>>
export type CanaryMembers = Awaited<ReturnType<typeof makeMembers>>

/** Everyone who has or had a part in the dossier; nobody of them stands in another one. The professional works elsewhere. */
export async function makeAccounts(db: Tx, canary: Canary, now: Date) {
  const organisation = await makeOrganisation(db, { name: canary.in('organisation'), place: canary.in('place') })
  const own = await makeOrganisation(db, { name: canary.in('nearOrganisation'), place: canary.in('nearPlace') })
  const professional = (role: string, profession: string, organisationId = organisation.id) =>
    testAccount(
      db,
      {
        name: `Noor ${canary.in(role)}`,
        profession: `${profession} ${canary.in(`${role}Profession`)}`,
        phone: canary.in(`${role}Phone`),
        organisationId,
        guidelineAcceptedAt: now,
      },
      now,
    )
  const relative = (role: string) => testAccount(db, { name: `Sam ${canary.in(role)}` }, now)
  return {
    director: await professional('director', 'jeugdbeschermer'),
    deputy: await professional('deputy', 'jeugdbeschermer'),
    gipsMaster: await professional('gipsMaster', 'voorzitter'),
    noteTaker: await professional('noteTaker', 'notulist'),
    professional: await professional('professional', 'jeugdverpleegkundige', own.id),
    caseManager: await professional('caseManager', 'casemanager'),
    endedProfessional: await professional('endedProfessional', 'maatschappelijk werker'),
    mother: await relative('motherAccount'),
    father: await relative('fatherAccount'),
    carer: await relative('carerAccount'),
    teenager: await relative('teenagerAccount'),
  }
}

/** Mother, father, a foster carer, a teenager with an account and a young child, with all that is recorded of them. */
export async function makeMembers(db: Tx, family: FamilyHandle, canary: Canary) {
  const member = (role: string, given: MemberInput) =>
    makeMember(db, family, {
      firstNames: canary.in(role),
      prefix: 'van',
      surname: canary.in('surname'),
      details: {
        interpreter: canary.in(`${role}Interpreter`),
        safeChannel: 'email',
        justiceInvolvement: canary.in(`${role}Justice`),
      },
      contact: {
        address: canary.in(`${role}Address`),
        phone: canary.in(`${role}Phone`),
        email: `${canary.in(`${role}Email`)}@familie.test`,
      },
      ...given,
    })
  const members = {
    mother: await member('mother', { kind: 'parent', position: 1 }),
    father: await member('father', { kind: 'parent', position: 2 }),
    carer: await member('carer', { kind: 'carer', position: 3 }),
    teenager: await member('teenager', { kind: 'child', position: 4 }),
    child: await member('child', { kind: 'child', position: 5 }),
  }
  await recordFamilyTies(db, family, members, canary)
  return members
}

/** A confidant from the network, with sealed contact data. */
export async function makeConfidantOf(
  db: Tx,
  family: FamilyHandle,
  { child, mother, teenager }: CanaryMembers,
  canary: Canary,
) {
  const friend = await makeNetworkPerson(db, family, {
    name: `Wil ${canary.in('friend')}`,
    relation: canary.in('friendRelation'),
    relatedMemberId: mother.id,
    offeredHelp: canary.in('friendHelp'),
    contact: { address: canary.in('friendAddress'), phone: canary.in('friendPhone'), email: canary.in('friendEmail') },
  })
  await makeConfidant(db, child, friend)
  await db.confidant.create({
    data: {
      familyId: family.id,
      id: v7(),
      memberId: teenager.id,
      notNeededReason: canary.in('noConfidantReason'),
    },
  })
  return friend
}

async function recordFamilyTies(
  db: Tx,
  family: FamilyHandle,
  {
    mother,
    father,
    carer,
    teenager,
    child,
  }: Record<'mother' | 'father' | 'carer' | 'teenager' | 'child', { id: string }>,
  canary: Canary,
): Promise<void> {
  const inFamily = { familyId: family.id }
  const fromOn = dateColumn('2026-01-15')
  for (const [name, own] of Object.entries({ teenager, child })) {
    const asMember = { familyId: family.id, id: own.id }
    for (const [role, adult] of Object.entries({ mother, father, carer })) {
      await makeChildAdult(
        db,
        asMember,
        { id: adult.id },
        {
          relation: role === 'carer' ? 'carer' : 'biologicalParent',
          hasAuthority: role !== 'carer',
          contact: role === 'father' ? 'supervised' : 'free',
          contactNote: canary.in(`${name}${role}Contact`),
        },
      )
    }
    await makeResidence(db, asMember, {
      kind: 'foster',
      term: 'temporary',
      fromOn,
      note: canary.in(`${name}Residence`),
    })
    await db.protectionMeasure.create({
      data: { ...inFamily, id: v7(), memberId: own.id, kind: 'supervision', court: canary.in(`${name}Court`), fromOn },
    })
    await db.consent.create({
      data: {
        ...inFamily,
        id: v7(),
        memberId: own.id,
        state: 'signed',
        decidedOn: fromOn,
        scope: canary.in(`${name}Consent`),
      },
    })
  }
}
