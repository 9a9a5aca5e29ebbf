import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { IntakeMissing } from '@/components/intake/intake-missing'
import { IntakeReading } from '@/components/intake/intake-reading'
import { RegionPart } from '@/components/intake/region-part'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { intakeOf } from '@/lib/data/intake'
import { whatIntakeLacks } from '@/lib/domain/intake'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { IntakeForms } from './intake-forms'

export const metadata: Metadata = { title: 'Intake' }

export default async function IntakePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}`
  const { frame, intake } = await inDossier(
    code,
    'intake.read',
    async (viewer) => ({ frame: await dossierFrame(viewer), intake: await intakeOf(viewer) }),
    { path: `${base}/intake`, subject: 'intake' },
  )
  const lacks = whatIntakeLacks(intake, frame.today)
  const mayEdit = holdsIn(frame, 'intake.edit')
  return (
    <DossierPage frame={frame} current="documents">
      <PageHeader
        above={<Breadcrumb items={[{ href: `${base}/documenten`, label: 'Documenten' }]} current="Intake" />}
        title="Intake"
        lead="Wat er moet zijn voordat GIPS 1 kan beginnen. Het gezin leest deze bladzijde niet."
      />
      <div className="space-y-6">
        {mayEdit && frame.plans.length === 0 && <IntakeMissing lacks={lacks} dossier={base} />}
        <RegionPart intake={intake} lacks={lacks} />
        {mayEdit ? <IntakeForms intake={intake} lacks={lacks} code={code} /> : <IntakeReading intake={intake} />}
      </div>
    </DossierPage>
  )
}
