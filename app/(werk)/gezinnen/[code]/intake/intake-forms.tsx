import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormCheckboxGroup, FormRadioGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { PartCard } from '@/components/intake/part-card'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { IntakeLack, IntakeView } from '@/lib/domain/intake'
import { DIRECTIONS, FAMILY_PLAN_ANSWERS, FORMS_OF_UNSAFETY } from '@/lib/domain/intake-words'
import { choices } from '@/lib/domain/people-words'
import { saveExplanation, saveFamilyPlan, saveHistory, saveUnsafety } from './actions'
import { DangerForm } from './danger-form'
import { IncidentForms } from './incident-forms'

export type IntakeFormsProps = { intake: IntakeView; lacks: readonly IntakeLack[]; code: string }

/** The parts of the intake that the case director fills in; each is kept by itself. */
export function IntakeForms(props: IntakeFormsProps) {
  return (
    <>
      <UnsafetyPart {...props} />
      <IncidentForms {...props} />
      <DangerForm {...props} />
      <FamilyPlanPart {...props} />
      <ExplanationPart {...props} />
      <HistoryPart {...props} />
    </>
  )
}

function UnsafetyPart({ intake, lacks, code }: IntakeFormsProps) {
  return (
    <PartCard part="onveiligheid" title="Vormen van onveiligheid" lacks={lacks}>
      <ActionForm action={saveUnsafety} hidden={{ dossier: code }} label="Vormen van onveiligheid">
        <div className="grid gap-6 lg:grid-cols-2">
          <FormCheckboxGroup
            name="forms"
            legend="Wat gebeurt er?"
            options={choices(FORMS_OF_UNSAFETY)}
            defaultValues={intake.formsOfUnsafety}
          />
          <FormCheckboxGroup
            name="directions"
            legend="Van wie naar wie?"
            options={choices(DIRECTIONS)}
            defaultValues={intake.directions}
          />
        </div>
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </PartCard>
  )
}

function FamilyPlanPart({ intake, lacks, code }: IntakeFormsProps) {
  return (
    <PartCard part="familiegroepsplan" title="Een plan van het gezin zelf" lacks={lacks}>
      <ActionForm action={saveFamilyPlan} hidden={{ dossier: code }} label="Een plan van het gezin zelf">
        {intake.familyPlan === 'chosen' && (
          <Notice tone="warning" title="GIPS is voor dit gezin niet bedoeld">
            <p>Het gezin maakt zelf een familiegroepsplan. Daarom kan GIPS 1 niet beginnen.</p>
          </Notice>
        )}
        <FormRadioGroup
          name="familyPlan"
          legend="Wil het gezin zelf, met familie en vrienden, een plan maken?"
          options={choices(FAMILY_PLAN_ANSWERS)}
          defaultValue={intake.familyPlan}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </PartCard>
  )
}

function ExplanationPart({ intake, lacks, code }: IntakeFormsProps) {
  return (
    <PartCard part="uitleg" title="Uitleg en toestemming" lacks={lacks}>
      <ActionForm action={saveExplanation} hidden={{ dossier: code }} label="Uitleg en toestemming">
        <FormText
          name="explainedOn"
          type="date"
          label="GIPS uitgelegd met het voorbeelddossier op"
          width="medium"
          defaultValue={intake.explainedOn ?? ''}
        />
        <FormText
          name="consentAskedOn"
          type="date"
          label="Om toestemming gevraagd op"
          hint="Wat ieder gezinslid antwoordde, staat bij het gezinslid."
          width="medium"
          defaultValue={intake.consentAskedOn ?? ''}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </PartCard>
  )
}

function HistoryPart({ intake, code }: IntakeFormsProps) {
  return (
    <Card title="Eerdere hulp (niet verplicht)" id="eerder">
      <ActionForm action={saveHistory} hidden={{ dossier: code }} label="Eerdere hulp">
        <FormTextArea
          name="historyOfHelp"
          label="Welke hulp was er al?"
          rows={3}
          defaultValue={intake.historyOfHelp ?? ''}
          optional
        />
        <FormCheckbox name="careAvoiding" label="Een ouder mijdt hulp" defaultChecked={intake.careAvoiding} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
