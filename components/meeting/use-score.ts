'use client'

import { parseScoreText } from '@/components/ui/score-text'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { ScoreView } from '@/lib/domain/meeting-view'
import { isScoreReady, typedFigure } from './place'
import type { RowDraft } from './row-draft'
import type { RowState } from './row-state'
import { useRow } from './use-row'

export type ScoreValue = Omit<ScoreView, 'memberId' | 'scorer' | 'version'>

type ScoreStart = {
  memberId: string
  scorer: Someone
  given: ScoreView | undefined
  /** Where it is saved: by who writes in the meeting, or from one's own seat. */
  url: string
  /** Outside a meeting: whose score it is, so that no other in this tab is taken for it. */
  rowKey?: string
}

const RANGE = { min: 0, max: 10 }
const NONE: ScoreValue = { score: '', cannotJudge: false, reason: '', onePointHigher: '', underSixAnswer: '' }

/** One key per score: the means look the figures up by it. */
export function scoreKey(memberId: string, scorer: Someone): string {
  return `score ${memberId} ${scorer.kind}:${scorer.id}`
}

/** The figure that was typed: null for nothing, 'invalid' for what is no score. */
export function figureIn(text: string): number | null | 'invalid' {
  return parseScoreText(text, RANGE)
}

/** What one person gives one family member, saved while it is typed. */
export function useScore({
  memberId,
  scorer,
  given,
  url,
  rowKey = scoreKey(memberId, scorer),
}: ScoreStart): [RowDraft<ScoreValue>, RowState<ScoreValue>] {
  return useRow<ScoreValue>({
    key: rowKey,
    url,
    value: given ? valueOfView(given) : NONE,
    version: given?.version ?? 0,
    always: { memberId, scorer },
    isReady: ({ score }) => isScoreReady(score),
    read: ({ score, ...theirs }) => ({ ...NONE, ...theirs, score: typedFigure(score) }),
  })
}

function valueOfView({ score, cannotJudge, reason, onePointHigher, underSixAnswer }: ScoreView): ScoreValue {
  return { score, cannotJudge, reason, onePointHigher, underSixAnswer }
}
