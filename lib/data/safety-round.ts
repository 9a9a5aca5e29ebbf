import { isAskedAbout } from '@/lib/domain/household'
import type { MemberView, RoundView, ScoreView } from '@/lib/domain/meeting-view'
import { typedScore } from '@/lib/domain/score'
import type { DossierViewer } from '@/lib/gate'
import type { SafetyScore } from '@/prisma/generated/client'
import { assessmentOf } from './meeting-assessment'
import { someoneOf } from './meeting-people'

/** Who is assessed, what was scored and what the director recorded; before the first need every child of the household is on the list. */
export async function safetyRound(
  viewer: DossierViewer,
  planId: string,
  members: readonly MemberView[],
): Promise<RoundView> {
  const { tx, familyId } = viewer
  const assessment = await assessmentOf(viewer, planId)
  const where = { familyId, assessmentId: assessment?.id ?? planId }
  const unseen = await tx.$queryRaw<{ id: string }[]>`select id from open_rounds() as r (id)`
  const assessed = await tx.assessedMember.findMany({ where, select: { memberId: true, droppedReason: true } })
  const scores = await tx.safetyScore.findMany({ where: { ...where, situation: null }, orderBy: { id: 'asc' } })
  return {
    isClosed: assessment?.closedAt != null,
    isUnseen: unseen.some(({ id }) => id === assessment?.id),
    members: members.map((member) => {
      const row = assessed.find(({ memberId }) => memberId === member.id)
      const isAssessed = assessment ? row !== undefined && row.droppedReason === null : isAskedAbout(member)
      return { ...member, isAssessed, droppedReason: row?.droppedReason ?? null }
    }),
    scores: scores.map(scoreView),
    minimum: { isMet: assessment?.minimumMet ?? null, reason: assessment?.minimumReason ?? '' },
  }
}

/** A kept score as a form shows it. */
export function scoreView(row: SafetyScore): ScoreView {
  const { memberId, cannotJudge, reason, onePointHigher, underSixAnswer, version } = row
  return {
    memberId,
    scorer: someoneOf(row.scorerPersonId, row.scorerMemberId, row.scorerNetworkId),
    score: typedScore(row.score === null ? null : Number(row.score)),
    cannotJudge,
    reason,
    onePointHigher,
    underSixAnswer: underSixAnswer ?? '',
    version,
    ...(row.heldBack && { isHeldBack: true }),
  }
}
