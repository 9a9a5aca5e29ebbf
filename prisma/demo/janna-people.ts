import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import {
  type FamilyHandle,
  makeChildAdult,
  makeConfidant,
  makeFamily,
  makeMember,
  makeNetworkPerson,
  makeResidence,
} from '@/prisma/factories/family'
import { makeIncident } from '@/prisma/factories/intake'
import type { FamilyMember, NetworkPerson } from '@/prisma/generated/client'
import type { DemoAccounts } from './accounts'
import type { StoryDays } from './days'

type JannaMembers = Record<'sanne' | 'dennis' | 'ank' | 'janna', FamilyMember>
type JannaNetwork = Record<'mark' | 'linda' | 'yvonne', NetworkPerson>

/** The family of baby Janna. Day 0 is the day of GIPS 1. */
export async function makeJannaFamily(
  db: Tx,
  masterKey: Buffer,
  { region, direction }: DemoAccounts,
  { days, code }: { days: StoryDays; code: string },
): Promise<FamilyHandle> {
  const family = await makeFamily(db, masterKey, {
    code,
    name: 'Gezin Verhoeven-Kuipers',
    regionId: region.id,
    directionOrganisationId: direction.first,
    createdAt: days.at(-18, '10:20'),
    startedOn: days.column(-15),
  })
  await recordIntake(db, family, days)
  return family
}

/** Mother, father, Janna and the foster carer; the parents get mail, because they said that their mailbox is their own. */
export async function makeJannaMembers(db: Tx, family: FamilyHandle, days: StoryDays): Promise<JannaMembers> {
  const sanne = await makeMember(db, family, {
    firstNames: 'Sanne',
    surname: 'Kuipers',
    kind: 'parent',
    position: 1,
    details: { birthDate: new Date('1994-06-21'), safeChannel: 'email' },
    contact: {
      address: 'Meerkoetlaan 14, 6655 ZX Overwaarde',
      phone: '06 000 000 41',
      email: 'sanne@kuipers.familie.test',
    },
  })
  const dennis = await makeMember(db, family, {
    firstNames: 'Dennis',
    surname: 'Verhoeven',
    kind: 'parent',
    position: 2,
    details: {
      birthDate: new Date('1991-11-03'),
      safeChannel: 'email',
      justiceInvolvement: 'Verdachte van mishandeling van Janna. De officier van justitie beslist na GIPS 2.',
    },
    contact: {
      address: 'Marktstraat 8, 6651 AB Waterhuizen',
      phone: '06 000 000 42',
      email: 'dennis@verhoeven.familie.test',
    },
  })
  const janna = await makeMember(db, family, {
    firstNames: 'Janna',
    surname: 'Verhoeven',
    kind: 'child',
    position: 3,
    details: { birthDate: days.column(-129), safeChannel: null },
    contact: { address: 'Hazelaarspad 3, 6657 KD Wielbergen', phone: null, email: null },
  })
  const ank = await makeMember(db, family, {
    firstNames: 'Ank',
    surname: 'Roelofsen',
    kind: 'carer',
    position: 4,
    details: { birthDate: new Date('1968-03-15'), safeChannel: 'telefoon' },
    contact: {
      address: 'Hazelaarspad 3, 6657 KD Wielbergen',
      phone: '06 000 000 43',
      email: 'ank@roelofsen.familie.test',
    },
  })
  return { sanne, dennis, janna, ank }
}

/** Father's brother, mother's sister and the friend who is Janna's confidant. */
export async function makeJannaNetwork(db: Tx, family: FamilyHandle, members: JannaMembers): Promise<JannaNetwork> {
  const mark = await makeNetworkPerson(db, family, {
    name: 'Mark Verhoeven',
    relation: 'broer van Dennis',
    relatedMemberId: members.dennis.id,
    offeredHelp: 'Zet met Dennis alle rekeningen en schulden op een rij.',
    contact: { address: null, phone: '06 000 000 51', email: 'mark@verhoeven.familie.test' },
  })
  const linda = await makeNetworkPerson(db, family, {
    name: 'Linda Kuipers',
    relation: 'zus van Sanne',
    relatedMemberId: members.sanne.id,
    offeredHelp: 'Staat twee ochtenden per week in de winkel.',
    contact: { address: null, phone: '06 000 000 52', email: 'linda@kuipers.familie.test' },
  })
  const yvonne = await makeNetworkPerson(db, family, {
    name: 'Yvonne Baas',
    relation: 'vriendin van Sanne',
    relatedMemberId: members.sanne.id,
    offeredHelp: 'Is er voor Janna en belt Sanne elke avond even.',
    contact: { address: null, phone: '06 000 000 53', email: 'yvonne@baas.familie.test' },
  })
  await makeConfidant(db, members.janna, yvonne)
  await makeConfidant(db, members.sanne, yvonne)
  return { mark, linda, yvonne }
}

