'use client'

import { usePercent } from '@/components/evaluation/use-percent'
import type { Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { SaveBar } from '@/components/meeting/save-bar'
import { Card } from '@/components/ui/card'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { OwnEvaluation, OwnGoal } from '@/lib/domain/contribution-view'
import type { Someone } from '@/lib/domain/meeting-forms'
import { percentProblem } from '@/lib/domain/percent-text'

type OwnPercentagesCardProps = Place & { evaluation: OwnEvaluation }

/** The goals of earlier plans from one's own seat: how far each is reached, and why, saved while one types. */
export function OwnPercentagesCard({ evaluation: { who, goals }, ...place }: OwnPercentagesCardProps) {
  return (
    <Card title="Hoe ver zijn de doelen?" id="percentages" className="scroll-mt-4">
      <div className="space-y-5">
        <p className="max-w-prose">
          Hoeveel procent van elk doel is bereikt, volgens u? 0 is: nog niets. 100 is: helemaal. Iedereen aan tafel
          leest mee wat u invult.
        </p>
        <SaveBar />
        {goals.map((goal) => (
          <OwnPercentage key={goal.id} {...place} goal={goal} who={who} />
        ))}
      </div>
    </Card>
  )
}

function OwnPercentage({ goal, who, ...place }: Place & { goal: OwnGoal; who: Someone }) {
  const [row, state] = usePercent({ ...place, noun: 'inbreng/percentages', goalId: goal.id, who, given: goal.given })
  const { value, errors } = state
  const problem = value.percent.trim() === '' ? undefined : (percentProblem(value.percent) ?? errors.percent)
  const about = <VisuallyHidden> ({goal.text})</VisuallyHidden>
  return (
    <fieldset className="space-y-3 rounded-md border border-line p-4">
      <legend className="px-1 text-lg font-semibold break-words">{goal.text}</legend>
      <p className="text-ink-soft">
        uit {goal.meeting}
        {goal.about && `, voor ${goal.about}`}
      </p>
      <TextInput
        name={`percent-${goal.id}`}
        label={<>Hoeveel procent?{about}</>}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        width="short"
        error={problem}
        value={value.percent}
        onChange={(event) => row.type({ percent: event.currentTarget.value })}
      />
      <TextArea
        name={`remark-${goal.id}`}
        label={<>Waarom?{about}</>}
        rows={2}
        error={errors.remark}
        value={value.remark}
        onChange={(event) => row.type({ remark: event.currentTarget.value })}
      />
      <RowTrouble row={row} state={state} shown={['percent', 'remark']} />
    </fieldset>
  )
}
