'use client'

import { scoreText, stepScore } from '@/components/ui/score-text'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { ScoreView } from '@/lib/domain/meeting-view'
import { MINIMUM_SCORE } from '@/lib/domain/score'
import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { figureIn, type ScoreValue, scoreKey, useScore } from './use-score'

export type ScoreCellProps = Place & {
  memberId: string
  memberName: string
  scorer: Someone
  scorerName: string
  given: ScoreView | undefined
  /** Row and column in the round. */
  at: readonly [number, number]
  mayWrite: boolean
}

const RANGE = { min: 0, max: 10 }

/** What one person gives one family member: the figure, why, what makes it one higher, and the answer under a 6. */
export function ScoreCell({ memberId, memberName, scorer, scorerName, given, at, mayWrite, ...place }: ScoreCellProps) {
  const [row, state] = useScore({ memberId, scorer, given, url: apiOf(place, 'cijfers') })
  const { value, errors } = state
  const name = `${scorerName} over ${memberName}`
  const id = scoreKey(memberId, scorer).replaceAll(/[ :]/g, '-')
  const figure = figureIn(value.score)
  const isLow = typeof figure === 'number' && figure < MINIMUM_SCORE
  const texts = textsOf(value, isLow)
  return (
    <div className="min-w-44 space-y-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <input
          id={id}
          className="control max-w-20 text-center font-semibold tabular-nums"
          aria-label={`Cijfer van ${name}`}
          aria-invalid={figure === 'invalid' || Boolean(errors.score) || undefined}
          aria-describedby={errors.score ? `${id}-error` : undefined}
          data-cell={`${at[0]},${at[1]},0`}
          inputMode="decimal"
          autoComplete="off"
          maxLength={5}
          value={value.score}
          readOnly={!mayWrite || value.cannotJudge}
          onChange={(event) => row.type({ score: event.currentTarget.value })}
          onBlur={() =>
            typeof figure === 'number' && scoreText(figure) !== value.score && row.type({ score: scoreText(figure) })
          }
          onKeyDown={(event) => {
            const step = { PageUp: 1, PageDown: -1 }[event.key]
            if (step && mayWrite && !value.cannotJudge) {
              event.preventDefault()
              row.type({ score: scoreText(stepScore(value.score, step, RANGE)) })
            }
          }}
        />
        <label className="choice text-sm">
          <input
            type="checkbox"
            checked={value.cannotJudge}
            disabled={!mayWrite}
            onChange={({ currentTarget: { checked } }) =>
              row.type({ cannotJudge: checked, ...(checked && { score: '' }) })
            }
          />
          <span>
            kan dit niet beoordelen<VisuallyHidden>: {name}</VisuallyHidden>
          </span>
        </label>
      </div>
      {errors.score && (
        <p id={`${id}-error`} className="text-sm font-semibold text-danger">
          {errors.score}
        </p>
      )}
      {texts.map(({ field, label }, part) => (
        <label key={field} className="block text-sm">
          <span className="block text-ink-soft">
            {label}
            <VisuallyHidden> ({name})</VisuallyHidden>
          </span>
          <textarea
            className="control min-h-11"
            dir="auto"
            rows={1}
            data-cell={`${at[0]},${at[1]},${part + 1}`}
            value={value[field]}
            readOnly={!mayWrite}
            onChange={(event) => row.type({ [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <RowTrouble row={row} state={state} shown={['score']} />
    </div>
  )
}

type TextField = 'reason' | 'onePointHigher' | 'underSixAnswer'

function textsOf(value: ScoreValue, isLow: boolean): { field: TextField; label: string }[] {
  const reason = { field: 'reason' as const, label: value.cannotJudge ? 'Waarom niet?' : 'Waarom dit cijfer?' }
  const higher = { field: 'onePointHigher' as const, label: 'Wat is er nodig voor één punt meer?' }
  const answer = { field: 'underSixAnswer' as const, label: 'Onder de 6: wat zeggen of doen we daarop?' }
  const hasHigher = !value.cannotJudge || value.onePointHigher !== ''
  return [reason, ...(hasHigher ? [higher] : []), ...(isLow || value.underSixAnswer !== '' ? [answer] : [])]
}
