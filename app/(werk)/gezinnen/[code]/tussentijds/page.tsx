import type { Metadata } from 'next'
import { BetweenScreen } from '@/components/between/between-screen'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { betweenPage } from '@/lib/data/between-page'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Tussen de overleggen' }

export default async function BetweenPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = await inDossier(code, 'progress.read', betweenPage, {
    path: `/gezinnen/${code}/tussentijds`,
    subject: 'between',
  })
  return (
    <DossierPage frame={page.frame} current="safety">
      <PageHeader
        above={
          <Breadcrumb
            items={[{ href: `/gezinnen/${code}/veiligheid`, label: 'Veiligheid' }]}
            current="Tussen de overleggen"
          />
        }
        title="Tussen de overleggen"
        lead="Wat er gebeurt tussen twee GIPSoverleggen."
      />
      <BetweenScreen {...page} />
    </DossierPage>
  )
}
