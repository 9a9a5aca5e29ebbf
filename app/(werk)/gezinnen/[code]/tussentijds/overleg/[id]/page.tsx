import type { Metadata } from 'next'
import { BetweenPart } from '@/components/between/between-part'
import { ProgressFields } from '@/components/between/progress-fields'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { progressDesk, progressMeetingToMend } from '@/lib/data/progress-meetings'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { recordMeeting } from '../../actions'

export const metadata: Metadata = { title: 'Uitvoerdersoverleg herstellen' }

type MendPageProps = { params: Promise<{ code: string; id: string }> }

export default async function MendProgressMeetingPage({ params }: MendPageProps) {
  const { code, id } = await params
  const { frame, desk, meeting } = await inDossier(
    code,
    'progress.write',
    async (viewer) => ({
      meeting: await progressMeetingToMend(viewer, id),
      frame: await dossierFrame(viewer),
      desk: await progressDesk(viewer),
    }),
    { path: `/gezinnen/${code}/tussentijds/overleg/${id}`, subject: `progress ${idInAddress(id)}` },
  )
  return (
    <BetweenPart frame={frame} title="Uitvoerdersoverleg herstellen" lead="Dit kan tot een dag na het vastleggen.">
      <ActionForm
        action={recordMeeting}
        hidden={{ dossier: code, progressMeetingId: id }}
        label="Uitvoerdersoverleg herstellen"
      >
        <ProgressFields desk={desk} today={frame.today} meeting={meeting} />
        <SubmitButton>Herstel</SubmitButton>
      </ActionForm>
    </BetweenPart>
  )
}
