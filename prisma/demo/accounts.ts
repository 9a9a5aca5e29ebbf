import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '@/lib/demo-accounts'
import { makeOrganisation, makePerson, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import type { Person, Region, Sector } from '@/prisma/generated/client'
import { givePortraits } from './portraits'

const ORGANISATIONS = {
  bescherming: { name: 'Jeugdbescherming Rivierenland', sector: 'youthProtection', place: 'Waterhuizen' },
  noordwal: { name: 'Jeugdbescherming De Noordwal', sector: 'youthProtection', place: 'Noordwal' },
  bureau: { name: 'Bureau Tafelronde', sector: 'municipality', place: 'Waterhuizen' },
  veiligThuis: { name: 'Veilig Thuis Rivierenland', sector: 'youthHelp', place: 'Waterhuizen' },
  ziekenhuis: { name: 'Kinderziekenhuis De Zilverberk', sector: 'care', place: 'Waterhuizen' },
  ggd: { name: 'Jeugdgezondheidszorg Rivierenland', sector: 'care', place: 'Waterhuizen' },
  politie: { name: 'Politie, basisteam Waterhuizen', sector: 'safetyJustice', place: 'Waterhuizen' },
  forensisch: { name: 'Forensische polikliniek De Kade', sector: 'mentalHealth', place: 'Waterhuizen' },
  pleegzorg: { name: 'Pleegzorg Het Nest', sector: 'youthHelp', place: 'Wielbergen' },
  wijkteam: { name: 'Wijkteam Noordwal-Oost', sector: 'municipality', place: 'Noordwal' },
  school: { name: 'Basisschool De Klimboom', sector: 'education', place: 'Noordwal' },
} as const satisfies Record<string, { name: string; sector: Sector; place: string }>

interface DemoPerson {
  name: string
  profession?: string
  organisation?: keyof typeof ORGANISATIONS
  /** The last digits of an invented number. */
  phone?: string
}

/** By the first part of the address at demo.gips.test. */
const PEOPLE: Record<string, DemoPerson> = {
  regisseur: { name: 'Marieke van der Laan', profession: 'Jeugdbeschermer', organisation: 'bescherming', phone: '01' },
  plaatsvervanger: { name: 'Tom Hendriks', profession: 'Jeugdbeschermer', organisation: 'bescherming', phone: '02' },
  gedragswetenschapper: {
    name: 'Jeroen Wiersma',
    profession: 'Gedragswetenschapper',
    organisation: 'bescherming',
    phone: '03',
  },
  notulist: { name: 'Petra Smeets', profession: 'Notulist', organisation: 'bureau', phone: '04' },
  gipsmeester: { name: 'Herman Oostveen', profession: 'GIPSmeester', organisation: 'bureau', phone: '05' },
  veiligthuis: {
    name: 'Irene Postma',
    profession: 'Medewerker Veilig Thuis',
    organisation: 'veiligThuis',
    phone: '06',
  },
  'oud-professional': {
    name: 'Corrie Timmers',
    profession: 'Maatschappelijk werker kinderziekenhuis',
    organisation: 'ziekenhuis',
    phone: '07',
  },
  jeugdverpleegkundige: {
    name: 'Fatima El Amrani',
    profession: 'Jeugdverpleegkundige',
    organisation: 'ggd',
    phone: '08',
  },
  wijkagent: { name: 'Bas Dijkstra', profession: 'Wijkagent', organisation: 'politie', phone: '09' },
  behandelaar: {
    name: 'Ruben Castelein',
    profession: 'Forensisch behandelaar',
    organisation: 'forensisch',
    phone: '10',
  },
  pleegzorg: { name: 'Saskia Blom', profession: 'Pleegzorgbegeleider', organisation: 'pleegzorg', phone: '11' },
  moeder: { name: 'Sanne Kuipers' },
  vader: { name: 'Dennis Verhoeven' },
  regisseur2: { name: 'Lars Middelkoop', profession: 'Jeugdbeschermer', organisation: 'noordwal', phone: '12' },
  gipsmeester2: { name: 'Joke van Rijswijk', profession: 'GIPSmeester', organisation: 'noordwal', phone: '13' },
  notulist2: { name: 'Daan Verbeek', profession: 'Notulist', organisation: 'noordwal', phone: '14' },
  wijkteam: { name: 'Samira Bouzid', profession: 'Gezinswerker', organisation: 'wijkteam', phone: '15' },
  leerkracht: { name: 'Marloes Tuinstra', profession: 'Intern begeleider', organisation: 'school', phone: '16' },
  regio: { name: 'Els Nieuwland', profession: 'Regiocoördinator' },
  instituut: { name: 'Willem Haverkort', profession: 'Onderzoeker GIPS-instituut' },
  beheer: { name: 'Sandra Kok', profession: 'Beheerder' },
  beheer2: { name: 'Youssef Haddad', profession: 'Beheerder' },
}

/** Whoever has a portrait; the others show their initials. */
const PORTRAITS = [
  'regisseur',
  'gipsmeester',
  'jeugdverpleegkundige',
  'wijkagent',
  'behandelaar',
  'pleegzorg',
  'regisseur2',
  'wijkteam',
]

export interface DemoAccounts {
  region: Region
  accounts: Record<string, Person>
  /** The organisation that directs the safety in the first and in the second family. */
  direction: { first: string; second: string }
}

/** Everyone with an account in the demo: each with the same password and second factor, as the login page tells. */
export async function makeDemoAccounts(db: Tx, masterKey: Buffer, now: Date): Promise<DemoAccounts> {
  const region = await makeRegion(db, { name: 'Rivierenland' })
  const organisations: Record<string, string> = {}
  for (const [key, organisation] of Object.entries(ORGANISATIONS)) {
    organisations[key] = (await makeOrganisation(db, organisation)).id
  }
  const accounts: Record<string, Person> = {}
  for (const [mailbox, { name, profession, organisation, phone }] of Object.entries(PEOPLE)) {
    accounts[mailbox] = await makePerson(db, {
      name,
      profession,
      email: `${mailbox}@demo.gips.test`,
      phone: phone ? `06 000 000 ${phone}` : null,
      organisationId: organisation ? organisations[organisation] : null,
      guidelineAcceptedAt: organisation ? now : null,
      password: DEMO_PASSWORD,
      totp: { secret: DEMO_TOTP_SECRET, masterKey },
      totpConfirmedAt: now,
      createdAt: now,
    })
  }
  await givePortraits(db, masterKey, { accounts }, PORTRAITS)
  await givePlatformRoles(db, accounts, region)
  await putInTraining(db, accounts)
  return {
    region,
    accounts,
    direction: { first: organisations.bescherming ?? '', second: organisations.noordwal ?? '' },
  }
}

async function givePlatformRoles(
  db: Tx,
  { regio, instituut, beheer, beheer2 }: Record<string, Person>,
  region: Region,
): Promise<void> {
  if (regio) await makePlatformRole(db, regio.id, 'regionCoordinator', region.id)
  if (instituut) await makePlatformRole(db, instituut.id, 'institute')
  if (beheer) await makePlatformRole(db, beheer.id, 'administrator')
  if (beheer2) await makePlatformRole(db, beheer2.id, 'administrator')
}

/** The chair of the second family learns under the one of the first. */
async function putInTraining(db: Tx, { gipsmeester, gipsmeester2 }: Record<string, Person>): Promise<void> {
  if (gipsmeester && gipsmeester2) {
    const chair = { id: v7(), personId: gipsmeester2.id, supervisorId: gipsmeester.id }
    await db.chairCertification.create({ data: chair })
  }
}
