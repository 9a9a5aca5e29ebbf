import { FormCheckboxGroup, FormRadioGroup, FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Fieldset } from '@/components/ui/fieldset'
import type { ProgressDesk, ProgressMeetingView } from '@/lib/domain/between-views'
import { choices } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { AGREEMENT, GOAL_PROGRESS, HELP_WORKS } from '@/lib/domain/progress-meeting'
import { ScoreFields } from './measurement-fields'

type ProgressFieldsProps = { desk: ProgressDesk; today: PlainDate; meeting?: ProgressMeetingView }

/** A progress meeting: when, who, what was discussed, each goal, both scores per child, and who agrees. */
export function ProgressFields({ desk, today, meeting }: ProgressFieldsProps) {
  const { people, goals, children } = desk
  const there = people.filter(({ id }) => meeting?.participants.some((each) => each.id === id))
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
      <FormCheckboxGroup
        name="who"
        legend="Wie waren erbij?"
        options={people.map((each) => ({ value: keyOf(each), label: withDetail(each) }))}
        defaultValues={there.map(keyOf)}
      />
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
      <Fieldset
        id="akkoord"
        legend="Is iedereen akkoord met wat er is afgesproken?"
        hint="Alleen wat u invult bij wie u hierboven aanvinkte, wordt bewaard."
        size="large"
      >
        <div className="space-y-6">
          {people.map((person) => (
            <AgreesFields
              key={keyOf(person)}
              person={person}
              before={meeting?.participants.find(({ id }) => id === person.id)}
            />
          ))}
        </div>
      </Fieldset>
    </>
  )
}

type GoalFieldsProps = { goal: { id: string; text: string }; before: ProgressMeetingView['goals'][number] | undefined }

function GoalFields({ goal: { id, text }, before }: GoalFieldsProps) {
  return (
    <Fieldset id={`doel-${id}`} legend={`Doel: ${text}`} hint="Niet besproken? Laat dit doel dan leeg.">
      <div className="space-y-4">
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

type AgreesFieldsProps = {
  person: ProgressDesk['people'][number]
  before: ProgressMeetingView['participants'][number] | undefined
}

function AgreesFields({ person: { id, name }, before }: AgreesFieldsProps) {
  const agrees = before?.agrees ?? null
  const answer = agrees ? 'yes' : 'no'
  return (
    <div className="space-y-2">
      <FormRadioGroup
        name={`agrees.${id}`}
        legend={name}
        inline
        options={choices(AGREEMENT)}
        defaultValue={agrees === null ? null : answer}
      />
      <FormText name={`remark.${id}`} label={`Opmerking van ${name}`} optional defaultValue={before?.remark ?? ''} />
    </div>
  )
}

function keyOf({ kind, id }: ProgressDesk['people'][number]): string {
  return `${kind}:${id}`
}

function withDetail({ name, detail }: ProgressDesk['people'][number]): string {
  return detail ? `${name}, ${detail}` : name
}
