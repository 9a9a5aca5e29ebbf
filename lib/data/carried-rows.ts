import type { Tx } from '@/lib/db'
import { type GoalOfPlan, goalsToEvaluate, goalsToReview } from '@/lib/domain/carried-goals'
import type { PlanReference } from '@/lib/domain/plan-state'
import type { Prisma } from '@/prisma/generated/client'

const withFindings = {
  plan: { select: { kind: true, ordinal: true } },
  about: { select: { firstNames: true } },
  goalReviews: true,
  goalVerdicts: { include: { plan: { select: { kind: true, ordinal: true, version: true } } } },
  goalEvaluations: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.GoalInclude

type GoalRow = Prisma.GoalGetPayload<{ include: typeof withFindings }>

/** A goal of an earlier plan with everything that meetings found of it. */
export type CarriedGoal = GoalRow & Pick<GoalOfPlan, 'isAdopted' | 'isClosed'>

export interface CarriedGoals {
  toReview: CarriedGoal[]
  toEvaluate: CarriedGoal[]
  /** Every goal of an earlier plan that still stands, of whatever kind. */
  standing: CarriedGoal[]
}

interface PlanOfGoals extends PlanReference {
  familyId: string
  id: string
}

/** The goals of earlier plans that this plan's meeting looks back at; the row policies leave out what is shielded. */
export async function carriedGoals(tx: Tx, { familyId, id: planId, ...plan }: PlanOfGoals): Promise<CarriedGoals> {
  const rows = await tx.goal.findMany({
    where: { familyId, planId: { not: planId }, adoptedAt: { not: null } },
    include: withFindings,
    orderBy: [{ createdAt: 'asc' }, { position: 'asc' }, { id: 'asc' }],
  })
  const goals = rows.map((row) => ({ ...row, isAdopted: row.adoptedAt !== null, isClosed: row.closedAt !== null }))
  const found = new Set(rows.filter((row) => isFoundIn(row, planId)).map(({ id }) => id))
  return {
    toReview: goalsToReview(goals, plan, found),
    toEvaluate: goalsToEvaluate(goals, plan, found),
    standing: goals.filter(({ isClosed }) => !isClosed),
  }
}

/** One goal as far as it matters whether a meeting looks back at it; null where this viewer sees none. */
export async function goalOfPlan(tx: Tx, familyId: string, id: string): Promise<GoalOfPlan | null> {
  const row = await tx.goal.findFirst({
    where: { familyId, id },
    select: {
      id: true,
      kind: true,
      aboutMemberId: true,
      adoptedAt: true,
      closedAt: true,
      plan: { select: { kind: true, ordinal: true } },
    },
  })
  return row && { ...row, isAdopted: row.adoptedAt !== null, isClosed: row.closedAt !== null }
}

function isFoundIn({ goalReviews, goalVerdicts, goalEvaluations }: GoalRow, planId: string): boolean {
  return [...goalReviews, ...goalVerdicts, ...goalEvaluations].some((each) => each.planId === planId)
}
