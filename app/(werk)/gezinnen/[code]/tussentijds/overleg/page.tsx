import type { Metadata } from 'next'
import { BetweenPart } from '@/components/between/between-part'
import { ProgressFields } from '@/components/between/progress-fields'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { progressDesk } from '@/lib/data/progress-meetings'
import { inDossier } from '@/lib/viewer'
import { recordMeeting } from '../actions'

export const metadata: Metadata = { title: 'Uitvoerdersoverleg vastleggen' }

export default async function NewProgressMeetingPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, desk } = await inDossier(
    code,
    'progress.write',
    async (viewer) => ({ frame: await dossierFrame(viewer), desk: await progressDesk(viewer) }),
    { path: `/gezinnen/${code}/tussentijds/overleg`, subject: 'progress new' },
  )
  return (
    <BetweenPart frame={frame} title="Uitvoerdersoverleg vastleggen">
      <ActionForm action={recordMeeting} hidden={{ dossier: code }} label="Uitvoerdersoverleg">
        <ProgressFields desk={desk} today={frame.today} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </BetweenPart>
  )
}
