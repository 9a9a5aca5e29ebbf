import type { Metadata } from 'next'
import { BetweenPart } from '@/components/between/between-part'
import { MeasurementFacts } from '@/components/between/measurement-facts'
import { OpenLink } from '@/components/shields/open-link'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { measurementView } from '@/lib/data/measurements'
import { idInAddress } from '@/lib/domain/form-values'
import { formatDate } from '@/lib/domain/plain-date'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { MeasurementForms } from './measurement-forms'

export const metadata: Metadata = { title: 'Meting' }

type MeasurementPageProps = { params: Promise<{ code: string; id: string }> }

export default async function MeasurementPage({ params }: MeasurementPageProps) {
  const { code, id } = await params
  const { frame, measurement } = await inDossier(
    code,
    'measurements.read',
    async (viewer) => ({ measurement: await measurementView(viewer, id), frame: await dossierFrame(viewer) }),
    { path: `/gezinnen/${code}/tussentijds/meting/${id}`, subject: `measurement ${idInAddress(id)}` },
  )
  return (
    <BetweenPart
      frame={frame}
      title={`Meting van ${measurement.child.name}, ${formatDate(measurement.on)}`}
      actions={<OpenLink frame={frame} kind="measurement" id={id} what="deze meting" />}
    >
      <div className="space-y-6">
        <MeasurementFacts measurement={measurement} />
        {holdsIn(frame, 'measurements.write') && (
          <MeasurementForms code={code} today={frame.today} measurement={measurement} />
        )}
      </div>
    </BetweenPart>
  )
}
