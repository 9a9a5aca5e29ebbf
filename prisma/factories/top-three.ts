import { v5, v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { DRAFT_PARTS } from '@/lib/domain/top-three-draft'
import type { Concern, Plan, TopThreeChoice, TopThreeDecision, TopThreeDraft } from '@/prisma/generated/client'

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

interface Prepared {
  personId: string
  /** The concerns in their order, each with why. */
  places: readonly { concern: string; reason: string }[]
  mayBeUsed?: boolean
}

/** What a participant prepared as their own TOP-3; for their eyes only, unless told otherwise. */
export async function makeTopThreeDraft(
  db: Tx,
  { familyId, id: planId }: Plan,
  { personId, places, mayBeUsed = false }: Prepared,
): Promise<TopThreeDraft> {
  const id = v5(`draft ${personId}`, planId)
  const draft = await db.topThreeDraft.create({ data: { familyId, id, planId, personId, mayBeUsed } })
  await db.draftText.createMany({
    data: places.flatMap((texts, index) =>
      DRAFT_PARTS.map((part) => ({
        familyId,
        id: v5(`${part} ${index + 1}`, id),
        draftId: id,
        rank: index + 1,
        part,
        text: texts[part],
        version: 1,
      })),
    ),
  })
  return draft
}
