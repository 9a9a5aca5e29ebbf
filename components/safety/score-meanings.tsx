import { Disclosure } from '@/components/ui/disclosure'
import { SCORE_MEANINGS } from '@/lib/domain/score-meaning'

/** What each figure stands for, for who wants to look it up while scoring. */
export function ScoreMeanings() {
  return (
    <Disclosure summary="Wat betekent elk cijfer?">
      <dl className="max-w-prose space-y-1">
        {SCORE_MEANINGS.map((meaning, score) => (
          <div key={meaning} className="flex gap-3">
            <dt className="w-6 shrink-0 text-end font-semibold tabular-nums">{score}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
