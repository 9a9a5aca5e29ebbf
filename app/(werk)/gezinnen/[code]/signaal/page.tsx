import type { Metadata } from 'next'
import { v7 } from 'uuid'
import { DossierPage } from '@/components/dossier/dossier-page'
import { EmergencyLines } from '@/components/signals/emergency-lines'
import { PageHeader } from '@/components/ui/page-header'
import { reportPage } from '@/lib/data/signal-report'
import { inDossier } from '@/lib/viewer'
import { ReportSignal } from './report-signal'

export const metadata: Metadata = { title: 'Signaal melden' }

export default async function ReportPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, lines } = await inDossier(code, 'signal.report', reportPage, { path: `/gezinnen/${code}/signaal` })
  const members = frame.members.map(({ id, firstName }) => ({ value: id, label: firstName }))
  return (
    <DossierPage frame={frame} current="safety" width="prose" isReport>
      <PageHeader
        title="Signaal melden"
        lead="Maakt u zich zorgen over de veiligheid? Meld het hier, in twee stappen."
      />
      <div className="space-y-6">
        <EmergencyLines lines={lines} />
        <ReportSignal code={code} formKey={v7()} members={members} />
      </div>
    </DossierPage>
  )
}
