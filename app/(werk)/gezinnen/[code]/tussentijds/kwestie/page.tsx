import type { Metadata } from 'next'
import { v7 } from 'uuid'
import { BetweenPart } from '@/components/between/between-part'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { issueDesk } from '@/lib/data/issues'
import { ISSUE_KINDS } from '@/lib/domain/issue'
import type { Named } from '@/lib/domain/people-views'
import { choices } from '@/lib/domain/people-words'
import { inDossier } from '@/lib/viewer'
import { raise } from '../actions'

export const metadata: Metadata = { title: 'Kwestie vastleggen' }

export default async function NewIssuePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, desk, formId } = await inDossier(
    code,
    'issues.write',
    async (viewer) => ({ frame: await dossierFrame(viewer), desk: await issueDesk(viewer), formId: v7() }),
    { path: `/gezinnen/${code}/tussentijds/kwestie`, subject: 'issue new' },
  )
  return (
    <BetweenPart
      frame={frame}
      title="Kwestie vastleggen"
      lead="Iets wat de hulp tegenhoudt. De hoofdaannemer probeert het eerst zelf, met u en het gezin."
    >
      <ActionForm action={raise} hidden={{ dossier: code, formId }} label="Kwestie">
        <FormTextArea name="text" label="Wat houdt de hulp tegen?" rows={3} />
        <FormSelect
          name="kind"
          label="Wat voor kwestie is het?"
          placeholder="Kies een soort"
          options={choices(ISSUE_KINDS)}
          defaultValue=""
        />
        <FormSelect
          name="goalId"
          label="Voor welk doel?"
          placeholder="Niet voor één doel"
          options={optionsOf(desk.goals)}
          defaultValue=""
          optional
        />
        <FormSelect
          name="ownerPersonId"
          label="Van wie is de kwestie?"
          hint="Deze persoon zorgt dat er iets gebeurt."
          placeholder="Kies iemand"
          options={optionsOf(desk.owners)}
          defaultValue=""
        />
        <FormTextArea name="tried" label="Wat is er al geprobeerd?" rows={3} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </BetweenPart>
  )
}

function optionsOf(list: readonly Named[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }))
}
