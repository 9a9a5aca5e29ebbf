'use client'

import { type FormEvent, startTransition, useActionState, useState } from 'react'
import { FormFrame, useFormField } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, IDLE } from '@/lib/action-state'
import type { MemberView, PersonChoice } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { blankGoal, type GoalDraft, withChanged } from './goal-draft'
import { NewGoal } from './new-goal'

type NewGoalsFormProps = {
  action: FormAction
  code: string
  assessmentId: string
  /** The version of the safety plan that is in force. */
  base: number
  ids: { version: string; goal: string; agreement: string }
  members: readonly MemberView[]
  people: readonly PersonChoice[]
  today: PlainDate
  usualDueOn: PlainDate
  /** Names of the family accounts. */
  readers: readonly string[]
}

/** New safety goals with their agreements, confirmed once: from then on they are in force. */
export function NewGoalsForm(props: NewGoalsFormProps) {
  const { action, code, assessmentId, base, ids, members, people, today, usualDueOn, readers } = props
  const [state, submit] = useActionState(action, IDLE)
  const [goals, setGoals] = useState<readonly GoalDraft[]>(() => [blankGoal(usualDueOn, ids)])
  const add = (texts: readonly string[]) =>
    setGoals((rows) => [...rows, ...texts.map((text) => blankGoal(usualDueOn, undefined, text))])

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
          onChange={(change) => setGoals((rows) => withChanged(rows, goal.id, change))}
          onPaste={add}
          onRemove={goals.length > 1 ? () => setGoals((rows) => rows.filter(({ id }) => id !== goal.id)) : null}
        />
      ))}
      <Button type="button" variant="secondary" onClick={() => add([''])}>
        Doel erbij
      </Button>
      <Card title="Bevestigen" id="bevestigen">
        <div className="space-y-4">
          <FormTextArea
            name="reason"
            label="Waarom komen deze doelen erbij?"
            hint="Dit blijft bij de nieuwe versie staan. Noem hier niets wat u afschermt."
            rows={2}
          />
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

/** There once a version came in between: that it was read. */
function SeenBox() {
  const { error, typed } = useFormField('seen')
  if (!error && typed === undefined) return null
  return <Checkbox name="seen" label="Ik las de nieuwe versie. Zet mijn doelen erbij." error={error} />
}
