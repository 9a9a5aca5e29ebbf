import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { askingPage } from '@/lib/data/assessment-page'
import { inDossier } from '@/lib/viewer'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'Vraag een extra inschatting' }

type AskAssessmentPageProps = {
  params: Promise<{ code: string }>
  searchParams: Promise<{ signaal?: string | string[] }>
}

export default async function AskAssessmentPage({ params, searchParams }: AskAssessmentPageProps) {
  const { code } = await params
  const { signaal } = await searchParams
  const safety = `/gezinnen/${code}/veiligheid`
  const { frame, signal, assessmentId, professionals, members, deadline } = await inDossier(
    code,
    'assessment.lead',
    (viewer) => askingPage(viewer, typeof signaal === 'string' ? signaal : null),
    { path: `/gezinnen/${code}/inschatting/nieuw`, subject: 'extra assessment new' },
  )
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={<Breadcrumb items={[{ href: safety, label: 'Veiligheid' }]} current="Extra inschatting" />}
        title="Vraag een extra inschatting"
        lead="Wie u vraagt, krijgt meteen een e-mail met een link. Daarin staat niets over het gezin."
      />
      {professionals.length === 0 ? (
        <EmptyState title="Er is niemand om te vragen">
          Er staat nog geen professional in het team. Voeg eerst iemand toe bij Team.
        </EmptyState>
      ) : (
        <ActionForm
          action={ask}
          hidden={{ dossier: code, assessmentId, ...(signal && { signalId: signal.id }) }}
          label="Extra inschatting vragen"
        >
          {signal && (
            <p className="max-w-prose">
              Dit is vanwege <TextLink href={`/gezinnen/${code}/signalen/${signal.id}`}>signaal {signal.code}</TextLink>
              . De vraag wordt daaraan gekoppeld. Wie u vraagt, leest het signaal daarmee niet.
            </p>
          )}
          <FormTextArea
            name="question"
            label="Wat wilt u weten?"
            hint="Schrijf kort op wat er speelt. Alleen wie u vraagt leest dit, en wie alle inschattingen leest."
          />
          <FormCheckboxGroup
            name="professionals"
            legend="Wie vraagt u?"
            options={professionals.map(({ id, name, detail }) => ({ value: id, label: name, hint: detail }))}
          />
          <FormCheckboxGroup
            name="members"
            legend="Voor wie komt er een cijfer?"
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={members.filter(({ isChild }) => isChild).map(({ id }) => id)}
          />
          <FormText
            name="deadline"
            type="date"
            label="Antwoord nodig op"
            hint="Na een dag krijgt wie nog niet klaar is een herinnering."
            width="medium"
            defaultValue={deadline}
          />
          <SubmitButton>Verstuur de vraag</SubmitButton>
        </ActionForm>
      )}
    </DossierPage>
  )
}
