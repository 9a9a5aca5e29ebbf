import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { connect } from '@/lib/db'
import { type DossierViewer, passGate } from '@/lib/gate'
import { Hub } from '@/lib/live/hub'
import { stillFollowing } from '@/lib/live/readers'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeChildAdult, makeFamily, makeMembers } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { DossierRole, PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'

export interface Databases {
  owner: PrismaClient
  app: PrismaClient
  ownerUrl: string
  appUrl: string
}

/** A database of this file's own, as owner and as app. */
export function onOwnDatabase(): Databases {
  const databases = {} as Databases
  beforeAll(async () => {
    const { ownerUrl, appUrl } = await createTestDatabase()
    Object.assign(databases, { ownerUrl, appUrl, owner: connect(ownerUrl, 4), app: connect(appUrl, 8) })
  })
  afterAll(async () => {
    await databases.app?.$disconnect()
    await databases.owner?.$disconnect()
  })
  return databases
}

/** A hub as one app process has: with a listening connection of its own. */
export function hubOn({ appUrl, app }: Databases, pace: { heartbeatMs?: number; windowMs?: number } = {}): Hub {
  return new Hub({ url: appUrl, stillFollowing: (place, readers) => stillFollowing(app, place, readers), ...pace })
}

export type Table = Awaited<ReturnType<typeof setTable>>

/** A family in its first meeting: director, chair, note-taker and two professionals at the table, no family. */
export async function setTable({ owner }: Databases) {
  const family = await makeFamily(owner, randomBytes(32))
  const [mother, father, child] = await makeMembers(owner, family, [
    { firstNames: 'Noor', position: 1 },
    { firstNames: 'Joris', position: 2 },
    { kind: 'child', firstNames: 'Fenna', position: 3 },
  ])
  await makeChildAdult(owner, child, mother)
  await makeChildAdult(owner, child, father)
  const plan = await makePlan(owner, family, { state: 'meeting' })
  const meeting = await makeMeeting(owner, plan)
  const seat = async (name: string, role: DossierRole, profession: string) => {
    const { id } = await makePerson(owner, { name, profession })
    const planId = role === 'noteTaker' ? plan.id : null
    const membership = await makeMembership(owner, family, id, { role, planId, worksWithAll: role === 'caseDirector' })
    const at = role === 'professional' || role === 'noteTaker' || role === 'gipsMaster' ? role : 'caseDirector'
    const participant = await makeParticipant(owner, meeting, { personId: id, role: at, attendance: 'present' })
    return { id, membership, participant, session: (await makeSession(owner, id)).tokenHash }
  }
  const relative = async (member: typeof mother, name: string) => {
    const { id } = await makePerson(owner, { name })
    await makeFamilyAccess(owner, member, id)
    return { id, session: (await makeSession(owner, id)).tokenHash }
  }
  return {
    family,
    code: family.code,
    plan,
    meeting,
    members: { mother, father, child },
    director: await seat('Sanne de Graaf', 'caseDirector', 'jeugdbeschermer'),
    chair: await seat('Murat Yilmaz', 'gipsMaster', 'GIPSmeester'),
    noteTaker: await seat('Ilse Brouwers', 'noteTaker', 'notulist'),
    nurse: await seat('Thijs Terpstra', 'professional', 'jeugdverpleegkundige'),
    officer: await seat('Amira Hofstra', 'professional', 'wijkagent'),
    motherAccount: await relative(mother, 'Noor van Oosten'),
    fatherAccount: await relative(father, 'Joris Linde'),
  }
}

/** Does something in the dossier as the app does it: behind the gate, in one transaction. */
export async function asViewer<T>(
  { app }: Databases,
  { code }: { code: string },
  sessionHash: Uint8Array,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<T> {
  const passage = await passGate(app, { sessionHash, code, right, kind: 'change' }, work)
  if (passage.outcome !== 'entered') {
    throw new Error(`the gate answered ${passage.outcome}`)
  }
  return passage.result
}
