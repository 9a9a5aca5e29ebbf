import { freeze } from '@/lib/data/freeze'
import type { NameOf } from '@/lib/data/plan-content'
import { makeVersionWith } from '@/lib/data/version-with-goals'
import type { Tx } from '@/lib/db'
import type { Plan, PlanVersion } from '@/prisma/generated/client'
import { fullName } from './names'

interface Adopted {
  adoptedById: string
  adoptedAt: Date
  reason?: string | null
}

/** Makes a plan definitive as it stands, frozen as the product freezes it. */
export async function adopt(db: Tx, plan: Plan, { reason = null, ...adopted }: Adopted): Promise<PlanVersion> {
  const { familyId, id } = plan
  const version = await freeze(db, plan, await namesIn(db, familyId), { ...adopted, reason })
  await db.plan.update({
    where: { familyId_id: { familyId, id } },
    data: { state: 'definitive', version: version.number, stateChangedAt: adopted.adoptedAt },
  })
  return version
}

/** Makes new safety goals of an extra assessment part of an adopted plan, in a version of their own, as the product does. */
export async function adoptWith(
  db: Tx,
  { familyId, id }: Plan,
  goals: Parameters<typeof makeVersionWith>[2],
  adopted: Omit<Adopted, 'reason'>,
): Promise<void> {
  const plan = await db.plan.findUniqueOrThrow({ where: { familyId_id: { familyId, id } } })
  const planVersion = { planId: id, number: plan.version }
  const last = await db.frozenRow.findMany({ where: { familyId, planVersion }, orderBy: { position: 'asc' } })
  await makeVersionWith(db, plan, goals, { ...adopted, last, nameOf: await namesIn(db, familyId) })
}

/** Names of accounts, members and network persons by id, as the owner of the database reads them. */
async function namesIn(db: Tx, familyId: string): Promise<NameOf> {
  const members = await db.familyMember.findMany({ where: { familyId } })
  const network = await db.networkPerson.findMany({ where: { familyId } })
  const here = { some: { familyId } }
  const persons = await db.person.findMany({ where: { OR: [{ teamMemberships: here }, { familyAccesses: here }] } })
  const names = new Map([
    ...members.map((member): [string, string] => [member.id, fullName(member)]),
    ...[...network, ...persons].map(({ id, name }): [string, string] => [id, name]),
  ])
  return (id) => (id === null ? null : (names.get(id) ?? null))
}
