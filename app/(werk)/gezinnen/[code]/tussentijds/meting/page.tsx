import type { Metadata } from 'next'
import { v7 } from 'uuid'
import { BetweenPart } from '@/components/between/between-part'
import { ChildScores, ContactFields } from '@/components/between/measurement-fields'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { childrenToMeasure } from '@/lib/data/measurements'
import { inDossier } from '@/lib/viewer'
import { measure } from '../actions'

export const metadata: Metadata = { title: 'Meting vastleggen' }

export default async function MeasurePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, children, formId } = await inDossier(
    code,
    'measurements.write',
    async (viewer) => ({ frame: await dossierFrame(viewer), children: await childrenToMeasure(viewer), formId: v7() }),
    { path: `/gezinnen/${code}/tussentijds/meting`, subject: 'measurement new' },
  )
  return (
    <BetweenPart
      frame={frame}
      title="Meting vastleggen"
      lead="Na elk contact dat iets zegt over de veiligheid. Zegt het niets over een kind? Laat dat kind dan leeg."
    >
      <ActionForm action={measure} hidden={{ dossier: code, formId }} label="Meting">
        <ContactFields today={frame.today} on={frame.today} />
        {children.map((child) => (
          <ChildScores key={child.id} child={child} />
        ))}
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </BetweenPart>
  )
}
