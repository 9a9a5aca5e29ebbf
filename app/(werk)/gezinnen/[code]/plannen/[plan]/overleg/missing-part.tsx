import { ActionForm } from '@/components/forms/action-form'
import { MissingList } from '@/components/plan/missing-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MeetingPage } from '@/lib/domain/meeting-view'
import { ChecklistFields } from '../checklist-fields'
import { makeProvisional } from './actions'
import { LookAgain } from './look-again'

type MissingPartProps = {
  page: MeetingPage
  path: string
}

/** What is still missing, looked up when asked and kept up to date from then on, and the director's next step. */
export function MissingPart({ page, path }: MissingPartProps) {
  const { frame, plan, may, missing, checklist } = page
  if (!may.write || plan.state !== 'meeting') {
    return null
  }
  const dossier = `/gezinnen/${frame.code}`
  return (
    <Card title="Wat ontbreekt nog?" id="ontbreekt">
      <div className="space-y-5">
        {missing && <MissingList missing={missing} base={`${dossier}/plannen/${plan.slug}`} dossier={dossier} />}
        {missing ? (
          <LookAgain />
        ) : (
          <LinkButton href={`${path}?controle=1#ontbreekt`} scroll={false}>
            Kijk wat er nog ontbreekt
          </LinkButton>
        )}
        {may.direct && plan.isMadeAtTable && (
          <LinkButton href={`${dossier}/plannen/${plan.slug}#volgende-stap`}>
            Maak het plan samen met het gezin definitief
          </LinkButton>
        )}
        {checklist && !plan.isMadeAtTable && (
          <ActionForm
            action={makeProvisional}
            hidden={{ dossier: frame.code, planId: plan.id, from: plan.state, to: 'provisional' }}
            label="Maak het plan voorlopig"
          >
            <p className="max-w-prose">
              Is iedereen klaar? Dan maakt u het plan voorlopig. De cijfers staan dan vast; aan de rest kunt u nog
              schrijven. Loop eerst samen met de GIPSmeester dit na:
            </p>
            <ChecklistFields {...checklist} />
            <SubmitButton>Maak het plan voorlopig</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}
