import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { IssueView } from '@/lib/domain/between-views'
import { issueLevelWord, nextIssueLevel } from '@/lib/domain/issue'
import { escalate, resolve } from '../../actions'

type IssueFormsProps = { code: string; issue: IssueView }

/** What the director does with an open issue: lay it one step higher, or write down how it was resolved. */
export function IssueForms({ code, issue: { id, level } }: IssueFormsProps) {
  if (level === 'resolved') return null
  const next = nextIssueLevel(level)
  const hidden = { dossier: code, issueId: id }
  return (
    <>
      {next && (
        <Card id="hoger" title={`Leg het voor aan ${issueLevelWord(next)}`}>
          <ActionForm action={escalate} hidden={{ ...hidden, from: level }} label="Hoger leggen" className="space-y-4">
            <FormTextArea name="reason" label="Waarom?" rows={3} />
            <SubmitButton variant="secondary">Leg hoger</SubmitButton>
          </ActionForm>
        </Card>
      )}
      <Card id="opgelost" title="Opgelost">
        <ActionForm action={resolve} hidden={hidden} label="Opgelost" className="space-y-4">
          <FormTextArea name="note" label="Hoe is het opgelost?" rows={3} />
          <SubmitButton>Sluit de kwestie</SubmitButton>
        </ActionForm>
      </Card>
    </>
  )
}
