import type { Tx } from '@/lib/db'
import type { Plan } from '@/prisma/generated/client'
import { fullName } from './names'

/** Everything that stands in one plan, and the names of everyone it may speak of. */
export type PlanContent = Awaited<ReturnType<typeof loadPlanContent>>

/** Reads a plan's live rows, in the order in which they are shown. */
export async function loadPlanContent(db: Tx, plan: Plan) {
  const { familyId, id: planId } = plan
  const where = { familyId, planId }
  return {
    plan,
    nameOf: await namesIn(db, familyId),
    answers: await db.answer.findMany({ where, orderBy: { id: 'asc' } }),
    assessment: await db.safetyAssessment.findFirst({ where, include: { safetyScores: { orderBy: { id: 'asc' } } } }),
    concerns: await db.concern.findMany({ where: { ...where, removedAt: null }, orderBy: { position: 'asc' } }),
    choices: await db.topThreeChoice.findMany({
      where: { ...where, isDraft: false },
      orderBy: [{ personId: 'asc' }, { rank: 'asc' }],
    }),
    decisions: await db.topThreeDecision.findMany({ where, orderBy: { rank: 'asc' } }),
    goals: await db.goal.findMany({ where, orderBy: { position: 'asc' } }),
    agreements: await db.agreement.findMany({
      where: { ...where, droppedAt: null },
      include: { agreementDoers: { orderBy: { id: 'asc' } }, agreementGoals: true },
      orderBy: { position: 'asc' },
    }),
    responses: await db.planResponse.findMany({ where, orderBy: { id: 'asc' } }),
    proposals: await db.proposal.findMany({ where, include: { response: true }, orderBy: { id: 'asc' } }),
  }
}

/** Names of accounts, members and network persons by id; null for no id. */
async function namesIn(db: Tx, familyId: string): Promise<(id: string | null) => string | null> {
  const members = await db.familyMember.findMany({ where: { familyId } })
  const network = await db.networkPerson.findMany({ where: { familyId } })
  const team = { some: { familyId } }
  const persons = await db.person.findMany({
    where: { OR: [{ teamMemberships: team }, { familyAccesses: team }] },
  })
  const names = new Map([
    ...members.map((member): [string, string] => [member.id, fullName(member)]),
    ...[...network, ...persons].map(({ id, name }): [string, string] => [id, name]),
  ])
  return (id) => (id === null ? null : (names.get(id) ?? null))
}
