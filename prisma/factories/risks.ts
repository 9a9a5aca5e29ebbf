import { riskIdOf } from '@/lib/data/risk-assessment'
import type { Tx } from '@/lib/db'
import type { Plan, Prisma, RiskFactorRating } from '@/prisma/generated/client'

export type RiskInput = Partial<Omit<Prisma.RiskFactorRatingUncheckedCreateInput, 'familyId' | 'planId'>> &
  Pick<Prisma.RiskFactorRatingUncheckedCreateInput, 'factor'>

/** What was said of one risk factor; present and nothing more unless told otherwise. */
export async function makeRisk(db: Tx, { familyId, id: planId }: Plan, given: RiskInput): Promise<RiskFactorRating> {
  const factsVersion = given.facts ? 1 : 0
  return db.riskFactorRating.create({
    data: {
      familyId,
      id: riskIdOf(planId, given.factor),
      planId,
      presence: 'present',
      version: 1,
      factsVersion,
      ...given,
    },
  })
}
