import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { endingPage } from '@/lib/data/ending'
import { inDossier } from '@/lib/viewer'
import { CloseForm } from './close-form'
import { ClosedPart } from './closed-part'

export const metadata: Metadata = { title: 'Dossier sluiten' }

export default async function EndingPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}`
  const page = await inDossier(code, 'dossier.end', endingPage, { path: `${base}/afsluiten`, subject: 'dossier' })
  const { frame, closed } = page
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: `${base}/plannen`, label: 'Plannen' }]} current="Dossier sluiten" />}
        title={closed ? 'Dit dossier is gesloten' : 'Dossier sluiten'}
        lead={
          closed ? 'U kunt het lezen tot de bewaartijd voorbij is.' : 'Het traject eindigt, en het dossier gaat dicht.'
        }
      />
      {closed ? (
        <ClosedPart code={code} closed={closed} history={page.history} readers={page.readers} />
      ) : (
        <CloseForm code={code} page={page} />
      )}
    </DossierPage>
  )
}
