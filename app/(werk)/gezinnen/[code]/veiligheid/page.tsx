import type { Metadata } from 'next'
import { BetweenLink } from '@/components/between/between-link'
import { DossierPage } from '@/components/dossier/dossier-page'
import { SafetyScreen } from '@/components/safety/safety-screen'
import { PageHeader } from '@/components/ui/page-header'
import { safetyPage } from '@/lib/data/safety-page'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Veiligheid' }

export default async function SafetyPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, ...page } = await inDossier(code, 'safety.read', safetyPage, {
    path: `/gezinnen/${code}/veiligheid`,
    subject: 'safety',
  })
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        title="Veiligheid"
        lead="Alle cijfers, met waarom, en wat het een punt hoger zou maken."
        actions={<BetweenLink frame={frame} />}
      />
      <SafetyScreen {...page} />
    </DossierPage>
  )
}
