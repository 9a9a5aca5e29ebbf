import { FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Fieldset } from '@/components/ui/fieldset'
import type { ProgressDesk, ProgressMeetingView } from '@/lib/domain/between-views'
import { choices } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { GOAL_PROGRESS, HELP_WORKS, PRESENCE, presenceOf } from '@/lib/domain/progress-meeting'
import { ScoreFields } from './measurement-fields'

type ProgressFieldsProps = { desk: ProgressDesk; today: PlainDate; meeting?: ProgressMeetingView }

/** A progress meeting: when, who, what was discussed, each goal, both scores per child, and who agrees. */
export function ProgressFields({ desk, today, meeting }: ProgressFieldsProps) {
  const { people, goals, children } = desk
  return (
    <>
      <FormText
        name="heldOn"
        label="Datum van het overleg"
        type="date"
        width="short"
        max={today}
        defaultValue={meeting?.heldOn ?? today}
      />
      <Fieldset
        id="erbij"
        legend="Wie waren erbij, en zijn zij akkoord?"
        hint="Wie er niet bij was, laat u leeg."
        size="large"
      >
        <div className="divide-y divide-line">
          {people.map((person) => (
            <PersonFields
              key={person.id}
              person={person}
              before={meeting?.participants.find(({ id }) => id === person.id)}
            />
          ))}
        </div>
      </Fieldset>
      <FormTextArea
        name="note"
        label="Wat is er besproken?"
        hint="Het veiligheidsplan, het behandelplan van de hoofdaannemer, en wat er is afgesproken."
        defaultValue={meeting?.note}
      />
      {goals.map((goal) => (
        <GoalFields key={goal.id} goal={goal} before={meeting?.goals.find(({ id }) => id === goal.id)} />
      ))}
      {children.map((child) => {
        const before = meeting?.scores.find(({ id }) => id === child.id)
        return (
          <Fieldset key={child.id} id={`kind-${child.id}`} legend={`Cijfers voor ${child.name}`} size="large">
            <ScoreFields
              suffix={`.${child.id}`}
              {...(before && { current: before.current, lasting: before.lasting })}
            />
          </Fieldset>
        )
      })}
    </>
  )
}

type GoalFieldsProps = { goal: { id: string; text: string }; before: ProgressMeetingView['goals'][number] | undefined }

function GoalFields({ goal: { id, text }, before }: GoalFieldsProps) {
  return (
    <Fieldset id={`doel-${id}`} legend={`Doel: ${text}`}>
      <div className="grid items-end gap-x-8 gap-y-3 sm:grid-cols-3">
        <FormSelect
          name={`progress.${id}`}
          label="Hoe gaat het met dit doel?"
          placeholder="Niet besproken"
          options={choices(GOAL_PROGRESS)}
          defaultValue={before?.progress ?? ''}
        />
        <FormSelect
          name={`helpWorks.${id}`}
          label="Werkt de hulp voor dit doel?"
          placeholder="Niet besproken"
          options={choices(HELP_WORKS)}
          defaultValue={before?.helpWorks ?? ''}
        />
        <FormText name={`goalRemark.${id}`} label="Opmerking" optional defaultValue={before?.remark ?? ''} />
      </div>
    </Fieldset>
  )
}

type PersonFieldsProps = {
  person: ProgressDesk['people'][number]
  before: ProgressMeetingView['participants'][number] | undefined
}

function PersonFields({ person: { id, name, detail }, before }: PersonFieldsProps) {
  const who = detail ? `${name}, ${detail}` : name
  return (
    <div className="grid items-end gap-x-8 gap-y-3 py-4 sm:grid-cols-2 has-[option[value='']:checked]:[&>:last-child]:hidden">
      <FormSelect
        name={`there.${id}`}
        label={who}
        placeholder="Niet erbij"
        options={choices(PRESENCE)}
        defaultValue={before ? presenceOf(before.agrees) : ''}
      />
      <FormText name={`remark.${id}`} label={`Opmerking van ${name}`} optional defaultValue={before?.remark ?? ''} />
    </div>
  )
}
