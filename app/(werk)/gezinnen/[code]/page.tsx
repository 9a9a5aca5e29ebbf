import type { Metadata } from 'next'
import { finishedChart } from '@/components/charts/finished-chart'
import { DashboardScreen } from '@/components/dashboard/dashboard-screen'
import { DossierPage } from '@/components/dossier/dossier-page'
import { dashboardPage } from '@/lib/data/dashboard'
import { inDossierAtOnce } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Overzicht' }

export default async function DashboardPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const {
    frame,
    dashboard: { series, marks, ...dashboard },
  } = await inDossierAtOnce(code, 'dossier.read', dashboardPage, {
    path: `/gezinnen/${code}`,
    subject: 'dashboard',
  })
  return (
    <DossierPage frame={frame} current="dashboard">
      <DashboardScreen code={code} today={frame.today} chart={finishedChart(series, marks)} dashboard={dashboard} />
    </DossierPage>
  )
}
