import { v7 } from 'uuid'
import { ContactFields, ScoreFields } from '@/components/between/measurement-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MeasurementView } from '@/lib/domain/between-views'
import { FOLLOW_UPS } from '@/lib/domain/measurement'
import { choices } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { MINIMUM_SCORE } from '@/lib/domain/score'
import { consider, correct, decide, mend } from '../../actions'

type MeasurementFormsProps = { code: string; today: PlainDate; measurement: MeasurementView }

/** What the director does with a measurement: answer what it asks, write down a decision, mend or add. */
export function MeasurementForms({ code, today, measurement }: MeasurementFormsProps) {
  const { id, asksQuestions, isConsidered, lasting, asksKeyDecision, mayMend } = measurement
  const hidden = { dossier: code, measurementId: id }
  return (
    <>
      {asksQuestions && !isConsidered && <QuestionsCard hidden={hidden} measurement={measurement} />}
      {asksKeyDecision && lasting >= MINIMUM_SCORE && <DecisionCard hidden={hidden} />}
      {mayMend && <MendForm hidden={hidden} today={today} measurement={measurement} />}
      <CorrectionForm hidden={hidden} />
    </>
  )
}

type Hidden = { hidden: Record<string, string> }

function QuestionsCard({ hidden, measurement: { asksAssessment } }: Hidden & { measurement: MeasurementView }) {
  return (
    <Card id="vragen" title="Het cijfer veranderde. Wat is er nodig?">
      <ActionForm action={consider} hidden={hidden} label="Vier vragen">
        {asksAssessment && (
          <p className="max-w-prose">
            De veiligheid is flink gedaald. Denk ook aan een extra veiligheidsinschatting of een overleg.
          </p>
        )}
        <FormCheckboxGroup name="followUps" legend="Vink aan wat nodig is" options={choices(FOLLOW_UPS)} />
        <FormTextArea
          name="followUpNote"
          label="Uitleg"
          hint="Is er niets nodig? Schrijf dan op waarom niet."
          rows={3}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function DecisionCard({ hidden }: Hidden) {
  return (
    <Card id="besluit" title="Sleutelbesluit">
      <ActionForm action={decide} hidden={hidden} label="Sleutelbesluit">
        <FormTextArea
          name="keyDecision"
          label="Wat is er besloten?"
          hint="De blijvende veiligheid is een 6 of hoger. Gaat het gezin door naar herstel en borging?"
          rows={3}
        />
        <SubmitButton>Bewaar het besluit</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function MendForm({ hidden, today, measurement }: Hidden & Omit<MeasurementFormsProps, 'code'>) {
  const { on, contact, current, lasting, explanation } = measurement
  return (
    <Disclosure summary="Herstel een fout in deze meting">
      <ActionForm action={mend} hidden={hidden} label="Fout herstellen">
        <p>Dit kan tot een dag na het vastleggen.</p>
        <ContactFields today={today} on={on} contact={contact} />
        <ScoreFields current={current} lasting={lasting} />
        <FormTextArea name="explanation" label="Toelichting" rows={3} defaultValue={explanation} />
        <SubmitButton>Herstel</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

function CorrectionForm({ hidden }: Hidden) {
  return (
    <Disclosure summary="Schrijf een aanvulling">
      <ActionForm action={correct} hidden={{ ...hidden, formId: v7() }} label="Aanvulling">
        <FormTextArea name="text" label="Aanvulling" hint="De meting zelf blijft staan zoals zij is." rows={3} />
        <SubmitButton>Voeg toe</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}
