import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Concern, TopThreeChoice, TopThreeDecision } from '@/prisma/generated/client'

interface Ranked {
  concern: Concern
  rank: 1 | 2 | 3
  reason?: string
}

/** One place in a participant's own TOP-3. */
export async function makeTopThreeChoice(
  db: Tx,
  personId: string,
  { concern, rank, reason = 'Dit raakt de kinderen het meest.', isDraft = false }: Ranked & { isDraft?: boolean },
): Promise<TopThreeChoice> {
  const { familyId, planId, id: concernId } = concern
  return db.topThreeChoice.create({ data: { familyId, id: v7(), planId, concernId, personId, rank, reason, isDraft } })
}

/** One place in the case director's TOP-3. */
export async function makeTopThreeDecision(
  db: Tx,
  { concern, rank, reason = 'Hier loopt een kind nu gevaar.', harmfulEffect }: Ranked & { harmfulEffect?: string },
): Promise<TopThreeDecision> {
  const { familyId, planId, id: concernId } = concern
  return db.topThreeDecision.create({
    data: {
      familyId,
      id: v7(),
      planId,
      concernId,
      rank,
      reason,
      harmfulEffect: harmfulEffect ?? concern.harmfulEffect ?? 'De kinderen zijn bang in hun eigen huis.',
    },
  })
}
