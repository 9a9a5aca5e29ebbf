import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormTextArea } from '@/components/forms/form-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { NeedBadge } from '@/components/plan/need-badge'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { EndingPage } from '@/lib/data/ending'
import { END_KINDS, type EndingLack, type EndKind, isEndingBar, whatKeepsOpen } from '@/lib/domain/ending'
import { close } from './actions'
import { RunningAgreements } from './running-agreements'

type CloseFormProps = { code: string; page: EndingPage }

/** What is still open, and the form that closes the dossier once nothing is. */
export function CloseForm({ code, page: { facts, frame, running, years } }: CloseFormProps) {
  const early = whatKeepsOpen(facts, 'other', frame.today)
  const completed = whatKeepsOpen(facts, 'completed', frame.today)
  const mayEnd = (lacks: readonly EndingLack[]) => !lacks.some(isEndingBar)
  return (
    <div className="space-y-6">
      <Card title="Wat staat er nog open?" id="open">
        <Lacks lacks={completed} base={`/gezinnen/${code}`} />
      </Card>
      {mayEnd(early) && (
        <Card title="Sluit het dossier" id="sluiten">
          <ActionForm action={close} hidden={{ dossier: code }} label="Dossier sluiten" className="space-y-5">
            <Notice tone="warning" title="Een gesloten dossier gaat niet meer open">
              <p>
                Niemand kan er nog iets in wijzigen. De professionals en de GIPSmeester zien het meteen niet meer. U, uw
                vervanger, de casemanager en het gezin kunnen het nog {years} jaar lezen. Daarna wordt het gewist.
              </p>
            </Notice>
            <FormRadioGroup name="endKind" legend="Waarom sluit het dossier?" options={reasons(mayEnd(completed))} />
            <FormTextArea name="reason" label="Vertel kort hoe het eindigt" rows={3} />
            <RunningAgreements running={running} />
            <SureCheckbox name="isSure" label="Ja, ik weet het zeker en het gezin weet het ook" />
            <SubmitButton variant="danger">Sluit het dossier</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </div>
  )
}

function reasons(isComplete: boolean) {
  return (Object.keys(END_KINDS) as EndKind[])
    .filter((kind) => isComplete || kind !== 'completed')
    .map((value) => ({ value, label: END_KINDS[value] }))
}

function Lacks({ lacks, base }: { lacks: readonly EndingLack[]; base: string }) {
  if (lacks.length === 0) {
    return <p>Er staat niets meer open. U kunt het dossier sluiten.</p>
  }
  return (
    <ul className="max-w-prose space-y-2">
      {lacks.map((lack) => (
        <li key={lack.sentence} className="flex items-start gap-3">
          <NeedBadge isBar={isEndingBar(lack)} word="eerst" />
          <TextLink href={`${base}${lack.path}`} className="min-w-0">
            {lack.sentence}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
