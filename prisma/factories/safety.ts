import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type {
  Concern,
  FamilyMember,
  Goal,
  Plan,
  Prisma,
  SafetyAssessment,
  SafetyScore,
  ScoreSide,
} from '@/prisma/generated/client'

export type ScoreInput = Partial<Omit<Prisma.SafetyScoreUncheckedCreateInput, 'familyId' | 'assessmentId'>> &
  Pick<Prisma.SafetyScoreUncheckedCreateInput, 'memberId' | 'score'>

export interface AssessmentInput extends Partial<Omit<Prisma.SafetyAssessmentUncheckedCreateInput, 'familyId'>> {
  assessed?: readonly FamilyMember[]
  scores?: readonly ScoreInput[]
}

/** A safety assessment with who is assessed and the scores: of the plan's meeting, or an extra one without a plan. */
export async function makeAssessment(
  db: Tx,
  family: { id: string },
  given: AssessmentInput = {},
): Promise<SafetyAssessment> {
  const { assessed = [], scores = [], ...fields } = given
  const assessment = await db.safetyAssessment.create({
    data: { familyId: family.id, id: v7(), kind: given.planId ? 'meeting' : 'extra', ...fields },
  })
  await db.assessedMember.createMany({
    data: assessed.map(({ id }) => ({ familyId: family.id, id: v7(), assessmentId: assessment.id, memberId: id })),
  })
  await db.safetyScore.createMany({ data: scores.map((score) => scoreFrom(assessment, score)) })
  return assessment
}

/** One score: give scorerPersonId, scorerMemberId or scorerNetworkId. Family members' scores are about who gave them. */
export async function makeScore(db: Tx, assessment: SafetyAssessment, given: ScoreInput): Promise<SafetyScore> {
  return db.safetyScore.create({ data: scoreFrom(assessment, given) })
}

function scoreFrom({ familyId, id: assessmentId }: SafetyAssessment, given: ScoreInput) {
  return {
    familyId,
    id: v7(),
    assessmentId,
    side: sideOf(given),
    reason: 'Er is de laatste weken niets gebeurd, maar het is nog pril.',
    onePointHigher: 'Als het een maand lang rustig blijft.',
    aboutMemberId: given.scorerMemberId ?? given.memberId,
    version: 1,
    ...given,
  }
}

export async function makeConcern(
  db: Tx,
  plan: Plan,
  given: Partial<Omit<Prisma.ConcernUncheckedCreateInput, 'familyId'>> = {},
): Promise<Concern> {
  const text = 'Bij ruzie vallen er klappen waar de kinderen bij zijn.'
  return db.concern.create({ data: { familyId: plan.familyId, id: v7(), planId: plan.id, text, ...given } })
}

/** A safety goal that is not yet adopted, unless told otherwise. */
export async function makeGoal(
  db: Tx,
  plan: Plan,
  given: Partial<Omit<Prisma.GoalUncheckedCreateInput, 'familyId'>> = {},
): Promise<Goal> {
  const text = 'De ouders lopen bij ruzie ieder naar een andere kamer.'
  return db.goal.create({
    data: { familyId: plan.familyId, id: v7(), planId: plan.id, kind: 'safety', text, expectedEffect: 6, ...given },
  })
}

function sideOf({ scorerMemberId, scorerNetworkId }: ScoreInput): ScoreSide {
  if (scorerMemberId) return 'family'
  return scorerNetworkId ? 'network' : 'professional'
}