/** Parents and carer of Janna, where she lived, the court's measures and the parents' consent. */
export async function recordJannaTies(
  db: Tx,
  { sanne, dennis, ank, janna }: JannaMembers,
  days: StoryDays,
): Promise<void> {
  const visits = 'Elke dag één keer, in het bezoekhuis van pleegzorg, met begeleiding.'
  const supervised = { contact: 'supervised' as const, contactNote: visits }
  await makeChildAdult(db, janna, sanne, supervised)
  await makeChildAdult(db, janna, dennis, supervised)
  await makeChildAdult(db, janna, ank, { relation: 'carer', hasAuthority: false, contact: 'free' })

  const home = { kind: 'home' as const, term: 'temporary' as const, note: 'Bij haar ouders' }
  await makeResidence(db, janna, { ...home, fromOn: days.column(-129), untilOn: days.column(-21) })
  const hospital = { kind: 'institution' as const, term: 'temporary' as const, note: 'Kinderziekenhuis De Zilverberk' }
  await makeResidence(db, janna, { ...hospital, fromOn: days.column(-21), untilOn: days.column(-4) })
  const foster = { kind: 'foster' as const, term: 'temporary' as const, note: 'Crisispleeggezin' }
  await makeResidence(db, janna, { ...foster, fromOn: days.column(-4) })

  const inFamily = { familyId: janna.familyId, memberId: janna.id }
  const court = 'Rechtbank Rivierenland, locatie Waterhuizen'
  const from = { court, fromOn: days.column(-6) }
  await db.protectionMeasure.createMany({
    data: [
      { ...inFamily, ...from, id: v7(), kind: 'supervision', untilOn: days.column(359) },
      { ...inFamily, ...from, id: v7(), kind: 'outOfHomePlacement', untilOn: days.column(177) },
    ],
  })
  const scope = 'De professionals van het GIPS-team delen met elkaar wat nodig is voor de veiligheid van Janna.'
  for (const { id: memberId } of [sanne, dennis]) {
    await db.consent.create({
      data: { ...inFamily, memberId, id: v7(), state: 'signed', decidedOn: days.column(-12), scope },
    })
  }
}

const INCIDENTS = [
  [-640, 'De buren belden de politie: Dennis en Sanne schreeuwden en er sneuvelde servies.'],
  [-95, 'Sanne had een blauwe kaak. Zij zei dat zij was gevallen.'],
  [-21, 'In het ziekenhuis bleken twee ribben van Janna gebroken.'],
] as const

async function recordIntake(db: Tx, family: FamilyHandle, days: StoryDays): Promise<void> {
  for (const [day, what] of INCIDENTS) {
    await makeIncident(db, family, { happenedOn: days.column(day), what })
  }
  await db.intake.create({
    data: {
      familyId: family.id,
      id: v7(),
      triageReceivedOn: days.column(-19),
      triageComplete: true,
      formsOfUnsafety: ['physical', 'witnessing'],
      directions: ['betweenPartners', 'parentToChild'],
      structuralFacts:
        'Al jaren ruzies waarbij wordt geslagen; de politie kwam vier keer aan de deur. Nu letsel bij Janna, en op de foto’s is ook ouder letsel te zien.',
      dangerAverted:
        'Janna ging naar het ziekenhuis en daarna naar een crisispleeggezin. De ouders zien haar alleen met begeleiding.',
      dangerAvertedBy: 'Het kinderziekenhuis, Veilig Thuis en de politie',
      dangerAvertedUntil: days.column(177),
      immediateDanger: true,
      reportedAt: days.at(-21, '11:40'),
      firstActionAt: days.at(-21, '14:15'),
      frameworkKind: 'compulsion',
      frameworkFrom: days.column(-6),
      frameworkUntil: days.column(359),
      familyPlanOffered: true,
      familyPlanChosen: false,
      explainedOn: days.column(-13),
      consentAskedOn: days.column(-13),
      historyOfHelp: 'Twee keer hulp aangeboden na een melding. De ouders wilden het toen zelf oplossen.',
    },
  })
}
