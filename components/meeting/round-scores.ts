import { parseScoreText } from '@/components/ui/score-text'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, ScoreView } from '@/lib/domain/meeting-view'
import type { SafetyScore } from '@/lib/domain/safety'
import { rowDesk } from './row-desk'
import { type ScoreValue, scoreKey } from './use-score'

const SIDES = { person: 'professional', member: 'family', network: 'network' } as const

export interface TypedScore extends SafetyScore {
  underSixAnswer: string
}

/** The scores that count as they stand on this screen at this moment, also what was typed a second ago. */
export function typedScores(
  scorers: readonly Someone[],
  members: readonly MemberView[],
  given: readonly ScoreView[],
): TypedScore[] {
  return scorers.flatMap((scorer) =>
    members.flatMap(({ id: memberId }) => {
      const kept = given.find((each) => each.memberId === memberId && each.scorer.id === scorer.id)
      if (kept?.isHeldBack) {
        return []
      }
      const value = rowDesk.find<ScoreValue>(scoreKey(memberId, scorer))?.snapshot().value ?? kept
      const figure = value && !value.cannotJudge ? parseScoreText(value.score, { min: 0, max: 10 }) : null
      const typed: TypedScore = {
        memberId,
        scorerId: scorer.id,
        side: SIDES[scorer.kind],
        score: typeof figure === 'number' ? figure : null,
        situation: null,
        underSixAnswer: value?.underSixAnswer ?? '',
      }
      return [typed]
    }),
  )
}
