import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RegionFileScreen } from '@/components/families/region-file-screen'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { regionFile } from '@/lib/data/region'
import { regionEnding } from '@/lib/data/region-ending'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { HoldCard } from './hold-card'
import { SteeringForms } from './steering-forms'

export const metadata: Metadata = { title: 'Gezin in uw regio' }

export default async function RegionFamilyPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, today, file, ending } = await onPlatform(
    'region.progress',
    async (viewer) => ({
      frame: platformFrame(viewer),
      today: viewer.today,
      file: await regionFile(viewer, code),
      ending: await regionEnding(viewer, code),
    }),
    { path: `/regio/${code}` },
  )
  if (!file) {
    notFound()
  }
  return (
    <WorkPage {...frame} current="families">
      <PageMain>
        <PageHeader
          above={<Breadcrumb items={[{ href: '/gezinnen', label: 'Mijn gezinnen' }]} current={file.code} />}
          title={`Dossier ${file.code}`}
          lead="Wat de regio vastlegt. De inhoud van het dossier is voor de casusregisseur en het team."
        />
        <div className="space-y-6">
          <RegionFileScreen file={file} today={today} />
          {ending && <HoldCard code={file.code} ending={ending} />}
          {file.state !== 'closed' && <SteeringForms file={file} />}
        </div>
      </PageMain>
    </WorkPage>
  )
}
