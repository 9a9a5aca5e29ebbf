import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { SeriesTable } from '@/components/administration/series-table'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { seriesInList } from '@/lib/data/agenda-series'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Agenda’s' }

export default async function AgendasPage() {
  const { frame, series } = await onPlatform(
    'agendas.manage',
    async (viewer) => ({ frame: platformFrame(viewer), series: await seriesInList(viewer) }),
    { path: '/beheer/agendas', subject: 'agendas' },
  )
  return (
    <AdministrationPage frame={frame} current="agendas">
      <PageHeader
        title="Agenda’s"
        lead="Een regio kan een eigen reeks van de vijf agenda’s hebben. Vragen die bij GIPS horen, blijven altijd staan."
        actions={<LinkButton href="/beheer/agendas/nieuw">Reeks toevoegen</LinkButton>}
      />
      <SeriesTable series={series} />
    </AdministrationPage>
  )
}
