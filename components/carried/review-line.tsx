'use client'

import { apiOf, type Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { useRow } from '@/components/meeting/use-row'
import { Badge } from '@/components/ui/badge'
import { chooseByKey } from '@/components/ui/choice-keys'
import type { ReviewView } from '@/lib/domain/carried-views'
import { REVIEW_RESULTS, type ReviewResult, reviewName } from '@/lib/domain/carried-words'

type ReviewLineProps = Place & { review: ReviewView; mayWrite: boolean }
type ReviewValue = Pick<ReviewView, 'result' | 'remark' | 'closes'>

/** One open safety goal: what became of it, what helped, and whether it stays open. */
export function ReviewLine({ review, mayWrite, ...place }: ReviewLineProps) {
  const { goalId, text, meeting, about, isUnderSix, version, ...rest } = review
  const [row, state] = useRow<ReviewValue>({
    key: `review ${goalId}`,
    url: apiOf(place, `doelen/${goalId}/terugblik`),
    value: { result: rest.result, remark: rest.remark, closes: rest.closes },
    version,
  })
  const { result, remark, closes } = state.value
  return (
    <li className="space-y-3 rounded-md border border-line p-4">
      <div>
        <p className="max-w-prose text-lg font-semibold break-words">{text}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
          {isUnderSix && <Badge tone="danger">nog geen 6</Badge>}
          <span>
            uit {meeting}
            {about && `, voor ${about}`}
          </span>
        </p>
      </div>
      <fieldset disabled={!mayWrite} className="sm:flex sm:flex-wrap sm:gap-x-8" onKeyDown={chooseByKey}>
        <legend className="sr-only">Is dit gelukt? {text}</legend>
        {REVIEW_RESULTS.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`review-${goalId}`}
              checked={result === each}
              onChange={() => row.type({ result: each })}
            />
            <span>{reviewName(each)}</span>
          </label>
        ))}
      </fieldset>
      <label className="block max-w-prose">
        <span className="block pb-1">
          {closes ? 'Waarom kan dit doel dicht?' : 'Wat hielp, en wat is er nog nodig?'}
        </span>
        <textarea
          className="control min-h-11"
          dir="auto"
          rows={1}
          value={remark}
          readOnly={!mayWrite}
          aria-invalid={Boolean(state.errors.remark) || undefined}
          onChange={(event) => row.type({ remark: event.currentTarget.value })}
        />
      </label>
      {state.errors.remark && <p className="font-semibold text-danger">{state.errors.remark}</p>}
      <label className="choice">
        <input
          type="checkbox"
          checked={closes}
          disabled={!mayWrite}
          onChange={({ currentTarget: { checked } }) => row.type({ closes: checked })}
        />
        <span>Dit doel is klaar en kan dicht, zodra dit plan definitief is</span>
      </label>
      <RowTrouble row={row} state={state} shown={['remark']} words={(field, said) => wordsFor(field, said)} />
    </li>
  )
}

function wordsFor(field: string, value: unknown): string {
  if (field === 'result') return value === null ? '' : reviewName(value as ReviewResult)
  if (field === 'closes') return value ? 'het doel kan dicht' : 'het doel blijft open'
  return String(value)
}
