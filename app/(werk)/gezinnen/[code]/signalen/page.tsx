import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { SignalList } from '@/components/signals/signal-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { signalList } from '@/lib/data/signals'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Signalen' }

export default async function SignalsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}`
  const { frame, signals } = await inDossier(code, 'signals.read', signalList, { path: `${base}/signalen` })
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={<Breadcrumb items={[{ href: `${base}/veiligheid`, label: 'Veiligheid' }]} current="Signalen" />}
        title="Signalen van onveiligheid"
      />
      <SignalList dossier={code} signals={signals} />
    </DossierPage>
  )
}
