import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { SeriesForm } from '@/components/administration/series-form'
import { AgendaPreview } from '@/components/answers/agenda-preview'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { TabsNav } from '@/components/ui/tabs-nav'
import { agendaSeries } from '@/lib/data/agenda-series'
import { agendasOfSeries } from '@/lib/domain/agendas/series'
import { idInAddress } from '@/lib/domain/form-values'
import { meetingTitle, planSlug } from '@/lib/domain/plan-state'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { saveSeries } from '../actions'

export const metadata: Metadata = { title: 'Reeks agenda’s' }

type SeriesPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ agenda?: string | string[] }> }

/** One series with a look at each of its agendas; "nieuw" in its place is one that is not there yet. */
export default async function SeriesPage({ params, searchParams }: SeriesPageProps) {
  const { id } = await params
  const { agenda: wanted } = await searchParams
  const path = '/beheer/agendas'
  const { frame, series } = await onPlatform(
    'agendas.manage',
    async (viewer) => ({
      series: id === 'nieuw' ? null : await agendaSeries(viewer, id),
      frame: platformFrame(viewer),
    }),
    { path: `${path}/${id}`, subject: id === 'nieuw' ? 'agendas new' : `agendas ${idInAddress(id)}` },
  )
  const agendas = agendasOfSeries(series?.leftOut ?? [])
  const slugOf = ({ kind }: { kind: (typeof agendas)[number]['kind'] }) => planSlug({ kind, ordinal: 1 })
  const shown = agendas.find((each) => slugOf(each) === wanted) ?? agendas[0]
  const title = series?.name ?? 'Reeks toevoegen'
  return (
    <AdministrationPage frame={frame} current="agendas">
      <PageHeader
        above={<Breadcrumb items={[{ href: path, label: 'Agenda’s' }]} current={title} />}
        title={title}
        lead={
          series
            ? `Versie ${series.number}. Een nieuwe versie geldt voor plannen die nog niet begonnen zijn.`
            : 'Kies welke vragen deze reeks weglaat.'
        }
      />
      <SeriesForm series={series} save={saveSeries} />
      <section aria-labelledby="voorbeeld" className="mt-12 space-y-6">
        <h2 id="voorbeeld">{series ? `Zo is versie ${series.number} nu` : 'Zo zijn de landelijke agenda’s'}</h2>
        <TabsNav
          label="Voorbeeld"
          tabs={agendas.map((each) => ({
            href: `${path}/${id}?agenda=${slugOf(each)}`,
            label: meetingTitle(each.kind),
            current: each === shown,
          }))}
        />
        {shown && <AgendaPreview agenda={shown} />}
      </section>
    </AdministrationPage>
  )
}
