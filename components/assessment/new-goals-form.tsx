'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { FormFrame, useFormField } from '@/components/forms/action-form'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { SaveBar } from '@/components/meeting/save-bar'
import { useRow } from '@/components/meeting/use-row'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, IDLE } from '@/lib/action-state'
import type { GoalDraft, GoalsDraft } from '@/lib/domain/goals-draft'
import type { MemberView, PersonChoice } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { blankGoal, withChanged } from './goal-draft'
import { NewGoal } from './new-goal'

type NewGoalsFormProps = {
  action: FormAction
  code: string
  assessmentId: string
  /** The version of the safety plan that is in force. */
  base: number
  ids: { version: string; goal: string; agreement: string }
  /** What the viewer wrote before and did not confirm yet. */
  own: { draft: GoalsDraft | null; version: number }
  members: readonly MemberView[]
  people: readonly PersonChoice[]
  today: PlainDate
  usualDueOn: PlainDate
  /** Names of the family accounts. */
  readers: readonly string[]
}

/** New safety goals with their agreements, saved while they are typed and confirmed once: from then on they are in force. */
export function NewGoalsForm(props: NewGoalsFormProps) {
  const { action, code, assessmentId, base, ids, own, members, people, today, usualDueOn, readers } = props
  const [state, submit] = useActionState(action, IDLE)
  const [row, kept] = useRow<GoalsDraft>({
    key: `goals after ${assessmentId}`,
    url: `/api/gezinnen/${code}/inschattingen/${assessmentId}/doelen`,
    value: own.draft ?? { goals: [blankGoal(usualDueOn, ids)], reason: '' },
    version: own.version,
  })
  const { goals, reason } = kept.value
  const change = (to: (rows: GoalDraft[]) => GoalDraft[]) => row.type({ goals: to(row.snapshot().value.goals) })
  const add = (texts: readonly string[]) =>
    change((rows) => [...rows, ...texts.map((text) => blankGoal(usualDueOn, undefined, text))])

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => submit(form))
  }

  return (
    <FormFrame
      state={state}
      submit={submit}
      onSubmit={send}
      hidden={{ dossier: code, assessmentId, versionId: ids.version, base: String(base) }}
      label="Nieuwe veiligheidsdoelen"
    >
      <div className="screen-only sticky top-0 z-10 bg-surface">
        <SaveBar />
      </div>
      <RowTrouble row={row} state={kept} words={inWords} />
      {goals.map((goal, index) => (
        <NewGoal
          key={goal.id}
          goal={goal}
          number={index + 1}
          members={members}
          people={people}
          today={today}
          usualDueOn={usualDueOn}
          hasReaders={readers.length > 0}
          onChange={(changed) => change((rows) => withChanged(rows, goal.id, changed))}
          onPaste={add}
          onRemove={goals.length > 1 ? () => change((rows) => rows.filter(({ id }) => id !== goal.id)) : null}
        />
      ))}
      <Button type="button" variant="secondary" onClick={() => add([''])}>
        Doel erbij
      </Button>
      <Card title="Bevestigen" id="bevestigen">
        <div className="space-y-4">
          <ReasonField value={reason} onType={(typed) => row.type({ reason: typed })} />
          <p className="max-w-prose">
            Na uw bevestiging geldt versie {base + 1} van het veiligheidsplan meteen, met alles wat al gold en deze
            doelen. Het team krijgt bericht, en wie iets doet krijgt dat nu.
            {readers.length > 0 &&
              ` Uit het gezin ${readers.length === 1 ? 'leest' : 'lezen'} mee: ${readers.join(', ')}.`}
          </p>
          <SeenBox />
          <SubmitButton>Maak versie {base + 1} definitief</SubmitButton>
        </div>
      </Card>
    </FormFrame>
  )
}

function ReasonField({ value, onType }: { value: string; onType: (typed: string) => void }) {
  return (
    <TextArea
      name="reason"
      label="Waarom komen deze doelen erbij?"
      hint="Dit blijft bij de nieuwe versie staan. Noem hier niets wat u afschermt."
      rows={2}
      value={value}
      error={useFormField('reason').error}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}

/** What stands in the other tab, where both were changed. */
function inWords(field: keyof GoalsDraft, value: unknown): string {
  return field === 'reason' ? String(value) : (value as GoalDraft[]).map(({ text }) => text).join('\n')
}

/** There once a version came in between: that it was read. */
function SeenBox() {
  const { error, typed } = useFormField('seen')
  if (!error && typed === undefined) return null
  return <Checkbox name="seen" label="Ik las de nieuwe versie. Zet mijn doelen erbij." error={error} />
}
