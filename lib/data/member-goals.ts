import type { AgreementItem } from '@/lib/domain/agreement-item'
import type { GoalLine } from '@/lib/domain/people-views'
import { GOAL_KINDS } from '@/lib/domain/people-words'
import type { DossierViewer } from '@/lib/gate'

/**
 * The goals in force that are worked on with or for a member: about them, done by them, or of the whole family; per goal
 * who agreed what. Agreements of the member that serve none of these goals do not stand here. Own goals come first.
 */
export async function goalsOfMember(
  { tx, familyId }: DossierViewer,
  memberId: string,
  agreements: readonly AgreementItem[],
): Promise<GoalLine[]> {
  const goals = await tx.goal.findMany({
    where: { familyId, adoptedAt: { not: null } },
    select: { id: true, text: true, kind: true, aboutMemberId: true, closedAt: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return goals
    .map(({ id, text, kind, aboutMemberId, closedAt }) => {
      const serving = agreements.filter((agreement) => agreement.goals.some((goal) => goal.id === id))
      const isDoer = serving.some(({ doers }) => doers.some((doer) => doer.id === memberId))
      return {
        aboutMemberId,
        line: {
          id,
          text,
          kind: GOAL_KINDS[kind],
          isClosed: closedAt !== null,
          isOwn: aboutMemberId === memberId || isDoer,
          agreements: serving,
        },
      }
    })
    .filter(({ aboutMemberId, line }) => line.isOwn || aboutMemberId === null)
    .map(({ line }) => line)
    .sort((first, second) => Number(second.isOwn) - Number(first.isOwn))
}
