import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormSelect, FormText } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FuturePlanDesk } from '@/lib/domain/future-plan'
import { saveYearAfter } from './actions'

type YearAfterPartProps = { hidden: Record<string, string>; desk: FuturePlanDesk }

/** GIPS 5, at the table: who stays near in the next year, when they look back together, and what hangs on the wall. */
export function YearAfterPart({ hidden, desk }: YearAfterPartProps) {
  const { candidates, caseManagerId, firstOn, secondOn, choices, wall } = desk
  return (
    <Card title="Het jaar na dit plan" id="people.caseManager">
      <ActionForm action={saveYearAfter} hidden={hidden} label="Het jaar na dit plan" className="space-y-5">
        <FormSelect
          name="caseManagerId"
          label="Wie is de casemanager?"
          hint="Bij deze persoon kan het gezin het komende jaar terecht. Is het iemand nieuws? Zet die eerst in het team."
          placeholder="Kies iemand uit het team"
          options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={caseManagerId ?? ''}
        />
        <FormText
          name="firstOn"
          type="date"
          width="medium"
          label="Eerste keer samen terugkijken"
          hint="Na ongeveer zes maanden."
          defaultValue={firstOn ?? ''}
        />
        <FormText
          name="secondOn"
          type="date"
          width="medium"
          label="Tweede keer samen terugkijken"
          hint="Na ongeveer twaalf maanden."
          defaultValue={secondOn ?? ''}
        />
        <Wall choices={choices} wall={wall} />
        <SubmitButton variant="secondary">Bewaar het jaar na dit plan</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function Wall({ choices, wall }: Pick<FuturePlanDesk, 'choices' | 'wall'>) {
  if (choices.length === 0) {
    return (
      <p className="max-w-prose">
        Heeft het gezin de vragen van ‘Ons plan voor later’ beantwoord? Dan kiest u hier samen wat er op de koelkast
        mag.
      </p>
    )
  }
  return (
    <FormCheckboxGroup
      name="wall"
      legend="Wat mag er op de koelkast hangen?"
      hint="Loop het samen na. Denk aan wie er op bezoek komt. Alleen wat u hier aanvinkt, komt op het blad."
      options={choices.map(({ key, heading, answer }) => ({ value: key, label: heading, hint: answer }))}
      defaultValues={[...wall]}
    />
  )
}
