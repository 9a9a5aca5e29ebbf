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
  const aboutMemberId = await subjectOf(db, concern)
  return db.topThreeChoice.create({
    data: { familyId, id: v7(), planId, aboutMemberId, concernId, personId, rank, reason, isDraft },
  })
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
      aboutMemberId: await subjectOf(db, concern),
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
  /** GIPS 3: for whose recovery plan. */
  aboutMemberId?: string | null
}

/** What a participant prepared as their own TOP-3; for their eyes only, unless told otherwise. */
export async function makeTopThreeDraft(
  db: Tx,
  { familyId, id: planId }: Plan,
  { personId, places, mayBeUsed = false, aboutMemberId = null }: Prepared,
): Promise<TopThreeDraft> {
  const id = v5(['draft', personId, ...(aboutMemberId ? [aboutMemberId] : [])].join(' '), planId)
  const draft = await db.topThreeDraft.create({ data: { familyId, id, planId, personId, mayBeUsed, aboutMemberId } })
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

/** A TOP-3 of a GIPS 3 is of whom its concern is about; of other plans it is of the plan as a whole. */
async function subjectOf(db: Tx, { familyId, planId, aboutMemberId }: Concern): Promise<string | null> {
  const plan = await db.plan.findUniqueOrThrow({ where: { familyId_id: { familyId, id: planId } } })
  return plan.kind === 'gips3' ? aboutMemberId : null
}
