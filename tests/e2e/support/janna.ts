import { makeJanna } from '@/prisma/demo/janna'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { nextNumber } from '@/prisma/factories/names'
import type { FamilyMember, Person, Plan, PlanKind, PrismaClient } from '@/prisma/generated/client'
import { masterKey } from './ground'

export type JannaHome = Awaited<ReturnType<typeof freshJanna>>

/** The family of Janna as the demo tells it, once more for one test: with a code and people of its own. */
export async function freshJanna(db: PrismaClient) {
  const accounts = await copyAccounts(db)
  const region = await db.region.findFirstOrThrow({ where: { name: 'Rivierenland' } })
  const organisation = accounts.regisseur?.organisationId ?? ''
  const demo = { region, accounts, direction: { first: organisation, second: organisation } }
  const code = `G-${1000 + nextNumber()}`
  await db.$transaction((tx) => makeJanna(tx, masterKey(), demo, new Date(), code), { timeout: 60_000 })
  const family = await db.family.findUniqueOrThrow({ where: { code } })
  const members = await db.familyMember.findMany({ where: { familyId: family.id } })
  const memberOf = (name: string) => found<FamilyMember>(members.find(({ firstNames }) => firstNames === name))
  const loginOf = async (mailbox: string) => {
    const person = found(accounts[mailbox])
    return { personId: person.id, name: person.name, ...(await makeSession(db, person.id)) }
  }
  return {
    code,
    family,
    nameOf: (mailbox: 'jeugdverpleegkundige' | 'regisseur') => found(accounts[mailbox]).name,
    members: { janna: memberOf('Janna'), sanne: memberOf('Sanne'), dennis: memberOf('Dennis') },
    director: await loginOf('regisseur'),
    noteTaker: await loginOf('notulist'),
    nurse: await loginOf('jeugdverpleegkundige'),
  }
}

/** Everyone of the demo as another person with the same name, work and organisation. */
async function copyAccounts(db: PrismaClient): Promise<Record<string, Person>> {
  const accounts: Record<string, Person> = {}
  for (const demo of await db.person.findMany({ where: { email: { endsWith: '@demo.gips.test' } } })) {
    const { name, profession, organisationId, guidelineAcceptedAt } = demo
    const mailbox = demo.email.split('@')[0] ?? ''
    accounts[mailbox] = await makePerson(db, { name, profession, organisationId, guidelineAcceptedAt })
  }
  return accounts
}

/** The newest plan of a kind. */
export async function planOf(db: PrismaClient, { family }: Pick<JannaHome, 'family'>, kind: PlanKind): Promise<Plan> {
  return db.plan.findFirstOrThrow({ where: { familyId: family.id, kind }, orderBy: { ordinal: 'desc' } })
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('The demo no longer has somebody of this name.')
  return one
}
